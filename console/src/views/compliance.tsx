/** How well obligations are met, by village, unit, sector or rule, on any day. */
import { useState } from "preact/hooks";
import { COMPLIANCE_GROUPS, type ComplianceGroup, type ComplianceRow, type Viewer } from "../api";
import { rateLabel } from "../labels";
import { Choice } from "../parts/choice";
import { useLoad } from "../parts/load";
import { Loaded } from "../parts/loaded";
import { Table } from "../parts/table";
import { useText } from "../text";
import { SECTOR, wordFor } from "../words";

/** The parts of a bar, in the order in which they stand. */
const PARTS = ["fulfilled", "late", "excused", "overdue"] as const;

export function Compliance({ viewer }: { viewer: Viewer }) {
  const { language, text } = useText();
  const words = text.compliance;
  const { today } = viewer;
  const [groupBy, setGroupBy] = useState<ComplianceGroup>("VILLAGE");
  const [asOf, setAsOf] = useState(today);
  const load = useLoad((api) => api.compliance(groupBy, asOf), [groupBy, asOf]);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <div class="filters">
        <Choice
          label={words.groupBy}
          value={groupBy}
          onChange={(value) => setGroupBy(value as ComplianceGroup)}
          options={COMPLIANCE_GROUPS.map((group) => [group, words.groups[group]])}
        />
        <label class="choice">
          <span>{words.asOf}</span>
          <input type="date" value={asOf} max={today} required onChange={(event) => event.currentTarget.value && setAsOf(event.currentTarget.value)} />
        </label>
      </div>
      <p class="legend" aria-hidden="true">{PARTS.map((part) => <span key={part} class={part}>{words[part]}</span>)}</p>
      <Loaded load={load} isEmpty={(rows) => rows.every((row) => row.due === 0)} empty={words.empty}>
        {(rows) => (
          <Table
            caption={words.lead}
            rows={rows}
            id={(row) => row.key}
            columns={[
              { head: words.groups[groupBy], as: "title", cell: (row) => <>{row.sector ? wordFor(SECTOR, row.sector, language) : row.label}<Bar row={row} /></> },
              { head: words.rate, as: "number", cell: (row) => <strong>{rateLabel(row.rate)}</strong> },
              { head: words.due, as: "number", cell: (row) => row.due },
              ...PARTS.map((part) => ({ head: words[part], as: "number" as const, cell: (row: ComplianceRow) => row[part] })),
            ]}
          />
        )}
      </Loaded>
    </>
  );
}

/** The numbers stand beside it, so the bar is hidden from screen readers. */
function Bar({ row }: { row: ComplianceRow }) {
  if (PARTS.every((part) => row[part] === 0)) return null;
  return <div class="bar" aria-hidden="true">{PARTS.map((part) => row[part] > 0 && <span key={part} class={part} style={{ flexGrow: row[part] }} />)}</div>;
}
