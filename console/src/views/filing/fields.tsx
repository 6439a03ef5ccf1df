/** The fields of the forms: a label above, a large target for a thumb, and below it what the server found wrong with it. */
import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Option, Refusal } from "../../filing";
import { useText } from "../../text";

/** What the server refused, for the fields of the form around. */
export const Refused = createContext<Refusal[]>([]);

function Field({ name, label, children }: { name: string; label: string; children: ComponentChildren }) {
  return (
    <label class="field">
      <span>{label}</span>
      {children}
      <Faults name={name} />
    </label>
  );
}

/** What the server found wrong with a field. Of a field with one thing a line it also names the line: `findings.2.description`. */
export function Faults({ name }: { name: string }) {
  const { text } = useText();
  const refusals = useContext(Refused).filter(({ field }) => field === name || field?.startsWith(`${name}.`));
  return (
    <>
      {refusals.map(({ field, message }) => {
        const at = /^\w+\.(\d+)/.exec(field ?? "")?.[1];
        return <em key={`${field}${message}`} class="refusal" role="alert">{at === undefined ? message : text.file.line(Number(at) + 1, message)}</em>;
      })}
    </>
  );
}

interface Named {
  name: string;
  label: string;
  required?: boolean;
}

interface LineProps extends Named {
  type?: string;
  autocomplete?: "off" | "current-password";
  value?: string;
  onChange?: (value: string) => void;
}

export function Line({ name, label, required, type = "text", autocomplete = "off", value, onChange }: LineProps) {
  const change = (event: { currentTarget: HTMLInputElement }) => onChange?.(event.currentTarget.value);
  return <Field name={name} label={label}><input name={name} type={type} required={required} defaultValue={value} autocomplete={autocomplete} onChange={change} /></Field>;
}

export function Lines({ name, label, required, example }: Named & { example?: string }) {
  return <Field name={name} label={label}><textarea name={name} rows={3} required={required} placeholder={example} /></Field>;
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
      <select name={name} required={required} onChange={(event) => onChange?.(event.currentTarget.value)}>
        {(!required || value == null) && <option value="">{required ? text.file.choose : text.file.none}</option>}
        {options.map(({ id, name: word }) => <option key={id} value={id} {...beginsWith(id === value)}>{word}</option>)}
      </select>
    </Field>
  );
}

/** Chosen at first, and again when the form is emptied. Preact's types do not know this property of the browser's. */
const beginsWith = (chosen: boolean) => ({ defaultSelected: chosen });

/** Photographs, from the camera or the album. */
export function Photos({ name = "photoIds", label }: { name?: string; label: string }) {
  return <Field name={name} label={label}><input name={name} type="file" accept="image/*" multiple /></Field>;
}
