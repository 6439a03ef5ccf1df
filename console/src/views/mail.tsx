/** What was told to whom, when, and why; the mail itself, and what the mail server answered. */
import { useState } from "preact/hooks";
import type { Notice } from "../api";
import { dayInWords } from "../dates";
import { Chip } from "../parts/chip";
import { Choice } from "../parts/choice";
import { usePages } from "../parts/load";
import { Loaded, More } from "../parts/loaded";
import { useMoment } from "../parts/moment";
import { Table } from "../parts/table";
import { Unfold } from "../parts/unfold";
import { useText } from "../text";
import { AUDIENCE, NOTICE_KIND, NOTICE_STATE, PROPOSAL, wordFor } from "../words";

export function Mail() {
  const { language, text } = useText();
  const words = text.mail;
  const moment = useMoment();
  const [whose, setWhose] = useState("all");
  const load = usePages((api, after) => api.notices(whose === "mine", after), [whose]);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <div class="filters">
        <Choice label={words.show} value={whose} onChange={setWhose} options={[["all", words.everybodys], ["mine", words.mine]]} />
      </div>
      <Loaded load={load} isEmpty={(page) => page.rows.length === 0} empty={words.empty}>
        {(page) => (
          <Table
            caption={words.lead}
            rows={page.rows}
            id={(notice) => notice.id}
            columns={[
              { head: words.what, as: "title", cell: (notice) => <What notice={notice} /> },
              { head: words.recipient, as: "wide", cell: ({ recipient, audience }) => (
                <>
                  {recipient.name}
                  {recipient.role && <div class="quiet">{recipient.role}</div>}
                  {audience && <div class="quiet">{words.as(wordFor(AUDIENCE, audience, language))}</div>}
                </>
              ) },
              { head: words.when, as: "name", cell: ({ mail }) => (mail?.sentAt ? moment(mail.sentAt) : words.notYet) },
              { head: words.state, as: "name", cell: ({ state, mail, cancelledReason }) => (
                <>
                  <Chip code={state} word={wordFor(NOTICE_STATE, state, language)} />
                  {cancelledReason && <div class="quiet">{cancelledReason}</div>}
                  {mail?.serverAnswer && <details><summary>{words.answer}</summary><code>{mail.serverAnswer}</code></details>}
                </>
              ) },
            ]}
          />
        )}
      </Loaded>
      <More load={load} />
    </>
  );
}

function What({ notice }: { notice: Notice }) {
  const { language, text } = useText();
  const words = text.mail;
  const { mail } = notice;
  return (
    <>
      <strong>{wordFor(NOTICE_KIND, notice.kind, language)}</strong>
      {notice.proposes && <> · {wordFor(PROPOSAL, notice.proposes, language)}</>}
      {notice.about && <div>{notice.about}{notice.dueOn && <span class="quiet"> {words.due(dayInWords(notice.dueOn, language))}</span>}</div>}
      {notice.organization && <div class="quiet">{notice.organization}</div>}
      {mail && (
        <Unfold title={words.read} load={(api) => api.mail(mail.id)} isEmpty={(letter) => letter === null} empty={words.gone}>
          {(letter) => letter && (
            <article class="letter">
              <p><strong>{letter.subject}</strong><br /><span class="quiet">{words.to(letter.address)}</span></p>
              <pre>{letter.text}</pre>
            </article>
          )}
        </Unfold>
      )}
    </>
  );
}
