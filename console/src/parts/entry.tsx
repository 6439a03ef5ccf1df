/**
 * Short forms about oneself: each field with its hint and with what is wrong with it, which a screen reader reads out with
 * the field. Nothing hinders pasting, and each field says what it is for, so that a program that keeps passwords can help.
 */
import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useId, useRef, useState } from "preact/hooks";
import { useText } from "../text";
import { Refused } from "../views/filing/fields";
import type { Sending } from "./sending";

/** The names of the fields of the form around. What is refused of any other is told above the button. */
const Names = createContext<Set<string>>(new Set());

/** For what a field is, as browsers call it. */
type Purpose = "username" | "current-password" | "new-password" | "one-time-code" | "off";

interface EntryProps {
  name: string;
  label: string;
  autocomplete: Purpose;
  type?: "text" | "password" | "date";
  hint?: string;
  value?: string;
  min?: string;
  max?: string;
  maxLength?: number;
  /** Whether the cursor stands here when the form appears. */
  first?: boolean;
}

/** A field that must be filled in. */
export function Entry({ name, label, autocomplete, type = "text", hint, value, first = false, ...limits }: EntryProps) {
  const id = useId();
  const { language, text } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  useContext(Names).add(name);
  const faults = useContext(Refused).filter(({ field }) => field === name);
  const described = [hint && `${id}-hint`, faults.length > 0 && `${id}-fault`].filter(Boolean).join(" ");
  useEffect(() => {
    if (first) input.current?.focus();
  }, []);
  const digits = autocomplete === "one-time-code" ? { inputMode: "numeric" as const } : {};
  // Names and passwords are taken as they are typed.
  const exact = autocomplete === "username" || type === "password" ? { autocapitalize: "none" as const, spellcheck: false } : {};
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="entry">
        <input
          ref={input} id={id} name={name} type={shown ? "text" : type} autocomplete={autocomplete} required defaultValue={value}
          aria-describedby={described || undefined} aria-invalid={faults.length > 0 || undefined} {...digits} {...exact} {...limits}
        />
        {type === "password" && (
          // Many systems let nobody write Chinese while the characters are hidden.
          <button type="button" class="plain" aria-label={(shown ? text.entry.hide : text.entry.show)(inSentence(label, language))} onClick={() => setShown(!shown)}>
            {shown ? text.entry.hideWord : text.entry.showWord}
          </button>
        )}
      </div>
      {hint && <p id={`${id}-hint`} class="hint quiet">{hint}</p>}
      {faults.length > 0 && <p id={`${id}-fault`} class="refusal">{faults.map(({ message }) => message).join(" ")}</p>}
    </div>
  );
}

/** A label inside of a sentence. */
function inSentence(label: string, language: string): string {
  return language === "zh" ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

interface EntryFormProps {
  /** Its name, for screen readers. */
  label: string;
  sending: Pick<Sending<unknown>, "busy" | "outcome" | "refusals">;
  onSend: (filled: FormData) => void;
  submit: string;
  busy: string;
  /** Where it went well, what is said of it. */
  done?: string;
  children: ComponentChildren;
}

/** A form around such fields. What is refused is told at its field, which gets the cursor, or else above the button. */
export function EntryForm({ label, sending, onSend, submit, busy, done, children }: EntryFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { busy: sent, refusals, outcome } = sending;
  // The fields are drawn with the form each time, and say their names then: a form may change its fields between two tries.
  const names = useRef(new Set<string>()).current;
  names.clear();
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [refusals]);
  useEffect(() => {
    // A password that was taken does not stay on the page.
    if (!sent && outcome !== null) form.current?.reset();
  }, [sent, outcome]);
  function send(event: SubmitEvent) {
    event.preventDefault();
    // The button stays in its place and keeps the cursor, so it is asked here whether something is on its way already.
    if (!sent) onSend(new FormData(event.currentTarget as HTMLFormElement));
  }
  return (
    <Refused.Provider value={refusals}><Names.Provider value={names}>
      <form ref={form} class="entries" aria-label={label} aria-busy={sent} onSubmit={send}>
        {children}
        <General />
        {done && outcome !== null && <p class="done" role="status">{done}</p>}
        <button aria-disabled={sent}>{sent ? busy : submit}</button>
      </form>
    </Names.Provider></Refused.Provider>
  );
}

/** What is refused of none of the fields before it. */
function General() {
  const names = useContext(Names);
  const general = useContext(Refused).filter(({ field }) => field === null || !names.has(field));
  return general.length === 0 ? null : <p class="refusal" role="alert">{general.map(({ message }) => message).join(" ")}</p>;
}
