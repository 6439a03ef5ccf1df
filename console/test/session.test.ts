/** Whether somebody is logged in, as each tab knows it. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

type Module = typeof import("../src/session");
let module: Module;
let news: unknown[];
const other = new BroadcastChannel("redline.session");
other.onmessage = ({ data }) => news.push(data);
const soon = () => new Promise((resolve) => setTimeout(resolve, 30));

beforeEach(async () => {
  vi.resetModules();
  module = await import("../src/session");
  news = [];
});
afterEach(soon);

it("is not known before the server was asked, and then is what it answered", () => {
  const { session, foundOut } = module;
  expect(session()).toEqual({ state: "unknown", turn: 0 });
  foundOut(true, 0);
  expect(session()).toEqual({ state: "in", turn: 0 });
});

it("is over without a word for whoever was not here, and expired for whoever was", () => {
  const { session, foundOut } = module;
  foundOut(false, 0);
  expect(session()).toMatchObject({ state: "out", expired: false });
  module.loggedIn();
  foundOut(false, session().turn);
  expect(session()).toMatchObject({ state: "out", expired: true });
});

it("is not ended by an answer to what was asked before the login", () => {
  const { session, foundOut, loggedIn } = module;
  const before = session().turn;
  loggedIn();
  foundOut(false, before);
  expect(session().state).toBe("in");
});

it("is told to the other tabs by a word that holds no secret", async () => {
  module.loggedIn();
  module.loggedOut();
  await soon();
  expect(news).toEqual(["in", "out"]);
});

it("is asked for anew when somebody logs in in another tab, and over when he logs out there", async () => {
  const { session, onSessionChange } = module;
  const seen: string[] = [];
  const stop = onSessionChange(() => seen.push(session().state));
  other.postMessage("in");
  await soon();
  other.postMessage("out");
  await soon();
  expect(seen).toEqual(["unknown", "out"]);
  expect(session()).toMatchObject({ turn: 2, expired: false });
  stop();
  module.loggedIn();
  expect(seen).toHaveLength(2);
});
