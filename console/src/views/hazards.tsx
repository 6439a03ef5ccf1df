/** The hazards that the reader may see, by grade and by how far they have come, and what happened to each. */
import { useState } from "preact/hooks";
import type { Hazard, HazardFilter } from "../api";
import { dayInWords } from "../dates";
import { daysLabel } from "../labels";
import { Chip } from "../parts/chip";
import { Choice } from "../parts/choice";
import { usePages } from "../parts/load";
import { Loaded, More } from "../parts/loaded";
import { useMoment } from "../parts/moment";
import { Table } from "../parts/table";
import { Unfold } from "../parts/unfold";
import { useText } from "../text";
import { FOUND_BY, HAZARD_GRADE, HAZARD_STATE, wordFor } from "../words";

/** A choice beside the states: whatever is not closed. */
const NOT_CLOSED = "NOT_CLOSED";

export function Hazards() {
  const { language, text } = useText();
  const words = text.hazards;
  const [grade, setGrade] = useState("");
  const [state, setState] = useState(NOT_CLOSED);
  const filter: HazardFilter = {
    ...(grade && { grade }),
    ...(state === NOT_CLOSED ? { closed: false } : state && { state: [state] }),
  };
  const load = usePages((api, after) => api.hazards(filter, "FOUND_ON_DESC", after), [grade, state]);
  const options = (codes: Parameters<typeof wordFor>[0]) => Object.keys(codes).map((code) => [code, wordFor(codes, code, language)] as const);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <div class="filters">
        <Choice label={words.grade} value={grade} onChange={setGrade} options={[["", text.all], ...options(HAZARD_GRADE)]} />
        <Choice label={words.state} value={state} onChange={setState} options={[[NOT_CLOSED, words.notClosed], ["", text.all], ...options(HAZARD_STATE)]} />
      </div>
      <Loaded load={load} isEmpty={(page) => page.rows.length === 0} empty={words.empty}>
        {(page) => <HazardTable hazards={page.rows} />}
      </Loaded>
      <More load={load} />
    </>
  );
}

/** Hazards as a table, each with what happened to it. */
export function HazardTable({ hazards }: { hazards: Hazard[] }) {
  const { language, text } = useText();
  const words = text.hazards;
  return (
    <Table
      caption={words.lead}
      rows={hazards}
      id={(hazard) => hazard.id}
      columns={[
        { head: words.title, as: "title", cell: (hazard) => <What hazard={hazard} /> },
        { head: words.organization, as: "wide", cell: (hazard) => hazard.organization ?? "—" },
        { head: words.grade, cell: ({ grade }) => <Chip code={grade ?? ""} word={grade ? wordFor(HAZARD_GRADE, grade, language) : words.ungraded} /> },
        { head: words.state, cell: ({ state }) => <Chip code={state} word={wordFor(HAZARD_STATE, state, language)} /> },
        { head: words.found, as: "name", cell: (hazard) => <>{dayInWords(hazard.foundOn, language)}<br /><span class="quiet">{wordFor(FOUND_BY, hazard.foundBy, language)}</span></> },
        { head: words.deadline, as: "name", cell: (hazard) => <Deadline hazard={hazard} /> },
      ]}
    />
  );
}

function Deadline({ hazard }: { hazard: Hazard }) {
  const { language } = useText();
  if (hazard.dueOn === null) return <>—</>;
  const days = daysLabel(hazard, language);
  return <>{dayInWords(hazard.dueOn, language)}{days && <><br /><span class={hazard.daysLate === null ? "quiet" : "late"}>{days}</span></>}</>;
}

function What({ hazard }: { hazard: Hazard }) {
  const { text } = useText();
  const words = text.hazards;
  const moment = useMoment();
  return (
    <>
      {hazard.description}
      {hazard.location && <div class="quiet">{hazard.location}</div>}
      <Unfold title={words.timeline} load={(api) => api.timeline(hazard.id)} isEmpty={(entries) => entries.length === 0} empty={words.noTimeline}>
        {(entries) => (
          <ol class="timeline">
            {entries.map((entry) => (
              <li key={entry.id}>
                <strong>{entry.label}</strong> <span class="quiet">{moment(entry.trueAt)}{entry.actor && ` · ${entry.actor.name}`}</span>
                {entry.text && <div>{entry.text}</div>}
              </li>
            ))}
          </ol>
        )}
      </Unfold>
    </>
  );
}
