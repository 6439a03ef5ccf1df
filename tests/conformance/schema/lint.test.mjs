// What a linter says of the schema: everything is described, names follow the field's custom, lists are as Relay has them.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import plugin from "@graphql-eslint/eslint-plugin";
import { ESLint } from "eslint";

const schema = fileURLToPath(new URL("../../../schema.graphql", import.meta.url));
const exceptions = JSON.parse(readFileSync(new URL("exceptions.json", import.meta.url), "utf8"));

const RULES = {
  "require-description": { types: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true, DirectiveDefinition: true },
  "naming-convention": {
    types: "PascalCase",
    FieldDefinition: "camelCase",
    InputValueDefinition: "camelCase",
    Argument: "camelCase",
    DirectiveDefinition: "camelCase",
    EnumValueDefinition: "UPPER_CASE",
  },
  "description-style": { style: "block" },
  "no-hashtag-description": {},
  "no-typename-prefix": {},
  "no-unreachable-types": {},
  "no-scalar-result-type-on-mutation": {},
  "require-deprecation-reason": {},
  "unique-enum-value-names": {},
  "relay-page-info": {},
  "relay-connection-types": {},
  "relay-arguments": { includeBoth: true },
  // A short list is a list; only what can grow without end is a connection.
  "relay-edge-types": { listTypeCanWrapOnlyEdgeType: false },
};

/** The name of the definition in which a line is. */
function definition(lines, line) {
  const names = lines.slice(0, line).map((text) => /^(?:type|input|enum|interface|union|scalar|directive) @?(\w+)/.exec(text)?.[1]);
  return names.findLast((name) => name);
}

/** What the linter finds in a schema file, and in which of its definitions. */
async function findings(path) {
  const cwd = dirname(path);
  const rules = Object.entries(RULES).map(([rule, options]) => [
    `@graphql-eslint/${rule}`,
    Object.keys(options).length ? ["error", options] : "error",
  ]);
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ["*.graphql"],
        plugins: { "@graphql-eslint": plugin },
        languageOptions: { parser: plugin.parser, parserOptions: { graphQLConfig: { schema: path } } },
        rules: Object.fromEntries(rules),
      },
    ],
  });
  const results = await eslint.lintFiles([path]);
  const lines = readFileSync(path, "utf8").split("\n");
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => ({ rule: ruleId?.split("/")[1] ?? "parser", in: definition(lines, line), message, line })),
  );
}

test("the schema has no finding but the named exceptions", async (t) => {
  const found = await findings(schema);
  const excuses = (finding, exception) => exception.rule === finding.rule && exception.in === finding.in;
  const unexcused = found.filter((finding) => !exceptions.some((exception) => excuses(finding, exception)));
  assert.deepEqual(unexcused.map((finding) => `line ${finding.line}, ${finding.in}: ${finding.rule}: ${finding.message}`), []);
  const idle = exceptions.filter((exception) => !found.some((finding) => excuses(finding, exception)));
  assert.deepEqual(idle, [], "exceptions that nothing needs any more");
  assert.ok(exceptions.every((exception) => exception.reason.length > 20));
  t.diagnostic(`${Object.keys(RULES).length} rules, ${found.length} findings, ${exceptions.length} exceptions`);
});

test("the linter sees what it is there for", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  try {
    const path = join(folder, "schema.graphql");
    writeFileSync(
      path,
      `"""Q"""
      type Query { rows(first: Int): rowConnection! }
      """R"""
      type rowConnection { "The rows" edges: [rowConnection!]! "Where" pageInfo: PageInfo! }
      """P"""
      type PageInfo { "More" hasNextPage: Boolean! }
      """S"""
      enum State { "On" on }
      """N"""
      type Nobody { "Its name" nobodyName: String }`,
    );
    const seen = new Set((await findings(path)).map(({ rule }) => rule));
    for (const rule of ["require-description", "naming-convention", "description-style", "no-unreachable-types", "relay-page-info", "relay-arguments", "relay-edge-types"]) {
      assert.ok(seen.has(rule), `${rule} is blind; seen were ${[...seen].join(", ")}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
