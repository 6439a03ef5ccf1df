// The names of operations. A document with one operation needs no `operationName`, and is the same with it and without it; of a document
// with several, only the one that is meant counts.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { ask, bearer, endpoint, ownOrganization, password, reportHazard, socketEndpoint } from "../demo.mjs";
import { operations } from "./story.mjs";

async function post(body, headers = {}) {
  const answer = await fetch(endpoint, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });
  return { status: answer.status, text: await answer.text() };
}

let head;
let plant;

before(async () => {
  head = await bearer("head");
  plant = await ownOrganization(head);
});

test("the fields of an answer stand as they were asked for", async () => {
  const query = "query Named { b: __typename systemStatus { __typename } a: rulebook { __typename } c: __typename }";
  const expected = { data: { b: "Query", systemStatus: { __typename: "SystemStatus" }, a: { __typename: "Rulebook" }, c: "Query" } };
  assert.equal((await post({ query, operationName: "Named" })).text, JSON.stringify(expected));
  assert.equal((await post({ query })).text, JSON.stringify(expected), "without operationName");
});

test("a key that only reads changes nothing", async () => {
  const { data } = await ask(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token userErrors { message } } }",
    { input: { name: "conformance", until: "2023-12-31", password } },
    head,
  );
  const key = { authorization: `Bearer ${data.createApiKey.token}` };
  const { text, name } = operations.ReportHazard;
  for (const operationName of [name, undefined]) {
    const variables = { input: { organizationId: plant, description: "By a key that only reads.", foundBy: "SELF_CHECK" } };
    const answer = await post({ query: text, operationName, variables }, key);
    assert.match(answer.text, /FORBIDDEN/, `with operationName ${operationName}`);
  }
});

test("a subscription over HTTP is refused as such", async () => {
  const { text, name } = operations.HazardChanged;
  for (const operationName of [name, undefined]) {
    assert.match((await post({ query: text, operationName })).text, /WebSocket/, `with operationName ${operationName}`);
  }
});

test("a subscription over a WebSocket is one", async () => {
  let heard;
  const ready = new Promise((resolve) => (heard = resolve));
  const on = { pong: () => heard() };
  const socket = createClient({ url: socketEndpoint, webSocketImpl: WebSocket, connectionParams: head, retryAttempts: 0, keepAlive: 100, on });
  const answers = socket.iterate({ query: operations.HazardChanged.text, variables: { organization: plant } });
  const next = answers.next();
  await Promise.race([ready, next]);
  const id = await reportHazard(head, plant, "A lamp is broken (sent to a subscription without operationName).");
  assert.equal((await next).value.data.hazardChanged.id, id);
  await socket.dispose();
});

test("the variables of the operations that are not meant are not asked for", async () => {
  const query = Object.values(operations).map(({ text }) => text).join("\n");
  const { text } = await post({ query, operationName: "Me" });
  assert.deepEqual(JSON.parse(text), { data: { viewer: null } });
});

test("which of several operations is meant has to be said", async () => {
  const query = "query One { __typename } query Two { __typename }";
  assert.match((await post({ query })).text, /"errors"/);
  assert.match((await post({ query, operationName: "Three" })).text, /"errors"/);
});
