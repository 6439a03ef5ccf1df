/** The pages about logging in and about one's own account, as people go through them. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { en } from "../src/text/en";
import { open, type Answers } from "./page";

afterEach(() => vi.unstubAllGlobals());

const systemStatus = { today: "2023-07-12", timezone: "Asia/Shanghai" };
const seats = [{ organization: { id: "organization_1", name: "Salt Works", kind: "VILLAGE" } }];
const empty = { windows: { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } } };
const refusal = (field: string, code: string, message: string) => [{ field, code, message }];

/** A server at which somebody is logged in, or not. */
function server(start: { in?: boolean; factor?: boolean; owes?: boolean } = {}) {
  const now = { in: start.in ?? false, factor: start.factor ?? false, owes: start.owes ?? false, keys: [] as object[] };
  const viewer = () => ({ person: { id: "person_1", name: "Wang" }, owesSecondFactor: now.owes && !now.factor, seats });
  const answers: Answers = {
    Viewer: () => ({ viewer: now.in ? viewer() : null, systemStatus }),
    Windows: () => empty,
    Account: () => ({ viewer: now.in ? { secondFactor: now.factor, apiKeys: now.keys } : null }),
    LogIn: ({ password, code }) => {
      if (password !== "right") return { login: { viewer: null, userErrors: refusal("password", "WRONG_CREDENTIALS", "Wrong login or password.") } };
      if (now.factor && !code) return { login: { viewer: null, userErrors: refusal("code", "SECOND_FACTOR_NEEDED", "Enter the digits.") } };
      if (now.factor && code !== "123456") return { login: { viewer: null, userErrors: refusal("code", "WRONG_CODE", "The code is wrong.") } };
      now.in = true;
      return { login: { viewer: viewer(), userErrors: [] } };
    },
    LogOut: () => ((now.in = false), { logout: { userErrors: [] } }),
    LogOutEverywhere: () => ((now.in = false), { logoutEverywhere: { userErrors: [] } }),
    BeginSecondFactor: () => ({ outcome: { secret: "ABCDEFGH", uri: "otpauth://totp/x", qr: "<svg/>", userErrors: [] } }),
    ConfirmSecondFactor: () => ((now.factor = true), { outcome: { userErrors: [] } }),
    RemoveSecondFactor: () => ((now.factor = false), { outcome: { userErrors: [] } }),
    RequestPasswordReset: () => ({ outcome: { userErrors: [] } }),
    SetPassword: () => ({ outcome: { login: "wang", userErrors: [] } }),
    ChangePassword: () => ({ outcome: { userErrors: [] } }),
    CreateApiKey: ({ input }) => {
      now.keys.push({ id: "apiKey_1", ...(input as unknown as object), createdAt: "2023-07-12T01:00:00Z", expiresAt: "2023-10-10T16:00:00Z" });
      return { outcome: { token: "rlk_once", userErrors: [] } };
    },
    RevokeApiKey: () => ((now.keys = []), { outcome: { userErrors: [] } }),
  };
  return { now, answers };
}

