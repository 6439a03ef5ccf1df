/**
 * One record on its way to the server, over as many tries as it takes: the connection may be lost, a password may be wrong,
 * and between two tries the form may be changed. What is kept, and above all what is signed, is always what the form shows.
 */
import type { Outcome, Refusal } from "./filing";

/** What is sent of a form. */
export type Fields = Record<string, unknown>;

/** One change of the API. */
export interface Change {
  mutation: string;
  input: Fields;
}

/** How a kind of record is made, changed, and taken back. */
export interface Way {
  record: string;
  /** What changes the record in place, from what was sent to what is to be; none: it cannot be changed so. */
  amend?: (id: string, before: Fields, now: Fields) => Change | null;
  /** What takes the record back, so that it can be made anew; none: what was recorded stays. */
  takeBack?: (id: string) => Change;
}

/** Sends a change. */
export type Send = (mutation: string, input: Fields) => Promise<Outcome>;

/** What the form shows, ready to be sent. `anew`: a record was taken back, and its photographs with it. */
export type Make = (anew: boolean) => Promise<{ input: Fields } | { refusals: Refusal[] }>;

/** What was sent last. */
interface Sent {
  requestId: string;
  input: Fields;
  /** The record; none: the answer never came. */
  id: string | null;
  /** Whether the record may differ from `input`, since the answer to a change of it never came. */
  unsure: boolean;
}

export class Attempt {
  #sent: Sent | null = null;

  constructor(private readonly way: Way, private readonly send: Send, private readonly newRequestId: () => string) {}

  /** Brings it about that the server has the record, and has it as the form shows it. */
  async settle(make: Make): Promise<Outcome> {
    for (let anew = false; ; ) {
      const made = await make(anew);
      anew = false;
      if ("refusals" in made) return made;
      const sent = this.#sent;
      // The same request id again: after a lost answer this makes no second record.
      if (sent === null) return this.#record({ requestId: this.newRequestId(), input: made.input, id: null, unsure: false });
      if (sent.id === null) {
        // The old words once more, which shows whether they were recorded the first time.
        const outcome = await this.#record(sent);
        if (same(sent.input, made.input)) return outcome;
        continue;
      }
      if (!sent.unsure && same(sent.input, made.input)) return { id: sent.id };
      const change = this.way.amend?.(sent.id, sent.input, made.input) ?? null;
      if (change !== null) return this.#amend(sent, sent.id, change, made.input);
      const refused = await this.#takeBack(sent, sent.id);
      if (refused !== null) return refused;
      anew = true;
    }
  }

  async #record(sent: Sent): Promise<Outcome> {
    this.#sent = sent;
    const outcome = await this.send(this.way.record, { ...sent.input, requestId: sent.requestId });
    this.#sent = "id" in outcome ? { ...sent, id: outcome.id } : null;
    return outcome;
  }

  async #amend(sent: Sent, id: string, { mutation, input }: Change, now: Fields): Promise<Outcome> {
    this.#sent = { ...sent, unsure: true };
    const outcome = await this.send(mutation, { ...input, requestId: this.newRequestId() });
    // What was refused changed nothing.
    this.#sent = "id" in outcome ? { ...sent, id, input: now, unsure: false } : sent;
    return outcome;
  }

  /** Takes the record back. Answers why it was refused, if it was. */
  async #takeBack(sent: Sent, id: string): Promise<Outcome | null> {
    const change = this.way.takeBack?.(id);
    if (change !== undefined) {
      const outcome = await this.send(change.mutation, { ...change.input, requestId: `${sent.requestId}-back` });
      if ("refusals" in outcome) return outcome;
    }
    this.#sent = null;
    return null;
  }
}

function same(one: Fields, other: Fields): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
