/** One's own account: the second factor, the password, and logging out everywhere. */
import { useState } from "preact/hooks";
import type { Viewer } from "../api";
import { changePassword, logOutEverywhere } from "../login";
import { begin, confirm, remove, type Shared } from "../second-factor";
import { useText } from "../text";
import { NewPasswordFields, useSubmit } from "./password";

interface AccountProps {
  viewer: Viewer;
  /** Asks for the viewer again, of whom something has changed. */
  reload: () => void;
}

export function Account({ viewer, reload }: AccountProps) {
  const { language, text } = useText();
  return (
    <div class="account">
      {viewer.owesSecondFactor && <p class="notice" role="status">{text.account.owes}</p>}
      <section>
        <h2>{text.account.factor}</h2>
        <p>{viewer.secondFactor ? text.account.factorOn : text.account.factorOff}</p>
        {viewer.secondFactor ? <TakeOff done={reload} /> : <SetUp done={reload} />}
      </section>
      <section>
        <h2>{text.account.change}</h2>
        <ChangePassword />
      </section>
      <section>
        <h2>{text.account.everywhere}</h2>
        <p>{text.account.everywhereLead}</p>
        <button type="button" onClick={() => void logOutEverywhere(language).catch(() => undefined)}>{text.account.everywhere}</button>
      </section>
    </div>
  );
}

function SetUp({ done }: { done: () => void }) {
  const { language, text } = useText();
  const [shared, setShared] = useState<Shared | null>(null);
  const ask = useSubmit(async (form) => {
    const outcome = await begin(String(form.get("password")), language);
    if ("refusal" in outcome) return outcome.refusal;
    setShared(outcome);
    return "";
  });
  const turnOn = useSubmit(async (form) => {
    const refused = await confirm(String(form.get("code")), language);
    if (refused === "") done();
    return refused;
  });
  if (shared === null) {
    return (
      <form key="ask" onSubmit={ask.submit}>
        <label><span>{text.account.password}</span><input name="password" type="password" autocomplete="current-password" required /></label>
        <p class="refusal" role="alert">{ask.refusal}</p>
        <button disabled={ask.busy}>{text.account.begin}</button>
      </form>
    );
  }
  // Another form, or the password would stand in the field of the code.
  return (
    <form key="turn-on" onSubmit={turnOn.submit}>
      <p>{text.account.scan} <code>{shared.secret}</code></p>
      <img src={shared.picture} alt="" width="200" height="200" />
      <label><span>{text.account.code}</span><input name="code" autocomplete="one-time-code" inputMode="numeric" required /></label>
      <p class="refusal" role="alert">{turnOn.refusal}</p>
      <button disabled={turnOn.busy}>{text.account.turnOn}</button>
    </form>
  );
}

function TakeOff({ done }: { done: () => void }) {
  const { language, text } = useText();
  const { busy, refusal, submit } = useSubmit(async (form) => {
    const refused = await remove(String(form.get("password")), language);
    if (refused === "") done();
    return refused;
  });
  return (
    <form onSubmit={submit}>
      <label><span>{text.account.password}</span><input name="password" type="password" autocomplete="current-password" required /></label>
      <p class="refusal" role="alert">{refusal}</p>
      <button disabled={busy}>{text.account.turnOff}</button>
    </form>
  );
}

function ChangePassword() {
  const { language, text } = useText();
  const [changed, setChanged] = useState(false);
  const { busy, refusal, submit } = useSubmit(async (form) => {
    const password = String(form.get("password"));
    if (password !== form.get("again")) return text.password.differ;
    const refused = await changePassword(String(form.get("current")), password, language);
    setChanged(refused === "");
    return refused;
  });
  if (changed) return <p role="status">{text.account.changed}</p>;
  return (
    <form onSubmit={submit}>
      <p>{text.password.lead}</p>
      <label><span>{text.account.current}</span><input name="current" type="password" autocomplete="current-password" required /></label>
      <NewPasswordFields />
      <p class="refusal" role="alert">{refusal}</p>
      <button disabled={busy}>{text.account.change}</button>
    </form>
  );
}
