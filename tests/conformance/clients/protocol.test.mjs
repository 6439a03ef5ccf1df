// The protocol graphql-transport-ws where a client breaks it: each time the server closes with the code that the protocol names.
import assert from "node:assert/strict";
import { test } from "node:test";
import WebSocket from "ws";
import { bearer, socketEndpoint } from "../demo.mjs";

const INIT = { type: "connection_init" };
const SUBSCRIBE = { type: "subscribe", id: "1", payload: { query: "subscription { hazardChanged { id } }" } };

/** Says these messages, and answers what was said back until the server closed. */
function talk(messages) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(socketEndpoint, "graphql-transport-ws");
    const said = [];
    socket.on("open", () => messages.forEach((message) => socket.send(typeof message === "string" ? message : JSON.stringify(message))));
    socket.on("message", (data) => said.push(JSON.parse(data)));
    socket.on("close", (code, reason) => resolve({ code, reason: reason.toString(), said }));
    socket.on("error", reject);
  });
}

/** The status with which a connection is refused. */
function status(protocols) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(socketEndpoint, protocols);
    socket.on("unexpected-response", (_, response) => {
      response.destroy();
      resolve(response.statusCode);
    });
    socket.on("open", () => reject(new Error("it was let in")));
    socket.on("error", reject);
  });
}

test("a request before connection_init is unauthorized", async () => {
  const { code, said } = await talk([SUBSCRIBE]);
  assert.equal(code, 4401);
  assert.deepEqual(said, []);
});

test("who says nothing is not waited for", async () => {
  const begun = Date.now();
  assert.equal((await talk([])).code, 4408);
  assert.ok(Date.now() - begun > 3_000, "a slow client has some seconds");
});

test("connection_init comes once", async () => {
  assert.equal((await talk([INIT, INIT])).code, 4429);
});

test("two requests under way have two identifiers", async () => {
  const head = await bearer("head");
  const { code, reason } = await talk([{ ...INIT, payload: head }, SUBSCRIBE, SUBSCRIBE]);
  assert.equal(code, 4409);
  assert.match(reason, /Subscriber for 1 already exists/);
});

test("what is no message ends the connection", async () => {
  for (const message of ["{", JSON.stringify({ type: "start", id: "1" }), JSON.stringify({ type: "subscribe" })]) {
    assert.equal((await talk([message])).code, 4400, message);
  }
});

test("a ping is answered with what it brought, before connection_init too", async () => {
  const { said } = await talk([{ type: "ping", payload: { a: 1 } }, INIT, "{"]);
  assert.deepEqual(said, [{ type: "pong", payload: { a: 1 } }, { type: "connection_ack" }]);
});

test("a farewell is answered with one", async () => {
  const socket = new WebSocket(socketEndpoint, "graphql-transport-ws");
  const code = await new Promise((resolve, reject) => {
    socket.on("open", () => socket.close(1000));
    socket.on("close", resolve);
    socket.on("error", reject);
  });
  assert.equal(code, 1000, "1006: the connection was cut off instead");
});

test("another protocol, or none, is refused as a request", async () => {
  assert.equal(await status([]), 400);
  assert.equal(await status(["graphql-ws"]), 400, "the protocol of the package subscriptions-transport-ws");
});
