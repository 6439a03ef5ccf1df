/** A form that files one record: photographs first, then the record, then, where it is signed, the signature. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { newRequestId, send, upload, type Refusal } from "../../filing";
import { useText } from "../../text";
import { RequestError } from "../../transport";
import { Refused } from "./fields";

interface FormProps {
  organization: string;
  mutation: string;
  /** What is sent, from what was filled in and the photographs that were uploaded. */
  input: (form: FormData, photos: string[]) => object;
  /** What follows once the record is there; none: nothing. */
  then?: (form: FormData, id: string) => { mutation: string; input: object } | null;
  children: ComponentChildren;
}

export function Form({ organization, mutation, input, then, children }: FormProps) {
  const { language, text } = useText();
  const words = text.file;
  const [state, setState] = useState<{ busy: boolean; refusals: Refusal[]; done: string | null }>({ busy: false, refusals: [], done: null });
  // Kept until the server has taken the record, so that sending again after a lost connection makes no second one.
  const names = useRef({ record: newRequestId(), then: newRequestId(), photos: new Map<string, string>() });

  async function uploaded(form: FormData): Promise<string[] | Refusal[]> {
    const ids: string[] = [];
    for (const file of form.getAll("photoIds")) {
      if (!(file instanceof File) || file.size === 0) continue;
      const key = `${file.name}/${file.size}/${file.lastModified}`;
      const known = names.current.photos.get(key);
      if (known === undefined) {
        const outcome = await upload(file, organization, language);
        if ("refusals" in outcome) return outcome.refusals;
        names.current.photos.set(key, outcome.id);
        ids.push(outcome.id);
      } else ids.push(known);
    }
    return ids;
  }

  async function file(element: HTMLFormElement): Promise<{ refusals: Refusal[] } | { done: string }> {
    const form = new FormData(element);
    const photos = await uploaded(form);
    if (photos.some((photo) => typeof photo !== "string")) return { refusals: photos as Refusal[] };
    const outcome = await send(mutation, { ...input(form, photos as string[]), requestId: names.current.record }, language);
    if ("refusals" in outcome) return outcome;
    const next = then?.(form, outcome.id);
    if (next) {
      const signed = await send(next.mutation, { ...next.input, requestId: names.current.then }, language);
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
      names.current = { record: newRequestId(), then: newRequestId(), photos: new Map() };
      element.reset();
      setState({ busy: false, refusals: [], done: outcome.done });
    } catch (error) {
      const trouble = error instanceof RequestError ? error.trouble : "failed";
      setState({ busy: false, refusals: [{ field: null, message: text.trouble[trouble] }], done: null });
    }
  }

  const fieldNames = (element: HTMLFormElement | null) => new Set([...(element?.elements ?? [])].map((field) => (field as HTMLInputElement).name));
  const form = useRef<HTMLFormElement>(null);
  // What names no field of this form is told above the button.
  const general = state.refusals.filter(({ field }) => field === null || ![...fieldNames(form.current)].some((name) => name !== "" && field.split(".")[0] === name));
  return (
    <Refused.Provider value={state.refusals}>
      <form ref={form} class="filing" onSubmit={(event) => void submit(event)}>
        {children}
        {general.map(({ message }) => <p key={message} class="refusal" role="alert">{message}</p>)}
        {state.done && <p class="done" role="status">{state.done}</p>}
        <button disabled={state.busy}>{state.busy ? words.busy : words.submit}</button>
      </form>
    </Refused.Provider>
  );
}
