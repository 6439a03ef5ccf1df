/** How the pages talk to the server. */
import { beforeEach, describe, expect, it, vi } from "vitest";

let sent: RequestInit[];
let reply: () => Response;
const answering = (body: object, status = 200) => () => new Response(JSON.stringify(body), { status });

async function fresh() {
  vi.resetModules();
  return { ...(await import("../src/transport")), ...(await import("../src/session")) };
}

beforeEach(() => {
  sent = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => (sent.push(init), reply()));
});

it("sends the cookie to this server alone, and no token", async () => {
  const { request } = await fresh();
  reply = answering({ data: { ok: true } });
  await request("{ ok }", {}, "en-GB");
  expect(sent[0]!.credentials).toBe("same-origin");
  expect(Object.keys(sent[0]!.headers as object).sort()).toEqual(["accept", "accept-language", "content-type"]);
});

describe("a session that is over", () => {
  const refused = answering({ errors: [{ message: "Log in first.", extensions: { code: "UNAUTHENTICATED" } }] });
  it("is known by the refusal", async () => {
    const { request, loggedIn, session } = await fresh();
    loggedIn();
    reply = refused;
    await expect(request("{ mine }")).rejects.toMatchObject({ trouble: "logged-out" });
    expect(session()).toMatchObject({ state: "out", expired: true });
  });
  it("is known by there being no viewer", async () => {
    const { request, known, loggedIn, session } = await fresh();
    loggedIn();
    reply = answering({ data: { viewer: null } });
    await expect(known(request<{ viewer: object | null }>("{ viewer { id } }"))).rejects.toMatchObject({ trouble: "logged-out" });
    expect(session()).toMatchObject({ state: "out", expired: true });
  });
  it("is not the one that began while the refusal was on its way", async () => {
    const { request, loggedIn, session } = await fresh();
    loggedIn();
    reply = () => (loggedIn(), refused());
    await expect(request("{ mine }")).rejects.toMatchObject({ trouble: "logged-out" });
    expect(session().state).toBe("in");
  });
});

it("leaves a session alone when the server cannot be reached", async () => {
  const { request, loggedIn, session } = await fresh();
  loggedIn();
  reply = answering({}, 503);
  await expect(request("{ mine }")).rejects.toMatchObject({ trouble: "unreachable" });
  expect(session().state).toBe("in");
});
