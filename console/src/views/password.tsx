/** A password that is not known any more, or not set yet: asking for a link by mail, and what the link leads to. */
import { requestPasswordReset, setPassword } from "../account";
import { Entry, EntryForm } from "../parts/entry";
import { alike, NewPassword } from "../parts/new-password";
import { useSending } from "../parts/sending";
import { useText } from "../text";
import { Doorway } from "./doorway";

/** Asks for a link. What it says afterwards does not tell whether there is such a login. */
export function Forgotten({ switchLanguage }: { switchLanguage: () => void }) {
  const { language, text } = useText();
  const words = text.password;
  const sending = useSending<true>();
  const ask = (filled: FormData) => void sending.send(() => requestPasswordReset(String(filled.get("login")), language));
  return (
    <Doorway title={words.forgotten} lead={words.forgottenLead} switchLanguage={switchLanguage}>
      {sending.outcome === null ? (
        <EntryForm label={words.forgotten} sending={sending} onSend={ask} submit={words.ask} busy={words.asking}>
          <Entry name="login" label={text.login.name} autocomplete="username" first />
        </EntryForm>
      ) : (
        <>
          <p class="done" role="status">{words.asked}</p>
          <p class="aside">{words.nothingCame}</p>
        </>
      )}
      <p class="aside"><a href="#obligations">{words.back}</a></p>
    </Doorway>
  );
}

interface SetPasswordProps {
  /** The code of the link. */
  code: string;
  /** Told the login to which the password belongs now. */
  onSet: (login: string) => void;
  switchLanguage: () => void;
}

/** Sets a password by the code of a link. */
export function SetPassword({ code, onSet, switchLanguage }: SetPasswordProps) {
  const { language, text } = useText();
  const words = text.password;
  const sending = useSending<string>();
  const set = (filled: FormData) => void sending.send(async () => {
    const came = await alike(filled, "password", words.differ, (password) => setPassword(code, password, language));
    if ("outcome" in came) onSet(came.outcome);
    return came;
  });
  // A link that does not work is no fault of what was entered, so a new one is offered.
  const badLink = sending.refusals.some(({ field }) => field === "code");
  return (
    <Doorway title={words.title} lead={words.lead} switchLanguage={switchLanguage}>
      <EntryForm label={words.title} sending={sending} onSend={set} submit={words.set} busy={words.setting}>
        <NewPassword name="password" first />
      </EntryForm>
      {badLink && <p class="aside"><a href="#/password/">{words.anotherLink}</a></p>}
      <p class="aside"><a href="#obligations">{words.back}</a></p>
    </Doorway>
  );
}
