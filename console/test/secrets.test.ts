/** What must not be anywhere in the scripts of the pages: a token that they keep, or a password field that hinders. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../src/", import.meta.url);
const files = (readdirSync(root, { recursive: true }) as string[]).filter((name) => /\.tsx?$/.test(name));
const sources = files.map((name) => [name.replaceAll("\\", "/"), readFileSync(new URL(name.replaceAll("\\", "/"), root), "utf8")] as const);

it.each(sources)("%s keeps no session and writes none into a request", (_, source) => {
  expect(source).not.toMatch(/sessionStorage|\bauthorization\b|\bbearer\b|document\.cookie/i);
});

it("the browser keeps the language alone", () => {
  const keeping = sources.filter(([, source]) => source.includes("localStorage")).map(([name]) => name);
  expect(keeping).toEqual(["language.ts"]);
});

it.each(sources)("%s logs nothing", (_, source) => expect(source).not.toMatch(/\bconsole\.(log|info|debug|warn|error)/));

it.each(sources.filter(([, source]) => source.includes('type="password"')))("%s says of each password field which password it is, and lets people paste", (_, source) => {
  const fields = source.split('type="password"').slice(1).map((rest) => rest.slice(0, rest.indexOf("/>")));
  for (const field of fields) expect(field).toMatch(/auto[cC]omplete="(current|new)-password"/);
  expect(source).not.toMatch(/onPaste/i);
});
