/** Which section of the console is open. It is in the address, so that it can be kept as a bookmark and gone back to. */
import { useEffect, useState } from "preact/hooks";

export const SECTIONS = ["obligations", "overdue", "compliance", "hazards", "mail", "system"] as const;
export type Section = (typeof SECTIONS)[number];

function sectionOf(hash: string): Section {
  return SECTIONS.find((name) => `#${name}` === hash) ?? "obligations";
}

export function useSection(): Section {
  const [section, setSection] = useState(() => sectionOf(location.hash));
  useEffect(() => {
    const follow = () => setSection(sectionOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return section;
}
