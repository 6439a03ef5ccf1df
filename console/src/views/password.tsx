/** The pages about a password that need no login: asking for a link, and setting a password by one. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { requestPasswordReset, setPassword } from "../login";
import mark from "../mark.svg";
import { useText } from "../text";
import { RequestError } from "../transport";

function Sheet({ title, lead, children }: { title: string; lead: string; children: ComponentChildren }) {
  const { text } = useText();
  return (
    <main class="login">
      <div class="login-head"><img src={mark} alt="" width="48" height="48" /><h1>{title}</h1></div>
      <p class="tagline">{lead}</p>
      {children}
      <p class="aside"><a href="#">{text.password.back}</a></p>
    </main>
  );
}

/** Runs what a form is for, and keeps what is to be said meanwhile and afterwards. */
export function useSubmit(work: (form: FormData) => Promise<string>) {
  const { text } = useText();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState("");
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    setRefusal("");
    try {
      setRefusal(await work(form));
    } catch (error) {
      setRefusal(text.trouble[error instanceof RequestError ? error.trouble : "failed"]);
    }
    setBusy(false);
  }
  return { busy, refusal, submit: (event: SubmitEvent) => void submit(event) };
}

/** Asks for a link. Whether there is such an account is not told. */
export function Forgotten() {
  const { language, text } = useText();
  const [sent, setSent] = useState(false);
  const { busy, refusal, submit } = useSubmit(async (form) => {
    const refused = await requestPasswordReset(String(form.get("login")), language);
    setSent(refused === "");
    return refused;
  });
  return (
    <Sheet title={text.password.forgotten} lead={text.password.forgottenLead}>
      {sent ? <p role="status">{text.password.sent}</p> : (
        <form onSubmit={submit} aria-label={text.password.forgotten}>
          <label>
            <span>{text.login.name}</span>
            <input name="login" autocomplete="username" autocapitalize="none" spellcheck={false} required />
          </label>
          <p class="refusal" role="alert">{refusal}</p>
          <button disabled={busy}>{busy ? text.password.sending : text.password.send}</button>
        </form>
      )}
    </Sheet>
  );
}

/** Sets a password by the code of a link, and leads to the login with the name filled in. */
export function NewPassword({ code, done }: { code: string; done: (login: string) => void }) {
  const { language, text } = useText();
  const { busy, refusal, submit } = useSubmit(async (form) => {
    const password = String(form.get("password"));
    if (password !== form.get("again")) return text.password.differ;
    const outcome = await setPassword(code, password, language);
    if ("refusal" in outcome) return outcome.refusal;
    done(outcome.login);
    location.hash = "";
    return "";
  });
  return (
    <Sheet title={text.password.title} lead={text.password.lead}>
      <form onSubmit={submit} aria-label={text.password.title}>
        <NewPasswordFields />
        <p class="refusal" role="alert">{refusal}</p>
        <button disabled={busy}>{busy ? text.password.busy : text.password.submit}</button>
      </form>
    </Sheet>
  );
}

/** The two fields of a new password. */
export function NewPasswordFields() {
  const { text } = useText();
  return (
    <>
      <label>
        <span>{text.password.first}</span>
        <input name="password" type="password" autocomplete="new-password" minLength={15} maxLength={128} required />
      </label>
      <label>
        <span>{text.password.again}</span>
        <input name="again" type="password" autocomplete="new-password" required />
      </label>
    </>
  );
}

