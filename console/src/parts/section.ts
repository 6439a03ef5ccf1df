/**
 * Which section of the console is open, and which single thing in it. It is in the address, so that it can be kept as a
 * bookmark and gone back to, and so that a mail can lead to what it speaks of: `#overdue`, `#/windows/window_01h…`.
 */
import { useEffect, useState } from "preact/hooks";

export const SECTIONS = ["obligations", "file", "overdue", "compliance", "hazards", "mail", "system"] as const;
export type Section = (typeof SECTIONS)[number];

/** What is open: a section, and the identifier of one thing if only that is wanted. */
export interface Place {
  section: Section;
  only: string | null;
}

/** In which section the things of a mail's link are. */
const HOMES: Record<string, Section> = { windows: "obligations", hazards: "hazards" };

export function placeOf(hash: string): Place {
  const [, noun, id] = /^#\/(\w+)\/(\w+)$/.exec(hash) ?? [];
  const home = noun === undefined ? undefined : HOMES[noun];
  if (home !== undefined && id !== undefined) return { section: home, only: id };
  return { section: SECTIONS.find((name) => `#${name}` === hash) ?? "obligations", only: null };
}

export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const follow = () => setPlace(placeOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return place;
}

/** Whether the page for reports by the public is open: `#tip`. It needs no login. */
export function useTipping(): boolean {
  const [tipping, setTipping] = useState(location.hash === "#tip");
  useEffect(() => {
    const follow = () => setTipping(location.hash === "#tip");
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return tipping;
}
