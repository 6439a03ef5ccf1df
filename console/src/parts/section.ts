/**
 * Which section of the console is open, and which single thing in it. It is in the address, so that it can be kept as a
 * bookmark and gone back to, and so that a mail can lead to what it speaks of: `#overdue`, `#/windows/window_01h…`.
 */
import { useEffect, useState } from "preact/hooks";

export const SECTIONS = ["obligations", "file", "overdue", "compliance", "hazards", "mail", "system"] as const;
/** A section, or one's own account, to which the head of the page leads. */
export type Section = (typeof SECTIONS)[number] | "account";

/** What is open: a section, and the identifier of one thing if only that is wanted. */
export interface Place {
  section: Section;
  only: string | null;
}

/** In which section the things of a mail's link are. */
const HOMES: Record<string, Section> = { windows: "obligations", hazards: "hazards" };

export function placeOf(hash: string): Place {
  if (hash === "#/account") return { section: "account", only: null };
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

/** A page that needs no login: reports by the public, a forgotten password, or a password to be set by the code of a mail's link. */
export type OpenPage = { page: "tip" } | { page: "forgotten" } | { page: "password"; code: string };

export function openPageOf(hash: string): OpenPage | null {
  if (hash === "#tip") return { page: "tip" };
  if (hash === "#/password" || hash === "#/password/") return { page: "forgotten" };
  const [, code] = /^#\/password\/(.+)$/.exec(hash) ?? [];
  return code === undefined ? null : { page: "password", code };
}

/** The page that the address names. A link's code is taken out of the address, so that nobody finds it there, or in the browser's history. */
export function takeOpenPage(): OpenPage | null {
  const open = openPageOf(location.hash);
  if (open?.page === "password") history.replaceState(history.state, "", "#/password");
  return open;
}

export function useOpenPage(): OpenPage | null {
  const [open, setOpen] = useState(takeOpenPage);
  useEffect(() => {
    const follow = () => setOpen(takeOpenPage());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return open;
}
