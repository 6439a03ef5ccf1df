// GraphQL Code Generator makes types of the schema and of the clients' documents, and TypeScript takes them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse } from "graphql";
import { folder, program, schemaPath } from "./folder.mjs";

const beside = (path) => fileURLToPath(new URL(path, import.meta.url));
const sdl = readFileSync(schemaPath, "utf8");
const documents = parse(readFileSync(beside("../clients/documents.graphql"), "utf8"));

// With `strictScalars` a scalar that is not named here fails: whoever generates types has to know what it is.
const config = {
  strictScalars: true,
  scalars: { Date: "string", DateTime: "string", JSON: "unknown", Yuan: "number", YuanAmount: "string" },
};

function generate(plugin, document) {
  return codegen({
    filename: "types.ts",
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents: document ? [{ location: "documents.graphql", document }] : [],
    config,
    plugins: [{ plugin: {} }],
    pluginMap: { plugin },
  });
}

function compile(path) {
  const compilerOptions = { noEmit: true, strict: true, target: "es2022", module: "esnext", moduleResolution: "bundler", types: [] };
  writeFileSync(join(path, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  return spawnSync(program("tsc"), [], { cwd: path, encoding: "utf8" });
}

test("the types of the schema and of the documents compile, and fit how they are used", async () => {
  const path = folder();
  writeFileSync(join(path, "schema.ts"), await generate(typescript));
  writeFileSync(join(path, "operations.ts"), await generate(operations, documents));
  cpSync(beside("usage.ts"), join(path, "usage.ts"));
  const { status, stdout } = compile(path);
  assert.equal(status, 0, stdout);
});

test("a document that does not fit the schema is refused", async () => {
  await assert.rejects(generate(operations, parse("query Bad { windows(first: 1) { nodes { nope } } }")), /nope/);
});
