/** The second factor: the code of a program on the telephone, besides the password. */
import { useState } from "preact/hooks";
import { beginSecondFactor, confirmSecondFactor, inGroups, removeSecondFactor, type Shared } from "../../account";
import { Chip } from "../../parts/chip";
import { Copyable } from "../../parts/copyable";
import { Entry, EntryForm } from "../../parts/entry";
import { useSending } from "../../parts/sending";
import { useText } from "../../text";

export function SecondFactor({ on, onChange }: { on: boolean; onChange: () => void }) {
  const { text } = useText();
  const words = text.account.factor;
  // What was done just now; what is so anyway is told by the state.
  const [done, setDone] = useState("");
  const changed = (told: string) => {
    setDone(told);
    onChange();
  };
  return (
    <section class="panel">
      <div class="card-head"><h2>{words.title}</h2><Chip code={on ? "SENT" : ""} word={on ? words.on : words.off} /></div>
      {done && <p class="done" role="status">{done}</p>}
      <p>{on ? words.removeWhat : words.what}</p>
      {on ? <TakeOff onDone={() => changed(words.removed)} /> : <SetUp onDone={() => changed(words.done)} />}
    </section>
  );
}

/** Sets it up: the password, then the telephone, then a code that shows that the telephone has the secret. */
export function SetUp({ onDone }: { onDone: () => void }) {
  const { language, text } = useText();
  const words = text.account.factor;
  const begin = useSending<Shared>();
  const confirm = useSending<true>();
  if (begin.outcome === null) {
    const start = (filled: FormData) => void begin.send(() => beginSecondFactor(String(filled.get("password")), language));
    return (
      <EntryForm key="begin" label={words.title} sending={begin} onSend={start} submit={words.begin} busy={words.beginBusy}>
        <Entry name="password" label={text.account.confirm} type="password" autocomplete="current-password" hint={text.account.confirmHint} />
      </EntryForm>
    );
  }
  const { secret, uri, picture } = begin.outcome;
  const turnOn = (filled: FormData) => void confirm.send(async () => {
    const came = await confirmSecondFactor(String(filled.get("code")), language);
    if ("outcome" in came) onDone();
    return came;
  });
  return (
    <>
      <p>{words.scan}</p>
      <img class="qr" src={picture} alt={words.picture} width="220" height="220" />
      <p><a href={uri}>{words.onThisPhone}</a></p>
      <Copyable label={words.secret} value={secret} shown={inGroups(secret)} />
      <EntryForm key="confirm" label={words.title} sending={confirm} onSend={turnOn} submit={words.confirm} busy={words.confirmBusy}>
        <Entry name="code" label={words.code} autocomplete="one-time-code" hint={words.codeHint} first />
      </EntryForm>
      <p class="aside"><button type="button" class="plain" onClick={() => (begin.clear(), confirm.clear())}>{words.cancel}</button></p>
    </>
  );
}

function TakeOff({ onDone }: { onDone: () => void }) {
  const { language, text } = useText();
  const words = text.account.factor;
  const sending = useSending<true>();
  const remove = (filled: FormData) => void sending.send(async () => {
    const came = await removeSecondFactor(String(filled.get("password")), language);
    if ("outcome" in came) onDone();
    return came;
  });
  return (
    <EntryForm label={words.remove} sending={sending} onSend={remove} submit={words.remove} busy={words.removeBusy}>
      <Entry name="password" label={text.account.confirm} type="password" autocomplete="current-password" hint={text.account.confirmHint} />
    </EntryForm>
  );
}
