/** Every query that the pages send, and every ready query of the workbench, must fit the schema of the server. */
import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";

const here = (path: string) => new URL(path, import.meta.url);
const schema = buildSchema(readFileSync(here("../../schema.graphql"), "utf8"));

describe.each(["../src/queries/", "../src/queries/console/"])("the queries in %s", (folder) => {
  const files = readdirSync(here(folder)).filter((name) => name.endsWith(".graphql"));
  it.each(files)("%s fits the schema", (name) => {
    const document = parse(readFileSync(here(folder + name), "utf8"));
    expect(validate(schema, document).map((error) => error.message)).toEqual([]);
  });
});
