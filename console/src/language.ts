/** The language of the pages. Chinese unless the reader chose otherwise; the choice is remembered by the browser. */
export type Language = "zh" | "en";

const KEY = "redline.language";

/** The language chosen, or Chinese. */
export function chosenLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
}

/** Remembers the choice and tells the browser, so that fonts, hyphenation and screen readers follow. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing still shows the page in the language chosen.
  }
  tellBrowser(language);
}

/** Marks the document as written in a language. */
export function tellBrowser(language: Language): void {
  document.documentElement.lang = localeOf(language);
}

/** The language tag, for dates, numbers and the server. */
export function localeOf(language: Language): string {
  return language === "zh" ? "zh-CN" : "en-GB";
}

/** The language as the API names it. */
export function codeOf(language: Language): "ZH" | "EN" {
  return language === "zh" ? "ZH" : "EN";
}
