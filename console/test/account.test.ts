/** One's own account, as it is asked for and changed. */
import { expect, it, vi } from "vitest";
import { changePassword, createApiKey, inGroups, pictureOf, setPassword, beginSecondFactor } from "../src/account";
import { alike } from "../src/parts/new-password";

function server(outcome: object) {
  const inputs: unknown[] = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    inputs.push((JSON.parse(String(init.body)) as { variables: { input: unknown } }).variables.input);
    return new Response(JSON.stringify({ data: { outcome } }));
  });
  return inputs;
}

it("a change is told the API by its own names, and its outcome is what it answers", async () => {
  const inputs = server({ login: "wang", token: "rlk_1", userErrors: [] });
  expect(await setPassword("id.mac", "a sentence of mine", "zh")).toEqual({ outcome: "wang" });
  expect(await changePassword("old", "a sentence of mine", "zh")).toEqual({ outcome: true });
  const key = { name: "Scale", mayWrite: false, until: "2023-10-10", password: "old" };
  expect(await createApiKey(key, "zh")).toEqual({ outcome: "rlk_1" });
  expect(inputs).toEqual([{ code: "id.mac", password: "a sentence of mine" }, { current: "old", new: "a sentence of mine" }, key]);
});

it("a refusal is an outcome, with the field at fault", async () => {
  const userErrors = [{ field: "code", message: "This link is not valid." }];
  server({ login: null, secret: null, uri: null, qr: null, userErrors });
  expect(await setPassword("id.mac", "a sentence of mine", "en")).toEqual({ refusals: userErrors });
  expect(await beginSecondFactor("old", "en")).toEqual({ refusals: userErrors });
});

it("a picture is the address of its text, whatever letters are in it", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>红线</title></svg>';
  const [head, body] = pictureOf(svg).split(",");
  expect(head).toBe("data:image/svg+xml;base64");
  expect(Buffer.from(body!, "base64").toString()).toBe(svg);
});

it("a secret stands in groups of four", () => {
  expect(inGroups("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
  expect(inGroups("")).toBe("");
});

it("a new password goes no further unless it was entered twice alike", async () => {
  const filled = (again: string) => ({ get: (name: string) => (name === "again" ? again : "a sentence of mine") }) as unknown as FormData;
  const then = vi.fn(async (password: string) => ({ outcome: password }));
  expect(await alike(filled("a sentence of mind"), "new", "differ", then)).toEqual({ refusals: [{ field: "again", message: "differ" }] });
  expect(then).not.toHaveBeenCalled();
  expect(await alike(filled("a sentence of mine"), "new", "differ", then)).toEqual({ outcome: "a sentence of mine" });
});
