/** Whatever goes wrong between two tries, what the server keeps and what is signed is what the form shows, once. */
import { describe, expect, it } from "vitest";
import { Attempt, type Fields, type Way } from "../src/attempt";
import type { Outcome } from "../src/filing";
import { INSPECTION } from "../src/views/filing/inspection";

interface Row {
  fields: Fields;
  voided: boolean;
  signed: boolean;
}

/** A server that carries out a request once, and loses an answer, or the request with it, when told to. */
function server(way: Way) {
  const rows = new Map<string, Row>();
  const requests = new Map<string, string>();
  const next: ("lose answer" | "lose request" | "refuse" | "answer")[] = [];
  const amendMutation = way.amend?.("x", {}, {})?.mutation;
  async function send(mutation: string, { requestId, ...input }: Fields): Promise<Outcome> {
    const fate = next.shift();
    if (fate === "lose request") throw new Error("unreachable");
    if (fate === "refuse") return { refusals: [{ field: "summary", message: "no" }] };
    const outcome = carriedOut(mutation, String(requestId), input);
    if (fate === "lose answer") throw new Error("unreachable");
    return outcome;
  }
  function carriedOut(mutation: string, requestId: string, input: Fields): Outcome {
    const earlier = requests.get(requestId);
    if (earlier !== undefined) return { id: earlier };
    const id = mutation === way.record ? `record_${rows.size + 1}` : String(input.inspectionId ?? input.id);
    const row = rows.get(id);
    if (mutation === way.record) rows.set(id, { fields: input, voided: false, signed: false });
    else if (row!.voided || row!.signed) return { refusals: [{ field: null, message: "sealed" }] };
    else if (mutation === amendMutation) {
      const { inspectionId: _, ...changes } = input;
      // As with the server, null leaves a field as it is.
      row!.fields = { ...row!.fields, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null)) };
    } else row!.voided = true;
    requests.set(requestId, id);
    return { id };
  }
  const valid = () => [...rows.values()].filter(({ voided }) => !voided).map(({ fields }) => fields);
  return { rows, next, send, valid };
}

function attempt(way: Way) {
  const far = server(way);
  let names = 0;
  const trying = new Attempt(way, far.send, () => `request-${++names}`);
  const settle = (input: Fields) => trying.settle(async () => ({ input }));
  /** The record that would be signed now shows just this. */
  const shows = (outcome: Outcome, input: Fields) => {
    expect("id" in outcome && far.rows.get(outcome.id)).toEqual({ fields: input, voided: false, signed: false });
    expect(far.valid()).toEqual([input]);
  };
  return { ...far, settle, shows, trying };
}

const form = (changes: Fields = {}): Fields => ({ organizationId: "org_1", inspectorId: "org_1", summary: "旧", findings: [], alertId: null, photoIds: [], ...changes });
const edited = form({ summary: "新", findings: [{ description: "漏油" }] });

describe("an inspection", () => {
  it("is recorded once, however often the unchanged form is sent", async () => {
    const { settle, shows, rows } = attempt(INSPECTION);
    await settle(form());
    shows(await settle(form()), form());
    expect(rows.size).toBe(1);
  });
  it("whose signature failed is changed before it is signed, when the form was", async () => {
    const { settle, shows, rows } = attempt(INSPECTION);
    await settle(form());
    shows(await settle(edited), edited);
    shows(await settle(form()), form());
    expect(rows.size).toBe(1);
  });
  it.each(["lose answer", "lose request"] as const)("has the words of the form though the first sending did %s", async (fate) => {
    for (const second of [form(), edited]) {
      const { next, settle, shows, rows } = attempt(INSPECTION);
      next.push(fate);
      await expect(settle(form())).rejects.toThrow();
      shows(await settle(second), second);
      expect(rows.size).toBe(1);
    }
  });
  it.each(["lose answer", "lose request"] as const)("is changed back, too, when the answer to a change did %s", async (fate) => {
    for (const third of [form(), edited]) {
      const { next, settle, shows } = attempt(INSPECTION);
      await settle(form());
      next.push(fate);
      await expect(settle(edited)).rejects.toThrow();
      shows(await settle(third), third);
    }
  });
  it("is made anew when who was inspected changes, or when it no longer cites an alert", async () => {
    const cites = form({ alertId: "alert_1" });
    for (const [first, second] of [[form(), form({ organizationId: "org_2" })], [cites, form()]] as const) {
      const { settle, shows, rows } = attempt(INSPECTION);
      await settle(first);
      shows(await settle(second), second);
      expect(rows.size).toBe(2);
    }
  });
  it("is taken back once, though the answer to that was lost", async () => {
    const { next, settle, shows } = attempt(INSPECTION);
    const elsewhere = form({ organizationId: "org_2" });
    await settle(form());
    next.push("lose answer");
    await expect(settle(elsewhere)).rejects.toThrow();
    shows(await settle(elsewhere), elsewhere);
  });
  it("that was refused leaves nothing behind, and a refused change leaves the record", async () => {
    const { next, settle, shows, rows } = attempt(INSPECTION);
    next.push("refuse");
    expect(await settle(form())).toHaveProperty("refusals");
    await settle(form());
    next.push("refuse");
    expect(await settle(edited)).toHaveProperty("refusals");
    shows(await settle(edited), edited);
    expect(rows.size).toBe(1);
  });
  it("that is sealed by now is not signed with other words", async () => {
    const { settle, rows } = attempt(INSPECTION);
    const outcome = await settle(form());
    rows.get((outcome as { id: string }).id)!.signed = true;
    expect(await settle(edited)).toHaveProperty("refusals");
  });
});

describe("a record that cannot be changed in place", () => {
  const way: Way = { record: "record", takeBack: (id) => ({ mutation: "take back", input: { id } }) };
  it("is taken back and made anew, its photographs uploaded again, when the first answer was lost and the form changed", async () => {
    const { next, shows, rows, trying } = attempt(way);
    const asked: boolean[] = [];
    const settle = (input: Fields) => trying.settle(async (anew) => (asked.push(anew), { input }));
    next.push("lose answer");
    await expect(settle(form())).rejects.toThrow();
    shows(await settle(edited), edited);
    expect(rows.size).toBe(2);
    expect(asked).toEqual([false, false, false, true]);
  });
  it("and not taken back either is told by the server that it stays", async () => {
    const { next, settle, rows } = attempt({ record: "record" });
    next.push("lose answer");
    await expect(settle(form())).rejects.toThrow();
    next.push("answer", "refuse");
    await expect(settle(edited)).resolves.toHaveProperty("refusals");
    expect(rows.size).toBe(1);
  });
});

it("what is wrong with the form is told without sending anything", async () => {
  const { trying, rows } = attempt(INSPECTION);
  const refusals = [{ field: "improvements", message: "unclear" }];
  expect(await trying.settle(async () => ({ refusals }))).toEqual({ refusals });
  expect(rows.size).toBe(0);
});
