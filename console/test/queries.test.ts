/** Every query that the pages send, and every ready query of the workbench, must fit the schema of the server and its limits. */
import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, Kind, Lexer, parse, Source, TokenKind, validate, visit, type OperationDefinitionNode } from "graphql";
import { getVariableValues } from "graphql/execution/values";
import { parse as parseJsonc, type ParseError } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { readyQueries } from "../src/graphiql/ready-queries";

const here = (path: string) => new URL(path, import.meta.url);
const read = (path: string) => readFileSync(here(path), "utf8");
const schema = buildSchema(read("../../schema.graphql"));

/** What the server takes at most (server/src/guard): tokens in a document, brackets within each other, fields within each other. */
const MOST_TOKENS = 1_000;
const DEEPEST_FIELD = 15;

describe.each(["../src/queries/", "../src/queries/console/"])("the queries in %s", (folder) => {
  const files = readdirSync(here(folder)).filter((name) => name.endsWith(".graphql"));
  it.each(files)("%s fits the schema", (name) => {
    const document = parse(read(folder + name));
    expect(validate(schema, document).map((error) => error.message)).toEqual([]);
  });
  it.each(files)("%s is within the limits of the server", (name) => {
    const text = read(folder + name);
    expect(tokens(text)).toBeLessThanOrEqual(MOST_TOKENS);
    expect(depth(text)).toBeLessThanOrEqual(DEEPEST_FIELD);
  });
});

describe("the ready queries", () => {
  it("are all on a tab, each once", () => {
    const files = readdirSync(here("../src/queries/")).filter((name) => name.endsWith(".graphql"));
    expect(readyQueries.map(({ query }) => query).sort()).toEqual(files.map((name) => read(`../src/queries/${name}`)).sort());
  });
  it("say in both languages for whom they are, and the login of the demonstration", () => {
    for (const { query } of readyQueries) {
      const head = query.split("\n").filter((line) => line.startsWith("#")).join("\n");
      expect(head).toMatch(/演示登录名：|无需登录/);
      expect(head).toMatch(/Demonstration logins?: |No login needed/);
    }
  });
  it.each(readyQueries.filter(({ variables }) => variables !== undefined))("have variables that fit, none missing and none idle", ({ query, variables }) => {
    const errors: ParseError[] = [];
    const values = parseJsonc(variables!, errors) as Record<string, unknown>;
    expect(errors).toEqual([]);
    const operations = parse(query).definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
    for (const { variableDefinitions } of operations) {
      expect(getVariableValues(schema, variableDefinitions ?? [], values).errors).toBeUndefined();
    }
    const known = operations.flatMap(({ variableDefinitions }) => variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    expect(Object.keys(values).sort()).toEqual([...new Set(known)].sort());
  });
});

function tokens(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count++;
  return count;
}

function depth(text: string): number {
  let now = 0;
  let deepest = 0;
  visit(parse(text), { Field: { enter: () => void (deepest = Math.max(deepest, ++now)), leave: () => void now-- } });
  return deepest;
}
