/** Who is late with what, for those who supervise: hazards first, for they do not wait. */
import { useState } from "preact/hooks";
import type { OverdueOrder } from "../api";
import { dayInWords } from "../dates";
import { clauseLabel, countLabel, DAYS } from "../labels";
import { Chip } from "../parts/chip";
import { Choice } from "../parts/choice";
import { usePages } from "../parts/load";
import { Loaded, More } from "../parts/loaded";
import { Table } from "../parts/table";
import { useText } from "../text";
import { HAZARD_GRADE, HAZARD_STATE, wordFor } from "../words";

const ITEMS = { zh: "项", one: "item", many: "items" };

export function Overdue() {
  const { text } = useText();
  return (
    <>
      <p class="lead">{text.overdue.lead}</p>
      <Hazards />
      <Duties />
    </>
  );
}

function Head({ title, total }: { title: string; total: number | null | undefined }) {
  const { language } = useText();
  return <h2>{title} {total != null && <span class="count">{countLabel(total, ITEMS, language)}</span>}</h2>;
}

function Late({ days }: { days: number | null }) {
  const { language } = useText();
  return <strong class="late">{days === null ? "—" : countLabel(days, DAYS, language)}</strong>;
}

function Hazards() {
  const { language, text } = useText();
  const words = text.overdue;
  const load = usePages((api, after) => api.hazards({ overdue: true }, "DEADLINE_ON", after), []);
  return (
    <section class="group">
      <Head title={words.hazards} total={load.data?.total} />
      <Loaded load={load} isEmpty={(page) => page.rows.length === 0} empty={words.noHazards}>
        {(page) => (
          <Table
            caption={words.hazards}
            rows={page.rows}
            id={(hazard) => hazard.id}
            columns={[
              { head: words.hazard, as: "title", cell: ({ description, location }) => <>{description}{location && <div class="quiet">{location}</div>}</> },
              { head: words.organization, as: "wide", cell: (hazard) => hazard.organization ?? "—" },
              { head: words.grade, cell: ({ grade }) => <Chip code={grade ?? ""} word={grade ? wordFor(HAZARD_GRADE, grade, language) : text.hazards.ungraded} /> },
              { head: words.state, as: "name", cell: ({ state }) => wordFor(HAZARD_STATE, state, language) },
              { head: words.due, as: "name", cell: ({ dueOn }) => (dueOn ? dayInWords(dueOn, language) : "—") },
              { head: words.late, as: "number", cell: (hazard) => <Late days={hazard.daysLate} /> },
            ]}
          />
        )}
      </Loaded>
      <More load={load} />
    </section>
  );
}

function Duties() {
  const { language, text } = useText();
  const words = text.overdue;
  const [order, setOrder] = useState<OverdueOrder>("DUE_ON_ASC");
  const load = usePages((api, after) => api.overdueWindows(order, after), [order]);
  return (
    <section class="group">
      <div class="group-head">
        <Head title={words.duties} total={load.data?.total} />
        <Choice label={words.order} value={order} onChange={(value) => setOrder(value as OverdueOrder)} options={[["DUE_ON_ASC", words.byDue], ["ORGANIZATION", words.byOrganization]]} />
      </div>
      <Loaded load={load} isEmpty={(page) => page.rows.length === 0} empty={words.noDuties}>
        {(page) => (
          <Table
            caption={words.duties}
            rows={page.rows}
            id={(item) => item.id}
            columns={[
              { head: words.duty, as: "title", cell: ({ title, hazard }) => <>{title}{hazard && <div class="quiet">{hazard}</div>}</> },
              { head: words.organization, as: "wide", cell: (item) => item.organization ?? "—" },
              { head: words.clause, as: "name", cell: (item) => clauseLabel(item.clauses, language) },
              { head: words.due, as: "name", cell: (item) => dayInWords(item.dueOn, language) },
              { head: words.late, as: "number", cell: (item) => <Late days={item.daysLate} /> },
            ]}
          />
        )}
      </Loaded>
      <More load={load} />
    </section>
  );
}
