/** Moments in the reader's language and the office's time zone. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { momentInWords } from "../dates";
import { useText } from "../text";

/** The office's time zone, as the server names it. */
export const ZoneContext = createContext("UTC");

/** Puts a moment into words. */
export function useMoment(): (moment: string) => string {
  const { language } = useText();
  const zone = useContext(ZoneContext);
  return (moment) => momentInWords(moment, language, zone);
}
