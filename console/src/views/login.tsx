/** The page before the login. It says in one sentence what Redline is, for whoever comes for the first time. */
import { useState } from "preact/hooks";
import { logIn } from "../login";
import mark from "../mark.svg";
import { useText } from "../text";
import { RequestError } from "../transport";

interface LoginProps {
  /** The login name to begin with: who has just set a password need not type it. */
  name: string;
  /** Whether the reader was logged in until just now. */
  expired: boolean;
  switchLanguage: () => void;
}

export function Login({ name, expired, switchLanguage }: LoginProps) {
  const { language, text } = useText();
  const [refusal, setRefusal] = useState(expired ? text.login.expired : "");
  const [busy, setBusy] = useState(false);
  const [wantsCode, setWantsCode] = useState(false);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    setRefusal("");
    try {
      const outcome = await logIn(String(form.get("login")), String(form.get("password")), String(form.get("code") ?? "") || null, language);
      if ("refusal" in outcome) {
        setRefusal(outcome.refusal || text.login.refused);
        setWantsCode(outcome.wantsCode);
      }
    } catch (error) {
      const trouble = error instanceof RequestError ? error.trouble : "failed";
      setRefusal(trouble === "logged-out" ? text.login.refused : text.trouble[trouble]);
    }
    setBusy(false);
  }

  return (
    <main class="login">
      <div class="login-head">
        <img src={mark} alt="" width="48" height="48" />
        <h1>{text.brand}</h1>
        <button type="button" class="plain" lang={language === "zh" ? "en" : "zh-CN"} onClick={switchLanguage}>{text.switchTo}</button>
      </div>
      <p class="tagline">{text.tagline}</p>
      <form onSubmit={(event) => void submit(event)} aria-label={text.login.title}>
        <label>
          <span>{text.login.name}</span>
          <input name="login" defaultValue={name} autocomplete="username" autocapitalize="none" spellcheck={false} required />
        </label>
        <label>
          <span>{text.login.password}</span>
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        {wantsCode && (
          <label>
            <span>{text.login.code}</span>
            <input name="code" autocomplete="one-time-code" inputMode="numeric" autoFocus required />
          </label>
        )}
        <p class="refusal" role="alert">{refusal}</p>
        <button disabled={busy}>{busy ? text.login.busy : text.login.submit}</button>
      </form>
      <p class="aside"><a href="#forgotten">{text.login.forgotten}</a></p>
      <p class="aside"><a href="#tip">{text.tip.open}</a></p>
      <p class="aside"><a href="/graphiql">{text.forDevelopers}</a></p>
    </main>
  );
}
