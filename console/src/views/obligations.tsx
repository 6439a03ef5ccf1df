/** What the reader's organization owes: what, by when, by which clause, and why. */
import { useState } from "preact/hooks";
import type { Viewer, Window } from "../api";
import { dayInWords } from "../dates";
import { clauseLabel, daysLabel } from "../labels";
import { Chip } from "../parts/chip";
import { Choice } from "../parts/choice";
import { usePages } from "../parts/load";
import { Loaded, More } from "../parts/loaded";
import { useText } from "../text";
import { WINDOW_STATUS, wordFor } from "../words";

const STATUSES: Record<string, string[] | null> = {
  todo: ["OVERDUE", "DUE_SOON", "OPEN"],
  done: ["FULFILLED", "FULFILLED_LATE"],
  all: null,
};

export function Obligations({ viewer }: { viewer: Viewer }) {
  const { text } = useText();
  const words = text.obligations;
  const [show, setShow] = useState("todo");
  const [chosen, setChosen] = useState(viewer.organizations[0]?.id);
  const organization = viewer.organizations.find(({ id }) => id === chosen) ?? viewer.organizations[0];
  if (organization === undefined) return <p class="empty">{words.noPosition}</p>;
  return (
    <>
      <p class="lead">{words.lead(organization.name)}</p>
      <div class="filters">
        {viewer.organizations.length > 1 && (
          <Choice label={words.organization} value={organization.id} onChange={setChosen} options={viewer.organizations.map(({ id, name }) => [id, name])} />
        )}
        <Choice label={words.filter} value={show} onChange={setShow} options={[["todo", words.todo], ["done", words.done], ["all", words.everything]]} />
      </div>
      <List organization={organization.id} show={show} />
    </>
  );
}

function List({ organization, show }: { organization: string; show: string }) {
  const { text } = useText();
  const words = text.obligations;
  const load = usePages((api, after) => api.windows(organization, STATUSES[show] ?? null, after), [organization, show]);
  const empty = show === "todo" ? words.emptyTodo : show === "done" ? words.emptyDone : words.emptyAll;
  return (
    <>
      <Loaded load={load} isEmpty={(page) => page.rows.length === 0} empty={empty}>
        {(page) => <ul class="cards">{page.rows.map((window) => <Obligation key={window.id} window={window} />)}</ul>}
      </Loaded>
      <More load={load} />
    </>
  );
}

export function Obligation({ window }: { window: Window }) {
  const { language, text } = useText();
  const days = daysLabel(window, language);
  return (
    <li class={window.status === "OVERDUE" ? "card urgent" : "card"}>
      <div class="card-head">
        <h2>{window.title}</h2>
        <Chip code={window.status} word={wordFor(WINDOW_STATUS, window.status, language)} />
      </div>
      {window.hazard && <p class="facts">{text.obligations.hazard(window.hazard)}</p>}
      <p class="facts">
        <span>{text.obligations.due} <time dateTime={window.dueOn}>{dayInWords(window.dueOn, language)}</time></span>
        {days && <strong class={window.daysLate === null ? undefined : "late"}>{days}</strong>}
        <span class="quiet">{clauseLabel(window.clauses, language)} · {window.ruleCode}</span>
      </p>
      {window.why.length > 0 && (
        <details open={window.status === "OVERDUE"}>
          <summary>{text.obligations.why}</summary>
          <ul class="why">{window.why.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </details>
      )}
      {window.quote && (
        <details>
          <summary>{text.obligations.quotation}</summary>
          <blockquote lang="zh-CN">{window.quote}</blockquote>
        </details>
      )}
    </li>
  );
}
