/** Another password, by the one until now. */
import { changePassword } from "../../account";
import { Entry, EntryForm } from "../../parts/entry";
import { alike, NewPassword } from "../../parts/new-password";
import { useSending } from "../../parts/sending";
import { useText } from "../../text";

export function ChangePassword() {
  const { language, text } = useText();
  const words = text.account.password;
  const sending = useSending<true>();
  const change = (filled: FormData) => void sending.send(() =>
    alike(filled, "new", text.password.differ, (password) => changePassword(String(filled.get("current")), password, language)));
  return (
    <section class="panel">
      <h2>{words.title}</h2>
      <EntryForm label={words.title} sending={sending} onSend={change} submit={words.submit} busy={words.busy} done={words.done}>
        <Entry name="current" label={words.current} type="password" autocomplete="current-password" />
        <NewPassword name="new" />
      </EntryForm>
    </section>
  );
}
