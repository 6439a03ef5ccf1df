/** The fields of the forms: a label above, a large target for a thumb, and below it what the server found wrong with it. */
import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { createContext } from "preact";
import type { Option, Refusal } from "../../filing";
import { useText } from "../../text";

/** What the server refused, for the fields of the form around. */
export const Refused = createContext<Refusal[]>([]);

function Field({ name, label, children }: { name: string; label: string; children: ComponentChildren }) {
  const refusals = useContext(Refused).filter(({ field }) => field === name || field?.startsWith(`${name}.`));
  return (
    <label class="field">
      <span>{label}</span>
      {children}
      {refusals.map(({ message }) => <em key={message} class="refusal" role="alert">{message}</em>)}
    </label>
  );
}

interface Named {
  name: string;
  label: string;
  required?: boolean;
}

export function Line({ name, label, required, type = "text", value }: Named & { type?: string; value?: string }) {
  return <Field name={name} label={label}><input name={name} type={type} required={required} defaultValue={value} autocomplete="off" /></Field>;
}

export function Lines({ name, label, required }: Named) {
  return <Field name={name} label={label}><textarea name={name} rows={3} required={required} /></Field>;
}

interface PickProps extends Named {
  options: Option[];
  value?: string | null;
  onChange?: (value: string) => void;
}

/** One of several. What need not be given can be left open. */
export function Pick({ name, label, required, options, value, onChange }: PickProps) {
  const { text } = useText();
  return (
    <Field name={name} label={label}>
      <select name={name} required={required} defaultValue={value ?? ""} onChange={(event) => onChange?.(event.currentTarget.value)}>
        {(!required || value == null) && <option value="">{text.file.none}</option>}
        {options.map(({ id, name: word }) => <option key={id} value={id}>{word}</option>)}
      </select>
    </Field>
  );
}

/** Any of several. */
export function Ticks({ name, label, options }: Named & { options: Option[] }) {
  return (
    <fieldset class="field ticks">
      <legend>{label}</legend>
      {options.map(({ id, name: word }) => <label key={id}><input type="checkbox" name={name} value={id} /> {word}</label>)}
    </fieldset>
  );
}

/** Photographs, from the camera or the album. */
export function Photos({ name = "photoIds", label }: { name?: string; label: string }) {
  return <Field name={name} label={label}><input name={name} type="file" accept="image/*" multiple /></Field>;
}
