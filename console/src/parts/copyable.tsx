/** Something to be copied: it is shown, and there is a button for it. */
import { useId, useRef, useState } from "preact/hooks";
import { useText } from "../text";

interface CopyableProps {
  label: string;
  value: string;
  /** How it is shown, if that is easier to read. */
  shown?: string;
}

export function Copyable({ label, value, shown = value }: CopyableProps) {
  const { text } = useText();
  const id = useId();
  const shownAs = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  async function copy() {
    // Browsers give this to pages by TLS only; elsewhere the text is marked, and one copies it by hand.
    const done = await navigator.clipboard?.writeText(value).then(() => true, () => false) ?? false;
    if (!done && shownAs.current) getSelection()?.selectAllChildren(shownAs.current);
    setCopied(done);
  }
  return (
    <div class="field">
      <span id={id}>{label}</span>
      <div class="entry">
        <code ref={shownAs} class="secret" aria-labelledby={id}>{shown}</code>
        <button type="button" class="plain" onClick={() => void copy()}>{text.entry.copy}</button>
      </div>
      <p class="hint quiet" role="status">{copied === null ? "" : copied ? text.entry.copied : text.entry.copyByHand}</p>
    </div>
  );
}
