/** An inspection: of one's own enterprise, or of an organization that is watched over. With the password it is signed at once. */
import { useState } from "preact/hooks";
import type { Fields, Way } from "../../attempt";
import { contractsInForce } from "../../filing";
import { linesOf } from "../../lines";
import { useLoad } from "../../parts/load";
import { Loaded } from "../../parts/loaded";
import amend from "../../queries/console/amend-inspection.graphql?raw";
import record from "../../queries/console/record-inspection.graphql?raw";
import sign from "../../queries/console/sign-inspection.graphql?raw";
import takeBack from "../../queries/console/void-inspection.graphql?raw";
import { useText } from "../../text";
import { INSPECTION_KIND, INSPECTION_KINDS_OF, INSPECTION_MODE, INSPECTION_SCOPE, optionsOf, ORGANIZATION_KIND, wordFor } from "../../words";
import { Line, Lines, Photos, Pick } from "./fields";
import { Form } from "./form";
import type { FormProps } from "./index";
import { Ticks } from "./ticks";

/** A draft can be changed, but not who was inspected, nor can it be rid of an alert; then it is made anew. */
export const INSPECTION: Way = {
  record,
  amend: (inspectionId, before, now) => {
    const { organizationId, inspectorId, ...changes } = now;
    const elsewhere = before.organizationId !== organizationId || before.inspectorId !== inspectorId;
    return elsewhere || (before.alertId && !now.alertId) ? null : { mutation: amend, input: { inspectionId, ...changes } };
  },
  takeBack: (inspectionId) => ({ mutation: takeBack, input: { inspectionId } }),
};

export function InspectionForm({ organization, today, ground }: FormProps) {
  const { language, text } = useText();
  const words = text.file;
  const own = ground.kind === "ENTERPRISE";
  const [scopes, setScopes] = useState<string[]>([]);
  const [day, setDay] = useState(today);
  const [inspected, setInspected] = useState(own ? organization : "");
  // Offices and villages are supervised; checks on the spot are of enterprises.
  const ofOffice = ground.organizations.some(({ id, kind }) => id === inspected && kind !== "ENTERPRISE");
  const may = INSPECTION_KINDS_OF[ground.kind] ?? [];
  const kinds = optionsOf(INSPECTION_KIND, language).filter(({ id }) => (ofOffice ? id === "SUPERVISION" : may.includes(id)));

  const watched = ground.organizations.map(({ kind, ...one }) => ({ ...one, group: wordFor(ORGANIZATION_KIND, kind, language) }));

  const input = (form: FormData, photos: string[]): Fields => ({
    organizationId: own ? organization : form.get("organizationId"),
    inspectorId: organization,
    kind: form.get("kind"),
    leaderId: form.get("leaderId"),
    occurredOn: form.get("occurredOn"),
    modes: form.getAll("modes"),
    scopes: form.getAll("scopes"),
    summary: form.get("summary"),
    findings: linesOf(String(form.get("findings"))).map((description) => ({ description })),
    alertId: form.get("alertId") || null,
    contractIds: form.getAll("contractIds"),
    photoIds: photos,
  });
  const then = (form: FormData, inspectionId: string) => {
    const password = String(form.get("password"));
    return password ? { mutation: sign, input: { inspectionId, password } } : null;
  };
  return (
    <Form organization={organization} way={INSPECTION} input={input} then={then} onReset={() => setDay(today)}>
      {!own && <Ticks one name="organizationId" label={words.inspected} required options={watched} onChange={([id]) => setInspected(id ?? "")} />}
      <Pick key={`${ofOffice}`} name="kind" label={words.inspectionKind} required value={own ? "HEAD_LED" : kinds[0]?.id ?? null} options={kinds} />
      <Pick name="leaderId" label={words.leader} required value={ground.head} options={ground.people} />
      <Line name="occurredOn" label={words.day} type="date" required value={today} onChange={setDay} />
      {!own && <Ticks name="modes" label={words.modes} options={optionsOf(INSPECTION_MODE, language)} />}
      <Ticks name="scopes" label={words.scopes} options={optionsOf(INSPECTION_SCOPE, language)} onChange={setScopes} />
      {scopes.includes("CONTRACTORS") && inspected !== "" && <Contracts key={inspected} organization={inspected} day={day} />}
      {own && ground.alerts.length > 0 && <Pick name="alertId" label={words.alert} options={ground.alerts} />}
      <Lines name="summary" label={words.whatWasSeen} required />
      <Lines name="findings" label={words.findings} />
      <Photos label={words.photos} />
      <Line name="password" label={words.password} type="password" autocomplete="current-password" />
    </Form>
  );
}

/** The contracts of the inspected organization that were in force on the day of the inspection. */
function Contracts({ organization, day }: { organization: string; day: string }) {
  const { language, text } = useText();
  const load = useLoad(() => contractsInForce(organization, day, language), [organization, day]);
  return (
    <Loaded load={load} isEmpty={(contracts) => contracts.length === 0} empty={text.file.noContract}>
      {(contracts) => <Ticks name="contractIds" label={text.file.contracts} options={contracts} />}
    </Loaded>
  );
}
