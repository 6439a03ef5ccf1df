// The Relay compiler takes the schema as Relay's: connections, `node(id:)`, edges that are put into lists. What it makes of the documents
// is then asked of the server.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { parse } from "graphql";
import { ask, bearer } from "../demo.mjs";
import { folder, program } from "./folder.mjs";

function compile(path) {
  // It writes only to where there is something already.
  mkdirSync(join(path, "artifacts"), { recursive: true });
  writeFileSync(join(path, "persisted.json"), "{}");
  // Without a watcher: it compiles once.
  const { status, stdout, stderr } = spawnSync(program("relay-compiler"), ["relay.config.json"], {
    cwd: path,
    encoding: "utf8",
    env: { ...process.env, FORCE_NO_WATCHMAN: "1" },
  });
  return { status, text: stdout + stderr };
}

let queries;
let head;

before(async () => {
  const path = folder("relay");
  const { status, text } = compile(path);
  assert.equal(status, 0, text);
  const texts = Object.values(JSON.parse(readFileSync(join(path, "persisted.json"), "utf8")));
  queries = new Map(texts.map((text) => [parse(text).definitions[0].name.value, text]));
  assert.equal(readdirSync(join(path, "artifacts")).length, 7, "one file for each of five operations and two fragments");
  head = await bearer("head");
});

test("the compiler makes an operation of each document, and of each fragment that is fetched anew", () => {
  const names = ["HazardRefetchQuery", "HazardReportMutation", "HazardsChangedSubscription", "HazardsPaginationQuery", "HazardsQuery"];
  assert.deepEqual([...queries.keys()].sort(), names);
});

test("the server answers the list, its next page, and one of its rows anew", async () => {
  const variables = { count: 2, filter: {} };
  const { data: first } = await ask(queries.get("HazardsQuery"), variables, head);
  const { edges, pageInfo } = first.hazards;
  assert.equal(edges.length, 2);
  assert.ok(pageInfo.hasNextPage);
  const { data: second } = await ask(queries.get("HazardsPaginationQuery"), { ...variables, cursor: pageInfo.endCursor }, head);
  assert.equal(new Set([...edges, ...second.hazards.edges].map((edge) => edge.node.id)).size, 4);
  const { data: anew } = await ask(queries.get("HazardRefetchQuery"), { id: edges[0].node.id }, head);
  assert.equal(anew.node.__typename, "Hazard");
  assert.equal(anew.node.description, edges[0].node.description);
});

test("the server answers the change", async () => {
  const input = { organizationId: "organization_0", description: "Nobody's.", foundBy: "SELF_CHECK" };
  const { data, errors } = await ask(queries.get("HazardReportMutation"), { input }, head);
  assert.equal(errors, undefined);
  assert.ok(data.reportHazard.userErrors.length);
});

test("the compiler refuses a connection that is none", () => {
  const path = folder("relay");
  const document = "query BadQuery($id: ID!) { organization(id: $id) { hazards(first: 3) @connection(key: \"Bad_hazards\") { id } } }";
  writeFileSync(join(path, "src", "Bad.ts"), `import { graphql } from "relay-runtime";\nexport const bad = graphql\`${document}\`;\n`);
  const { status, text } = compile(path);
  assert.notEqual(status, 0);
  assert.match(text, /connection/i);
});
