/**
 * Which section of the console is open, and which single thing in it. It is in the address, so that it can be kept as a
 * bookmark and gone back to, and so that a mail can lead to what it speaks of: `#overdue`, `#/windows/window_01h…`.
 */
import { useEffect, useState } from "preact/hooks";

export const SECTIONS = ["obligations", "file", "overdue", "compliance", "hazards", "mail", "system"] as const;
/** A section, or one's account, which is not among them. */
export type Section = (typeof SECTIONS)[number] | "account";

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
  if (hash === "#account") return { section: "account", only: null };
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

/** A page that needs no login: for reports by the public, for a forgotten password, or the one to which a mailed link leads. */
export type Apart = { page: "tip" } | { page: "forgotten" } | { page: "password"; code: string };

export function apartOf(hash: string): Apart | null {
  if (hash === "#tip") return { page: "tip" };
  if (hash === "#forgotten") return { page: "forgotten" };
  const [, code] = /^#\/password\/([\w.-]+)$/.exec(hash) ?? [];
  return code === undefined ? null : { page: "password", code };
}

export function useApart(): Apart | null {
  const [apart, setApart] = useState(() => apartOf(location.hash));
  useEffect(() => {
    const follow = () => setApart(apartOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  // Whoever looks at the address bar, or into the history of the browser, finds no code there.
  useEffect(() => {
    if (apart?.page === "password") history.replaceState(null, "", "#/password");
  }, [apart]);
  return apart;
}
