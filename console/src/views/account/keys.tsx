/** The keys by which programs ask in one's name: which there are, a new one, and the end of one. */
import { useContext } from "preact/hooks";
import { createApiKey, revokeApiKey, type ApiKey } from "../../account";
import { dayInWords, dayOf, daysAfter, lastDayOf } from "../../dates";
import { Copyable } from "../../parts/copyable";
import { Entry, EntryForm } from "../../parts/entry";
import { ZoneContext } from "../../parts/moment";
import { useSending } from "../../parts/sending";
import { Table } from "../../parts/table";
import { useText } from "../../text";

/** How long a key holds if nothing else is chosen, and at most, in days. */
const USUAL = 90;
const LONGEST = 366;

interface KeysProps {
  keys: ApiKey[];
  today: string;
  onChange: () => void;
}

export function Keys({ keys, today, onChange }: KeysProps) {
  const { language, text } = useText();
  const words = text.account.keys;
  const zone = useContext(ZoneContext);
  const ending = useSending<true>();
  const end = ({ id, name }: ApiKey) => {
    if (ending.busy || !confirm(words.sure(name))) return;
    void ending.send(async () => {
      const came = await revokeApiKey(id, language);
      onChange();
      return came;
    });
  };
  return (
    <section class="panel wide">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {keys.length === 0 ? <p class="quiet">{words.empty}</p> : (
        <Table
          caption={words.title}
          rows={keys}
          id={(key) => key.id}
          columns={[
            { head: words.name, as: "title", cell: ({ name }) => name },
            { head: words.rights, cell: ({ mayWrite }) => (mayWrite ? words.writes : words.reads) },
            { head: words.made, as: "name", cell: ({ createdAt }) => dayInWords(dayOf(createdAt, zone), language) },
            { head: words.until, as: "name", cell: ({ expiresAt }) => dayInWords(lastDayOf(expiresAt, zone), language) },
            { head: words.end, cell: (key) => (
              <button type="button" class="plain" aria-disabled={ending.busy} aria-label={words.endOf(key.name)} onClick={() => end(key)}>{words.end}</button>
            ) },
          ]}
        />
      )}
      {ending.refusals.map(({ message }) => <p key={message} class="refusal" role="alert">{message}</p>)}
      {ending.outcome && !ending.busy && <p class="done" role="status">{words.ended}</p>}
      <MakeKey today={today} onMade={onChange} />
    </section>
  );
}

function MakeKey({ today, onMade }: { today: string; onMade: () => void }) {
  const { language, text } = useText();
  const words = text.account.keys;
  const sending = useSending<string>();
  const make = (filled: FormData) => void sending.send(async () => {
    const given = (name: string) => String(filled.get(name));
    const came = await createApiKey({ name: given("name"), mayWrite: filled.has("mayWrite"), until: given("until"), password: given("password") }, language);
    if ("outcome" in came) onMade();
    return came;
  });
  return (
    <>
      <h3>{words.make}</h3>
      {sending.outcome !== null && (
        <div class="done" role="status">
          <Copyable key={sending.outcome} label={words.token} value={sending.outcome} />
          <p>{words.once}</p>
        </div>
      )}
      <EntryForm label={words.make} sending={sending} onSend={make} submit={words.submit} busy={words.busy}>
        <Entry name="name" label={words.name} autocomplete="off" hint={words.nameHint} maxLength={100} />
        <div class="ticks"><label><input type="checkbox" name="mayWrite" /> {words.mayWrite}</label></div>
        <Entry
          name="until" label={words.until} type="date" autocomplete="off" hint={words.untilHint}
          value={daysAfter(today, USUAL)} min={today} max={daysAfter(today, LONGEST)}
        />
        <Entry name="password" label={text.account.confirm} type="password" autocomplete="current-password" hint={text.account.confirmHint} />
      </EntryForm>
    </>
  );
}
