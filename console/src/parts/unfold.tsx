/** Something that is folded away, and asked of the server only when somebody unfolds it. */
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Api } from "../api";
import { useLoad } from "./load";
import { Loaded } from "./loaded";

interface UnfoldProps<T> {
  title: string;
  load: (api: Api) => Promise<T>;
  isEmpty: (data: T) => boolean;
  empty: string;
  children: (data: T) => ComponentChildren;
}

export function Unfold<T>({ title, ...inside }: UnfoldProps<T>) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{title}</summary>
      {opened && <Inside {...inside} />}
    </details>
  );
}

function Inside<T>({ load, ...rest }: Omit<UnfoldProps<T>, "title">) {
  return <Loaded load={useLoad(load, [])} {...rest} />;
}
