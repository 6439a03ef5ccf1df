/** A new password, which is entered twice. */
import type { Came } from "../account";
import { useText } from "../text";
import { Entry } from "./entry";

/** The two fields of a new password. `name` is what the API calls it. */
export function NewPassword({ name, first = false }: { name: string; first?: boolean }) {
  const { text } = useText();
  return (
    <>
      <Entry name={name} label={text.password.new} type="password" autocomplete="new-password" hint={text.password.rule} first={first} />
      <Entry name="again" label={text.password.again} type="password" autocomplete="new-password" />
    </>
  );
}

/** Goes on only if the new password was entered twice alike. */
export async function alike<T>(filled: FormData, name: string, differ: string, then: (password: string) => Promise<Came<T>>): Promise<Came<T>> {
  const password = String(filled.get(name));
  return password === String(filled.get("again")) ? then(password) : { refusals: [{ field: "again", message: differ }] };
}
