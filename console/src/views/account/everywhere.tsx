/** Logging out wherever one is logged in. */
import { logOutEverywhere } from "../../login";
import { useSending } from "../../parts/sending";
import { useText } from "../../text";

export function Everywhere() {
  const { text } = useText();
  const words = text.account.everywhere;
  const sending = useSending<true>();
  function leave() {
    if (sending.busy || !confirm(words.sure)) return;
    // The page shows the login then, so there is nothing more to say.
    void sending.send(async () => {
      await logOutEverywhere();
      return { outcome: true };
    });
  }
  return (
    <section class="panel">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {sending.refusals.map(({ message }) => <p key={message} class="refusal" role="alert">{message}</p>)}
      <button type="button" aria-disabled={sending.busy} onClick={leave}>{sending.busy ? words.busy : words.submit}</button>
    </section>
  );
}