describe("the login", () => {
  it("is what a visitor sees, who is not told that a session has ended", async () => {
    const page = await open("", server().answers);
    expect(page.field("login")?.attributes.autocomplete).toBe("username");
    expect(page.field("password")?.attributes).toMatchObject({ autocomplete: "current-password", type: "password" });
    expect(page.text()).not.toContain(en.login.expired);
  });

  it("tells at the field what is wrong, and leads on when it is right", async () => {
    const page = await open("", server().answers);
    await page.fill("Log in", { login: "wang", password: "wrong" });
    expect(page.described("password")).toBe("Wrong login or password.");
    expect(page.field("password")?.attributes["aria-invalid"]).toBe("true");
    expect(page.focused()).toBe("password");
    await page.fill("Log in", { login: "wang", password: "right" });
    expect(page.text()).toContain(en.nav.obligations);
    expect(page.text()).toContain("Wang · Salt Works");
  });

  it("asks for the code where there is a second factor, and sends the same again with it", async () => {
    const page = await open("", server({ factor: true }).answers);
    await page.fill("Log in", { login: "wang", password: "right" });
    expect(page.field("code")?.attributes).toMatchObject({ autocomplete: "one-time-code", inputMode: "numeric" });
    expect(page.focused()).toBe("code");
    expect(page.described("code")).toBe(en.login.codeHint);
    await page.fill("Log in", { code: "000000" });
    expect(page.described("code")).toContain("The code is wrong.");
    await page.fill("Log in", { code: "123456" });
    expect(page.text()).toContain("Wang · Salt Works");
    const last = page.requests.filter(({ operation }) => operation === "LogIn").at(-1)!;
    expect(last.variables).toEqual({ login: "wang", password: "right", code: "123456" });
  });

  it("can be gone back to from the code", async () => {
    const page = await open("", server({ factor: true }).answers);
    await page.fill("Log in", { login: "wang", password: "right" });
    await page.press(en.login.otherLogin);
    expect(page.field("code")).toBeUndefined();
    expect(page.field("password")?.value).toBe("");
  });

  it("comes back with a word when the session has ended", async () => {
    const { now, answers } = server({ in: true });
    const page = await open("#obligations", answers);
    now.in = false;
    await page.go("#compliance");
    expect(page.text()).toContain(en.login.expired);
  });
});

describe("logging out", () => {
  it("leads to the login without a word", async () => {
    const page = await open("", server({ in: true }).answers);
    await page.press(en.logOut);
    expect(page.field("password")).toBeDefined();
    expect(page.text()).not.toContain(en.login.expired);
  });

  it("is not pretended where the server cannot be told, since the cookie is still there", async () => {
    const { answers } = server({ in: true });
    const page = await open("", { ...answers, LogOut: () => null });
    await page.press(en.logOut);
    expect(page.text()).toContain(en.logOutFailed);
    expect(page.text()).toContain("Wang · Salt Works");
  });

  it("in another tab is noticed", async () => {
    const { now, answers } = server({ in: true });
    const page = await open("", answers);
    const other = new BroadcastChannel("redline.session");
    now.in = false;
    await page.settle(() => other.postMessage("out"));
    expect(page.field("password")).toBeDefined();
    now.in = true;
    await page.settle(() => other.postMessage("in"));
    expect(page.text()).toContain("Wang · Salt Works");
    other.close();
  });
});

describe("a password that is forgotten", () => {
  it("is asked for by the login name, and the answer tells nothing of the account", async () => {
    const page = await open("#/password", server().answers);
    await page.fill(en.password.forgotten, { login: "wang" });
    expect(page.text()).toContain(en.password.asked);
    expect(page.requests.at(-1)).toMatchObject({ operation: "RequestPasswordReset", variables: { input: { login: "wang" } } });
  });

  it("is set by the code of a link, which stays nowhere, and then one logs in with it", async () => {
    const page = await open("#/password/id.mac", server().answers);
    expect(page.address()).toBe("#/password");
    expect(page.field("password")?.attributes.autocomplete).toBe("new-password");
    expect(page.described("password")).toBe(en.password.rule);
    await page.fill(en.password.title, { password: "a sentence of mine", again: "a sentence of mind" });
    expect(page.described("again")).toBe(en.password.differ);
    expect(page.requests.map(({ operation }) => operation)).not.toContain("SetPassword");
    await page.fill(en.password.title, { password: "a sentence of mine", again: "a sentence of mine" });
    expect(page.requests.at(-1)?.variables).toEqual({ input: { code: "id.mac", password: "a sentence of mine" } });
    expect(page.field("login")?.value).toBe("wang");
    expect(page.text()).toContain(en.password.ready);
    expect(page.focused()).toBe("password");
    await page.fill("Log in", { login: "wang", password: "right" });
    expect(page.text()).toContain("Wang · Salt Works");
  });

  it("is followed by the login even where somebody else is logged in", async () => {
    const page = await open("#/password/id.mac", server({ in: true }).answers);
    await page.fill(en.password.title, { password: "a sentence of mine", again: "a sentence of mine" });
    expect(page.field("login")?.value).toBe("wang");
  });

  it("cannot be set by a link that was used, and then a new one is offered", async () => {
    const { answers } = server();
    const page = await open("#/password/id.mac", { ...answers, SetPassword: () => ({ outcome: { login: null, userErrors: refusal("code", "BAD_LINK", "Not valid.") } }) });
    await page.fill(en.password.title, { password: "a sentence of mine", again: "a sentence of mine" });
    expect(page.text()).toContain("Not valid.");
    expect(page.text()).toContain(en.password.anotherLink);
  });
});

