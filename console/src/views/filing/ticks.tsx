/** Choosing any of several, or one of very many, with a search box where there are more than fit on a screen. */
import { Fragment } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Option } from "../../filing";
import { useText } from "../../text";
import { Faults } from "./fields";

/** From so many on they are searched. */
const MANY = 12;

interface TicksProps {
  name: string;
  label: string;
  options: Option[];
  /** Only one of them. */
  one?: boolean;
  required?: boolean;
  /** Told what is ticked, whenever that changes. */
  onChange?: (ticked: string[]) => void;
}

export function Ticks({ name, label, options, one = false, required = false, onChange }: TicksProps) {
  const words = useText().text.file;
  const box = useRef<HTMLFieldSetElement>(null);
  const [wanted, setWanted] = useState("");
  const [ticked, setTicked] = useState<string[]>([]);
  const inputs = () => [...(box.current?.querySelectorAll<HTMLInputElement>("label > input") ?? [])];
  // What the search hides stays ticked, so it is counted, and sent.
  const count = () => {
    const now = inputs().filter(({ checked }) => checked).map(({ value }) => value);
    setTicked(now);
    onChange?.(now);
  };
  useEffect(() => {
    const form = box.current?.form;
    // The form is empty again only after this event.
    const again = () => setTimeout(() => (setWanted(""), count()));
    form?.addEventListener("reset", again);
    return () => form?.removeEventListener("reset", again);
  }, []);
  const hidden = (word: string) => !word.toLowerCase().includes(wanted.trim().toLowerCase());
  function all(checked: boolean) {
    for (const input of inputs()) if (!input.parentElement!.hidden) input.checked = checked;
    count();
  }
  const many = options.length > MANY;
  const search = useRef<HTMLInputElement>(null);
  // What the search hides cannot be pointed out by the browser as missing, so the search box is.
  useEffect(() => search.current?.setCustomValidity(one && required && ticked.length === 0 ? words.choose : ""));
  const grouped = new Set(options.map(({ group }) => group)).size > 1;
  /** Whether a heading stands before an option: the first of its group that the search leaves. */
  const begins = (at: number) => grouped && options.findIndex(({ group, name: word }) => group === options[at]!.group && !hidden(word)) === at;
  return (
    <fieldset ref={box} class="field ticks">
      <legend>{label}</legend>
      {many && (
        <div class="ticks-head">
          <input
            ref={search} type="search" aria-label={words.search(label)} placeholder={words.searchHint} value={wanted} autocomplete="off"
            onInput={(event) => setWanted(event.currentTarget.value)} onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
          {!one && <button type="button" class="plain" onClick={() => all(true)}>{words.tickAll}</button>}
          {!one && <button type="button" class="plain" onClick={() => all(false)}>{words.tickNone}</button>}
          <span class="quiet" role="status">{one ? options.find(({ id }) => id === ticked[0])?.name ?? words.noneChosen : words.chosen(ticked.length)}</span>
        </div>
      )}
      <div class={many ? "ticks-list" : undefined} onChange={count}>
        {options.map(({ id, name: word, group }, at) => (
          <Fragment key={id}>
            {begins(at) && <p class="ticks-group">{group}</p>}
            <label hidden={many && hidden(word)}>
              <input type={one ? "radio" : "checkbox"} name={name} value={id} required={one && required && !many} /> {word}
            </label>
          </Fragment>
        ))}
        {options.length === 0 && <p class="quiet">{words.nothing}</p>}
        {options.length > 0 && many && options.every(({ name: word }) => hidden(word)) && <p class="quiet">{words.noMatch}</p>}
      </div>
      <Faults name={name} />
    </fieldset>
  );
}
