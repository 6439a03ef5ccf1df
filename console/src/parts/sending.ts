/** Sending something from a form: busy meanwhile, and what came of it, any trouble in words. */
import { useState } from "preact/hooks";
import type { Came } from "../account";
import type { Refusal } from "../filing";
import { useText } from "../text";
import { RequestError } from "../transport";

/** How far something that is sent has come. */
export interface Sending<T> {
  busy: boolean;
  outcome: T | null;
  refusals: Refusal[];
  send: (what: () => Promise<Came<T>>) => Promise<void>;
  clear: () => void;
}

/** Sends something and keeps what came of it. */
export function useSending<T>(): Sending<T> {
  const { text } = useText();
  const [state, setState] = useState<{ busy: boolean; outcome: T | null; refusals: Refusal[] }>({ busy: false, outcome: null, refusals: [] });
  async function send(what: () => Promise<Came<T>>) {
    // What came before stays visible until there is something newer.
    setState(({ outcome }) => ({ busy: true, outcome, refusals: [] }));
    try {
      const came = await what();
      setState({ busy: false, outcome: "outcome" in came ? came.outcome : null, refusals: "refusals" in came ? came.refusals : [] });
    } catch (error) {
      const trouble = error instanceof RequestError ? error.trouble : "failed";
      const message = error instanceof RequestError && error.message ? error.message : text.trouble[trouble];
      setState({ busy: false, outcome: null, refusals: [{ field: null, message }] });
    }
  }
  const clear = () => setState({ busy: false, outcome: null, refusals: [] });
  return { ...state, send, clear };
}