describe("who owes a second factor", () => {
  it("is led to it from wherever, is told why, sees nothing else, and then everything", async () => {
    const page = await open("#/windows/window_1", server({ in: true, owes: true }).answers);
    expect(page.text()).toContain(en.account.factor.owed);
    expect(page.text()).not.toContain(en.nav.obligations);
    expect(page.text()).not.toContain("Salt Works");
    await page.fill(en.account.factor.title, { password: "right" });
    const picture = page.elements().find(({ localName, attributes }) => localName === "img" && attributes.class === "qr");
    expect(picture?.attributes).toMatchObject({ alt: en.account.factor.picture, src: `data:image/svg+xml;base64,${btoa("<svg/>")}` });
    expect(page.text()).toContain("ABCD EFGH");
    expect(page.focused()).toBe("code");
    await page.fill(en.account.factor.title, { code: "123456" });
    expect(page.text()).not.toContain(en.account.factor.owed);
    expect(page.text()).toContain("Salt Works");
    expect(page.address()).toBe("#/windows/window_1");
  });
});

describe("the account", () => {
  it("changes the password, which does not stay on the page", async () => {
    const page = await open("#/account", server({ in: true }).answers);
    const words = en.account.password;
    expect(page.elements().find(({ attributes }) => attributes["aria-current"])?.textContent).toBe(en.account.open);
    await page.fill(words.title, { current: "right", new: "a sentence of mine", again: "another sentence" });
    expect(page.described("again")).toBe(en.password.differ);
    await page.fill(words.title, { current: "right", new: "a sentence of mine", again: "a sentence of mine" });
    expect(page.text()).toContain(words.done);
    expect([page.field("current")?.value, page.field("new")?.value, page.field("again")?.value]).toEqual(["", "", ""]);
  });

  it("turns the second factor off by the password, and says so", async () => {
    const page = await open("#/account", server({ in: true, factor: true }).answers);
    await page.fill(en.account.factor.remove, { password: "right" });
    expect(page.text()).toContain(en.account.factor.removed);
    expect(page.text()).toContain(en.account.factor.what);
  });

  it("makes a key, tells its token once, lists it, and ends it", async () => {
    const page = await open("#/account", server({ in: true }).answers);
    const words = en.account.keys;
    expect(page.text()).toContain(words.empty);
    expect(page.field("until")?.attributes).toMatchObject({ defaultValue: "2023-10-10", min: "2023-07-12", max: "2024-07-12" });
    await page.fill(words.make, { name: "Scale", mayWrite: true, password: "right" });
    expect(page.requests.find(({ operation }) => operation === "CreateApiKey")?.variables)
      .toEqual({ input: { name: "Scale", mayWrite: true, until: "2023-10-10", password: "right" } });
    expect(page.text()).toContain("rlk_once");
    expect(page.text()).toContain(words.once);
    expect(page.text()).toContain(words.writes);
    expect(page.text()).toContain("10 October 2023");
    await page.press(words.end);
    expect(page.text()).toContain(words.ended);
    expect(page.text()).toContain(words.empty);
    await page.go("#system");
    await page.go("#/account");
    expect(page.text()).not.toContain("rlk_once");
  });

  it("logs out everywhere", async () => {
    const page = await open("#/account", server({ in: true }).answers);
    await page.press(en.account.everywhere.submit);
    expect(page.requests.map(({ operation }) => operation)).toContain("LogOutEverywhere");
    expect(page.field("password")).toBeDefined();
  });
});

it("no password field hides for good what is typed into it", async () => {
  const page = await open("", server().answers);
  const shown = () => page.field("password")?.attributes.type;
  expect(shown()).toBe("password");
  await page.press(en.entry.showWord);
  expect(shown()).toBe("text");
  await page.press(en.entry.hideWord);
  expect(shown()).toBe("password");
});
