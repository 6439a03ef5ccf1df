// graphql-ws: questions, changes and subscriptions over one WebSocket.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { ask, bearer, ownOrganization, password, reportHazard, socketEndpoint } from "../demo.mjs";
import { bad, operations, refused } from "./story.mjs";

const open = [];

/** A client of the package, which the tests close at their end. It stays connected, unless told otherwise, and tries nothing twice. */
function client(connectionParams, options = {}) {
  const made = createClient({ url: socketEndpoint, webSocketImpl: WebSocket, connectionParams, lazy: false, retryAttempts: 0, ...options });
  open.push(made);
  return made;
}

/** One answer. */
function once(socket, { text, name }, variables = {}) {
  return new Promise((resolve, reject) => {
    let answer;
    socket.subscribe({ query: text, operationName: name, variables }, { next: (next) => (answer = next), error: reject, complete: () => resolve(answer) });
  });
}

/** A subscription that hears when this resolves: a ping that is sent after `subscribe` is answered only then. */
async function listening(headers, { text, name }, variables) {
  let heard;
  const ready = new Promise((resolve) => (heard = resolve));
  const socket = client(headers, { keepAlive: 100, on: { pong: () => heard() } });
  const answers = socket.iterate({ query: text, operationName: name, variables });
  const next = answers.next();
  await ready;
  return { next, answers };
}

let head;
let plant;

before(async () => {
  head = await bearer("head");
  plant = await ownOrganization(head);
});

after(() => Promise.all(open.map((socket) => socket.dispose())));

test("pages, refusals and errors are the same as over HTTP", async () => {
  const socket = client(head);
  const login = await once(client(), operations.SignIn, { login: "head", password });
  assert.match(login.data.login.token, /^rl_/);
  const variables = { filter: { organization: plant }, first: 3 };
  const first = await once(socket, operations.Windows, variables);
  const second = await once(socket, operations.Windows, { ...variables, after: first.data.windows.pageInfo.endCursor });
  const ids = [first, second].flatMap((page) => page.data.windows.edges.map((edge) => edge.node.id));
  assert.equal(new Set(ids).size, 6);
  const report = await once(socket, operations.ReportHazard, refused(plant));
  assert.equal(report.data.reportHazard.userErrors[0].field, "description");
  await assert.rejects(once(socket, bad), (errors) => errors[0].extensions.code === "GRAPHQL_VALIDATION_FAILED");
});

test("a client that connects when it asks, and closes when it was answered, asks once more at once", async () => {
  const socket = client(head, { lazy: true });
  await once(socket, operations.Me);
  const { data } = await once(socket, operations.Me);
  assert.ok(data.viewer.person.name);
});

test("who subscribes is sent the hazard that is reported", async () => {
  const { next, answers } = await listening(head, operations.HazardChanged, { organization: plant });
  const id = await reportHazard(head, plant, "A cable lies in the water (sent to a subscription).");
  const { value } = await next;
  assert.equal(value.data.hazardChanged.id, id);
  assert.equal(value.data.hazardChanged.state, "REPORTED");
  await answers.return();
});

test("a visitor, who sees no hazard, is told to log in", async () => {
  const { text, name } = operations.HazardChanged;
  const answers = client().iterate({ query: text, operationName: name });
  await assert.rejects(answers.next(), (errors) => errors[0].extensions.code === "UNAUTHENTICATED");
});

test("a subscription ends when its person logs out", async () => {
  const session = await bearer("head");
  const { next } = await listening(session, operations.HazardChanged, { organization: plant });
  const ended = assert.rejects(next, (errors) => errors[0].extensions.code === "UNAUTHENTICATED");
  await ask("mutation { logout { userErrors { message } } }", {}, session);
  await reportHazard(head, plant, "A ladder has lost a rung (after somebody logged out).");
  await ended;
});

test("a token that does not hold is refused before anything is asked", async () => {
  const closed = new Promise((resolve) => client({ authorization: "Bearer rl_no" }, { onNonLazyError: () => {}, on: { closed: resolve } }));
  assert.equal((await closed).code, 4403);
});
