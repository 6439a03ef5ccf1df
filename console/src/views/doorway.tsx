/** What stands around the forms before the login: the mark, the language, and below the ways onward. */
import type { ComponentChildren } from "preact";
import mark from "../mark.svg";
import { useText } from "../text";

interface DoorwayProps {
  title: string;
  lead: string;
  switchLanguage: () => void;
  children: ComponentChildren;
}

export function Doorway({ title, lead, switchLanguage, children }: DoorwayProps) {
  const { language, text } = useText();
  return (
    <main class="login">
      <div class="login-head">
        <img src={mark} alt="" width="48" height="48" />
        <h1>{title}</h1>
        <button type="button" class="plain" lang={language === "zh" ? "en" : "zh-CN"} onClick={switchLanguage}>{text.switchTo}</button>
      </div>
      <p class="tagline">{lead}</p>
      {children}
    </main>
  );
}
