// A folder for what the compilers write, which is gone when the tests are over.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

/** The schema's file. */
export const schemaPath = fileURLToPath(new URL("../../../schema.graphql", import.meta.url));

/** Makes the folder, with a copy of the schema and, if given, of a folder beside this file. */
export function folder(copied) {
  const path = mkdtempSync(join(tmpdir(), "compilers-"));
  after(() => rmSync(path, { recursive: true }));
  cpSync(schemaPath, join(path, "schema.graphql"));
  if (copied) cpSync(fileURLToPath(new URL(copied, import.meta.url)), path, { recursive: true });
  return path;
}

/** A program of a package. */
export const program = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
