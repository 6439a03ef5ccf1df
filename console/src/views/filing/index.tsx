/** Filing records: which organization, which kind of record, and its form. */
import { useState } from "preact/hooks";
import type { Viewer } from "../../api";
import { ground, type Ground } from "../../filing";
import { Choice } from "../../parts/choice";
import { useLoad } from "../../parts/load";
import { Loaded } from "../../parts/loaded";
import { useText } from "../../text";
import { INSPECTION_KINDS_OF } from "../../words";
import { ActivityForm } from "./activity";
import { DrillForm } from "./drill";
import { InspectionForm } from "./inspection";
import { OnDutyForm } from "./on-duty";
import { ReviewForm } from "./review";

/** What a form needs to know. */
export interface FormProps {
  organization: string;
  today: string;
  ground: Ground;
}

const FORMS = { inspection: InspectionForm, drill: DrillForm, review: ReviewForm, activity: ActivityForm, onDuty: OnDutyForm };
type Kind = keyof typeof FORMS;

export function Filing({ viewer }: { viewer: Viewer }) {
  const { language, text } = useText();
  const words = text.file;
  const [chosen, setChosen] = useState(viewer.organizations[0]?.id);
  const [kind, setKind] = useState<Kind>("inspection");
  const organization = viewer.organizations.find(({ id }) => id === chosen) ?? viewer.organizations[0];
  const load = useLoad(() => ground(organization?.id ?? "", viewer.today, language), [organization?.id]);
  if (organization === undefined) return <p class="empty">{text.obligations.noPosition}</p>;
  const kinds = (Object.keys(FORMS) as Kind[]).filter((name) => files(organization.kind, name));
  const open = kinds.includes(kind) ? kind : kinds[0]!;
  const Chosen = FORMS[open];
  return (
    <>
      <p class="lead">{words.lead(organization.name)}</p>
      <div class="filters">
        {viewer.organizations.length > 1 && (
          <Choice label={text.obligations.organization} value={organization.id} onChange={setChosen} options={viewer.organizations.map(({ id, name }) => [id, name])} />
        )}
        <Choice label={words.kind} value={open} onChange={(value) => setKind(value as Kind)} options={kinds.map((name) => [name, words.kinds[name]])} />
      </div>
      <Loaded load={load} isEmpty={() => false} empty="">
        {(known) => <Chosen key={`${organization.id}${open}`} organization={organization.id} today={viewer.today} ground={known} />}
      </Loaded>
    </>
  );
}

/** Whether an organization of a kind files such records. */
function files(organization: string, kind: Kind): boolean {
  if (kind === "onDuty") return organization === "ENTERPRISE";
  return kind !== "inspection" || organization in INSPECTION_KINDS_OF;
}
