// What a foreign page can make a browser send: none of it changes anything, though the browser brings the cookie of the session.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import WebSocket from "ws";
import { ask, bearer, ownOrganization, password, send, socketEndpoint } from "../demo.mjs";

const JSON_TYPE = { "content-type": "application/json" };
const OWN = { origin: new URL(socketEndpoint.replace(/^ws/, "http")).origin, "sec-fetch-site": "same-origin" };
const FOREIGN = { origin: "https://foreign.example", "sec-fetch-site": "cross-site" };

let cookie;
let reader;
let plant;

before(async () => {
  reader = await bearer("officer");
  plant = await ownOrganization(reader);
  const query = "mutation ($input: LoginInput!) { login(input: $input) { token viewer { person { name } } } }";
  const { status, headers, text } = await send({
    headers: { ...JSON_TYPE, ...OWN },
    body: JSON.stringify({ query, variables: { input: { login: "officer", password, cookie: true } } }),
  });
  assert.equal(status, 200);
  assert.equal(JSON.parse(text).data.login.token, null, "a page gets no token that its scripts could lose");
  const set = headers["set-cookie"];
  assert.ok(set.every((one) => /; HttpOnly/.test(one) && /; SameSite=Strict/.test(one)), set.join("\n"));
  cookie = { cookie: set.map((one) => one.split(";")[0]).join("; ") };
});

/** A change that would be seen. */
function report(description) {
  const input = { organizationId: plant, description, foundBy: "SELF_CHECK" };
  return { query: "mutation ($input: ReportHazardInput!) { reportHazard(input: $input) { hazard { id } userErrors { code } } }", variables: { input } };
}

/** The same in one line, as it would stand in a form or an address. */
function inline(description) {
  return `mutation { reportHazard(input: {organizationId: "${plant}", description: "${description}", foundBy: SELF_CHECK}) { hazard { id } } }`;
}

async function happened(description) {
  const { data } = await ask("query ($text: String!) { hazards(filter: { text: $text }, first: 1) { totalCount } }", { text: description }, reader);
  return data.hazards.totalCount > 0;
}

/** Nothing of a foreign page may be read either: no answer lets it. */
function assertUnreadable({ headers }) {
  const allowed = Object.keys(headers).filter((name) => name.startsWith("access-control-"));
  assert.deepEqual(allowed, []);
}

async function assertWithout(description, status, request) {
  const answer = await send({ ...request, headers: { ...cookie, ...FOREIGN, ...request.headers } });
  assert.equal(answer.status, status, answer.text);
  assertUnreadable(answer);
  assert.equal(await happened(description), false, `${description}: it happened`);
  return answer;
}

test("the page itself changes something by its cookie, so that these tests would see it", async () => {
  const description = "forged: not at all";
  const answer = await send({ headers: { ...JSON_TYPE, ...cookie, ...OWN }, body: JSON.stringify(report(description)) });
  assert.equal(answer.status, 200);
  assert.ok(await happened(description), answer.text);
});

test("a body that calls itself plain text", async () => {
  const description = "forged as text";
  const body = JSON.stringify(report(description));
  for (const type of ["text/plain", "text/plain; charset=utf-8", "text/plain; application/json", "text/plain, application/json"]) {
    await assertWithout(description, 415, { headers: { "content-type": type }, body });
  }
});

test("a body without a type", async () => {
  const description = "forged without a type";
  await assertWithout(description, 415, { body: JSON.stringify(report(description)) });
});

test("a form", async () => {
  const description = "forged as a form";
  const body = new URLSearchParams({ query: inline(description) }).toString();
  await assertWithout(description, 415, { headers: { "content-type": "application/x-www-form-urlencoded" }, body });
  const path = `/graphql?${body}`;
  await assertWithout(description, 415, { path, headers: { "content-type": "application/x-www-form-urlencoded" } });
});

test("a form with files", async () => {
  const description = "forged in parts";
  const part = (name, value) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = `${part("operations", JSON.stringify(report(description)))}${part("map", "{}")}--b--\r\n`;
  await assertWithout(description, 415, { headers: { "content-type": "multipart/form-data; boundary=b" }, body });
});

test("an address", async () => {
  const description = "forged by an address";
  for (const query of [inline(description), "{ viewer { person { name } } }"]) {
    for (const method of ["GET", "HEAD", "PUT", "DELETE"]) {
      const { headers } = await assertWithout(description, 405, { method, path: `/graphql?${new URLSearchParams({ query })}` });
      assert.equal(headers.allow, "POST");
    }
  }
});

test("a script of a foreign page that sends JSON is not let through, and would be nobody", async () => {
  const description = "forged by a script";
  const asked = { "access-control-request-method": "POST", "access-control-request-headers": "content-type" };
  await assertWithout(description, 405, { method: "OPTIONS", headers: asked });
  for (const says of [FOREIGN, { origin: "null" }, { origin: FOREIGN.origin, "sec-fetch-site": "same-site" }]) {
    const answer = await assertWithout(description, 200, { headers: { ...JSON_TYPE, ...says }, body: JSON.stringify(report(description)) });
    assert.match(answer.text, /UNAUTHENTICATED/);
    const who = await send({ headers: { ...JSON_TYPE, ...cookie, ...says }, body: JSON.stringify({ query: "{ viewer { person { name } } }" }) });
    assert.deepEqual(JSON.parse(who.text), { data: { viewer: null } });
  }
});

/** Talks over a WebSocket as a page of this origin, until it is closed or has had so many messages. */
function socket(headers, messages, most) {
  return new Promise((resolve, reject) => {
    const opened = new WebSocket(socketEndpoint, "graphql-transport-ws", { headers });
    const said = [];
    opened.on("open", () => messages.forEach((message) => opened.send(JSON.stringify(message))));
    opened.on("message", (data) => said.push(JSON.parse(data)) === most && opened.close());
    opened.on("close", (code) => resolve({ code, said }));
    opened.on("error", reject);
  });
}

test("a WebSocket of a foreign page: the cookie is not looked at", async () => {
  const description = "forged over a socket";
  const change = { type: "subscribe", id: "1", payload: report(description) };
  const silent = await socket({ ...cookie, ...FOREIGN }, [change], 1);
  assert.equal(silent.code, 4401);
  const { said } = await socket({ ...cookie, ...FOREIGN }, [{ type: "connection_init" }, change], 2);
  assert.match(JSON.stringify(said), /UNAUTHENTICATED/);
  assert.equal(await happened(description), false);
});
