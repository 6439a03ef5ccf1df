/** The text of the console in the language chosen, given to every part of the page. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { chosenLanguage, type Language } from "../language";
import { en } from "./en";
import { zh, type Text } from "./zh";

export const LanguageContext = createContext<Language>(chosenLanguage());

/** The text in a language. */
export function textIn(language: Language): Text {
  return language === "zh" ? zh : en;
}

/** The language of the page and its text. */
export function useText(): { language: Language; text: Text } {
  const language = useContext(LanguageContext);
  return { language, text: textIn(language) };
}
