// What each client does: it logs in, turns pages, has a change refused, and is told of a bad query.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { parse, print } from "graphql";
import { password } from "../demo.mjs";

const definitions = parse(readFileSync(new URL("documents.graphql", import.meta.url), "utf8")).definitions;

function operation(definition) {
  return { name: definition.name.value, kind: definition.operation, text: print(definition), document: { kind: "Document", definitions: [definition] } };
}

/** The documents, by the names of their operations. */
export const operations = Object.fromEntries(definitions.map((definition) => [definition.name.value, operation(definition)]));

/** One that does not fit the schema. */
export const bad = operation(parse("query Bad { windows(first: 1) { nodes { nope } } }").definitions[0]);

/** A report that is refused: it says nothing. */
export const refused = (organizationId) => ({ input: { organizationId, description: " ", foundBy: "SELF_CHECK" } });

/** Registers the tests of a client. `ask` sends an operation and answers `{ data, errors }` as the client understood them. */
export function story(ask) {
  let token;
  let organization;

  before(async () => {
    const { data } = await ask(operations.SignIn, { login: "head", password });
    token = data.login.token;
    organization = (await ask(operations.Me, {}, token)).data.viewer.organization.id;
  });

  test("a login answers a token, and the token says who asks", async () => {
    assert.match(token, /^rl_/);
    assert.match(organization, /^organization_/);
    const { data } = await ask(operations.Me, {});
    assert.equal(data.viewer, null, "without a token one is a visitor");
    const { data: wrong } = await ask(operations.SignIn, { login: "head", password: "not the password" });
    assert.equal(wrong.login.token, null);
    assert.equal(wrong.login.userErrors[0].code, "WRONG_CREDENTIALS");
  });

  test("pages follow each other, by variables", async () => {
    const variables = { filter: { organization }, first: 4 };
    const { data: first } = await ask(operations.Windows, variables, token);
    assert.equal(first.windows.edges.length, 4);
    assert.ok(first.windows.pageInfo.hasNextPage);
    assert.ok(first.windows.totalCount > 4);
    const { data: second } = await ask(operations.Windows, { ...variables, after: first.windows.pageInfo.endCursor }, token);
    const rows = [...first.windows.edges, ...second.windows.edges].map((edge) => edge.node);
    assert.equal(new Set(rows.map((row) => row.id)).size, 8, "no row is on both pages");
    assert.deepEqual(rows.map((row) => row.dueOn), rows.map((row) => row.dueOn).toSorted(), "they go on in their order");
    assert.ok(rows.every((row) => row.organization.id === organization));
  });

  test("a change is refused in userErrors, which is no error of GraphQL", async () => {
    const { data, errors } = await ask(operations.ReportHazard, refused(organization), token);
    assert.ok(!errors?.length, JSON.stringify(errors));
    assert.equal(data.reportHazard.hazard, null);
    assert.equal(data.reportHazard.userErrors[0].field, "description");
    assert.ok(data.reportHazard.userErrors[0].message);
  });

  test("a bad query is an error with a code and a place", async () => {
    const { errors } = await ask(bad, {}, token);
    assert.equal(errors[0].extensions.code, "GRAPHQL_VALIDATION_FAILED");
    assert.match(errors[0].message, /nope/);
    assert.ok(errors[0].locations.length);
  });
}
