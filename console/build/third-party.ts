import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The folder of the package that a module belongs to, if it comes from one. */
function packageOf(id: string): string | undefined {
  return /^[^\0].*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];
}

/** Name, version and licence text of a package. */
function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
  const file = readdirSync(folder).sort().find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim() : "";
  return `${name} ${version} (${license})\n\n${text}`.trim();
}

/**
 * Writes which packages the pages carry and under which licences, as those licences ask of whoever passes them on. One
 * plugin watches the pages and, by `forWorkers`, the workers, which are bundled apart and before the pages are written.
 */
export function thirdParty(): { forPages: Plugin; forWorkers: () => Plugin } {
  const folders = new Set<string>();
  const moduleParsed = ({ id }: { id: string }) => {
    const folder = packageOf(id);
    if (folder !== undefined && existsSync(join(folder, "package.json"))) folders.add(folder);
  };
  return {
    forWorkers: () => ({ name: "third-party-workers", moduleParsed }),
    forPages: {
      name: "third-party",
      apply: "build",
      moduleParsed,
      generateBundle() {
        const source = [...new Set([...folders].map(notice))].sort().join(`\n\n${"-".repeat(80)}\n\n`);
        this.emitFile({ type: "asset", fileName: "third-party.txt", source: `${source}\n` });
      },
    },
  };
}
