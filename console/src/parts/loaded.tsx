/** What a view shows around its data: that it is coming, that there is none, or what went wrong, in words. */
import type { ComponentChildren } from "preact";
import { useText } from "../text";
import type { Load, PagedLoad } from "./load";

interface LoadedProps<T> {
  load: Load<T>;
  isEmpty: (data: T) => boolean;
  empty: string;
  children: (data: T) => ComponentChildren;
}

/** The data of a load, once it is there. */
export function Loaded<T>({ load, isEmpty, empty, children }: LoadedProps<T>) {
  const { text } = useText();
  const { data, trouble, busy, again } = load;
  return (
    <div aria-busy={busy} class={busy && data ? "stale" : undefined}>
      {trouble && (
        <div class="trouble" role="alert">
          <p>{text.trouble[trouble]}</p>
          <button type="button" onClick={again}>{text.trouble.retry}</button>
        </div>
      )}
      {data ? (isEmpty(data) ? <p class="empty">{empty}</p> : children(data)) : busy && <p class="loading" role="status">{text.loading}</p>}
    </div>
  );
}

/** The button below a list that has further pages. */
export function More({ load }: { load: PagedLoad<unknown> }) {
  const { text } = useText();
  if (!load.data?.next) return null;
  return (
    <p class="more">
      <button type="button" class="plain" disabled={load.busy} onClick={load.more}>{load.busy ? text.moreBusy : text.more}</button>
    </p>
  );
}
