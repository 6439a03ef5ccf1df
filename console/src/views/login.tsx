/** The page before the login. It says in one sentence what Redline is, for whoever comes for the first time. */
import { useState } from "preact/hooks";
import type { Came } from "../account";
import { logIn, type Given } from "../login";
import { Entry, EntryForm } from "../parts/entry";
import { useSending } from "../parts/sending";
import { useText } from "../text";
import { Doorway } from "./doorway";

interface LoginProps {
  /** The login name to begin with, of whom has just set a password. */
  name?: string;
  /** Whether the reader was logged in until just now. */
  expired: boolean;
  switchLanguage: () => void;
}

export function Login({ name, expired, switchLanguage }: LoginProps) {
  const { language, text } = useText();
  const words = text.login;
  const sending = useSending<true>();
  // What was given at the first step, while the code of the second is awaited. It is kept nowhere else.
  const [first, setFirst] = useState<Given | null>(null);

  async function attempt(given: Given): Promise<Came<true>> {
    const outcome = await logIn(given, language);
    if ("name" in outcome) return { outcome: true };
    if ("codeNeeded" in outcome) {
      setFirst(given);
      return { refusals: [] };
    }
    if (outcome.refusals.some(({ field }) => field === "password")) setFirst(null);
    return outcome.refusals.length > 0 ? outcome : { refusals: [{ field: "password", message: words.refused }] };
  }
  function send(filled: FormData) {
    const given = first ?? { login: String(filled.get("login")), password: String(filled.get("password")) };
    void sending.send(() => attempt(first === null ? given : { ...given, code: String(filled.get("code")) }));
  }
  function back() {
    sending.clear();
    setFirst(null);
  }
  const tried = sending.busy || sending.refusals.length > 0;
  const notice = name !== undefined ? <p class="done" role="status">{text.password.ready}</p> : expired ? <p class="refusal" role="alert">{words.expired}</p> : null;

  return (
    <Doorway title={text.brand} lead={text.tagline} switchLanguage={switchLanguage}>
      <EntryForm label={words.title} sending={sending} onSend={send} submit={words.submit} busy={words.busy}>
        {!tried && first === null && notice}
        {first === null ? (
          <>
            <Entry key="login" name="login" label={words.name} autocomplete="username" {...(name === undefined ? {} : { value: name })} />
            <Entry key="password" name="password" label={words.password} type="password" autocomplete="current-password" first={name !== undefined} />
          </>
        ) : <Entry key="code" name="code" label={words.code} autocomplete="one-time-code" hint={words.codeHint} first />}
      </EntryForm>
      {first === null
        ? <p class="aside"><a href="#/password">{words.forgotten}</a></p>
        : <p class="aside"><button type="button" class="plain" onClick={back}>{words.otherLogin}</button></p>}
      <p class="aside"><a href="#tip">{text.tip.open}</a></p>
      <p class="aside"><a href="/graphiql">{text.forDevelopers}</a></p>
    </Doorway>
  );
}
