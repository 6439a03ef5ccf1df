// The running demonstration, as the tests reach it: where it listens, its logins, and requests sent as they are written.
import assert from "node:assert/strict";
import http from "node:http";

const base = process.env.REDLINE_URL;
assert.ok(base, "REDLINE_URL names no running demonstration; tests/conformance/run starts one and sets it.");

/** Where requests go. */
export const endpoint = new URL("/graphql", base).href;

/** Where sockets connect. */
export const socketEndpoint = endpoint.replace(/^http/, "ws");

/** The password of every login of the demonstration. */
export const password = "redline-demo";

/** Asks by a plain POST and answers the body; no client is between. */
export async function ask(query, variables = {}, headers = {}) {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return answer.json();
}

/** Headers of somebody who is logged in with a token. */
export async function bearer(login) {
  const { data } = await ask("mutation ($input: LoginInput!) { login(input: $input) { token userErrors { message } } }", {
    input: { login, password },
  });
  assert.ok(data?.login.token, `${login} cannot log in: ${JSON.stringify(data?.login.userErrors)}`);
  return { authorization: `Bearer ${data.login.token}` };
}

/** The organization of whoever asks. */
export async function ownOrganization(headers) {
  const { data } = await ask("{ viewer { organization { id } } }", {}, headers);
  return data.viewer.organization.id;
}

/** Reports a hazard and answers its identifier. */
export async function reportHazard(headers, organizationId, description) {
  const { data } = await ask(
    "mutation ($input: ReportHazardInput!) { reportHazard(input: $input) { hazard { id } userErrors { message } } }",
    { input: { organizationId, description, foundBy: "SELF_CHECK" } },
    headers,
  );
  assert.ok(data?.reportHazard.hazard, JSON.stringify(data));
  return data.reportHazard.hazard.id;
}

/** Sends a request exactly as given. `fetch` would add headers of its own, and refuse some that a browser sets. */
export function send({ method = "POST", path = "/graphql", headers = {}, body = "" }) {
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, base), { method, headers: { "content-length": Buffer.byteLength(body), ...headers } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}
