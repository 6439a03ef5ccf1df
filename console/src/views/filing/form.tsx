/** A form that files one record: photographs first, then the record, then, where it is signed, the signature. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Attempt, type Change, type Fields, type Way } from "../../attempt";
import { newRequestId, send, upload, type Outcome, type Refusal } from "../../filing";
import { useText } from "../../text";
import { RequestError } from "../../transport";
import { Refused } from "./fields";

interface FormProps {
  organization: string;
  way: Way;
  /** What is sent, from what was filled in and the photographs that were uploaded, or what is wrong with it. */
  input: (form: FormData, photos: string[]) => Fields | Refusal[];
  /** What follows once the record is there; none: nothing. */
  then?: (form: FormData, id: string) => Change | null;
  /** Called once it is done. */
  onDone?: () => void;
  onReset?: () => void;
  children: ComponentChildren;
}

/** What is kept until the record is done. */
interface Kept {
  attempt: Attempt;
  then: string;
  /** The photographs that were uploaded, so that none is uploaded twice. */
  photos: Map<string, string>;
}

export function Form({ organization, way, input, then, onDone, onReset, children }: FormProps) {
  const { language, text } = useText();
  const words = text.file;
  const [state, setState] = useState<{ busy: boolean; refusals: Refusal[]; done: string | null }>({ busy: false, refusals: [], done: null });
  const form = useRef<HTMLFormElement>(null);
  const sending = (mutation: string, fields: Fields) => send(mutation, fields, language);
  const kept = useRef<Kept | null>(null);

  async function uploaded(filled: FormData, { photos }: Kept): Promise<string[] | Refusal[]> {
    const ids: string[] = [];
    for (const file of filled.getAll("photoIds")) {
      if (!(file instanceof File) || file.size === 0) continue;
      const key = `${file.name}/${file.size}/${file.lastModified}`;
      const known = photos.get(key);
      if (known === undefined) {
        const outcome = await upload(file, organization, language);
        if ("refusals" in outcome) return outcome.refusals;
        photos.set(key, outcome.id);
        ids.push(outcome.id);
      } else ids.push(known);
    }
    return ids;
  }

  async function file(element: HTMLFormElement): Promise<{ refusals: Refusal[] } | { done: string }> {
    const filled = new FormData(element);
    const current = (kept.current ??= { attempt: new Attempt(way, sending, newRequestId), then: newRequestId(), photos: new Map() });
    const outcome: Outcome = await current.attempt.settle(async (anew) => {
      if (anew) current.photos.clear();
      const photos = await uploaded(filled, current);
      if (isRefused(photos)) return { refusals: photos };
      const fields = input(filled, photos);
      return Array.isArray(fields) ? { refusals: fields } : { input: fields };
    });
    if ("refusals" in outcome) return outcome;
    const next = then?.(filled, outcome.id);
    if (next) {
      const signed = await sending(next.mutation, { ...next.input, requestId: current.then });
      if ("refusals" in signed) return signed;
    }
    return { done: next === null ? words.draft : words.done };
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    setState({ busy: true, refusals: [], done: null });
    try {
      const outcome = await file(element);
      if ("refusals" in outcome) return setState({ busy: false, refusals: outcome.refusals, done: null });
      kept.current = null;
      element.reset();
      setState({ busy: false, refusals: [], done: outcome.done });
      onDone?.();
    } catch (error) {
      const trouble = error instanceof RequestError ? error.trouble : "failed";
      setState({ busy: false, refusals: [{ field: null, message: text.trouble[trouble] }], done: null });
    }
  }

  const names = new Set([...(form.current?.elements ?? [])].map((field) => (field as HTMLInputElement).name));
  // What names no field of this form is told above the button.
  const general = state.refusals.filter(({ field }) => field === null || !names.has(field.split(".")[0]!));
  return (
    <Refused.Provider value={state.refusals}>
      <form ref={form} class="filing" onSubmit={(event) => void submit(event)} onReset={onReset}>
        {/* While it is being sent nothing changes: what was read from the form is what is on it. */}
        <fieldset class="filing-fields" disabled={state.busy}>{children}</fieldset>
        {general.map(({ message }) => <p key={message} class="refusal" role="alert">{message}</p>)}
        {state.done && <p class="done" role="status">{state.done}</p>}
        <button disabled={state.busy}>{state.busy ? words.busy : words.submit}</button>
      </form>
    </Refused.Provider>
  );
}

function isRefused(photos: string[] | Refusal[]): photos is Refusal[] {
  return typeof photos[0] === "object";
}
