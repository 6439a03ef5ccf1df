/** An inspection: of one's own enterprise, or of one that is watched over. With the password it is signed at once. */
import { useState } from "preact/hooks";
import record from "../../queries/console/record-inspection.graphql?raw";
import sign from "../../queries/console/sign-inspection.graphql?raw";
import { useText } from "../../text";
import { INSPECTION_KIND, INSPECTION_SCOPE, optionsOf } from "../../words";
import { Line, Lines, Photos, Pick, Ticks } from "./fields";
import { Form } from "./form";
import type { FormProps } from "./index";

const OWN = ["SELF_CHECK", "HEAD_LED"];

export function InspectionForm({ organization, today, ground }: FormProps) {
  const { language, text } = useText();
  const words = text.file;
  const own = ground.kind === "ENTERPRISE";
  const kinds = optionsOf(INSPECTION_KIND, language).filter(({ id }) => OWN.includes(id) === own);
  const [scopes, setScopes] = useState<string[]>([]);

  const input = (form: FormData, photos: string[]) => ({
    organizationId: own ? organization : form.get("organizationId"),
    inspectorId: organization,
    kind: form.get("kind"),
    leaderId: form.get("leaderId"),
    occurredOn: form.get("occurredOn"),
    scopes: form.getAll("scopes"),
    summary: form.get("summary"),
    findings: String(form.get("findings")).split("\n").map((line) => line.trim()).filter(Boolean).map((description) => ({ description })),
    alertId: form.get("alertId") || null,
    contractIds: form.getAll("contractIds"),
    photoIds: photos,
  });
  const then = (form: FormData, inspectionId: string) => {
    const password = String(form.get("password"));
    return password ? { mutation: sign, input: { inspectionId, password } } : null;
  };
  return (
    <Form organization={organization} mutation={record} input={input} then={then}>
      {!own && <Pick name="organizationId" label={words.inspected} required options={ground.enterprises} />}
      <Pick name="kind" label={words.inspectionKind} required value={own ? "HEAD_LED" : "SPOT_CHECK"} options={kinds} />
      <Pick name="leaderId" label={words.leader} required value={ground.head} options={ground.people} />
      <Line name="occurredOn" label={words.day} type="date" required value={today} />
      <div onChange={(event) => setScopes(new FormData((event.target as HTMLInputElement).form!).getAll("scopes").map(String))}>
        <Ticks name="scopes" label={words.scopes} options={optionsOf(INSPECTION_SCOPE, language)} />
      </div>
      {scopes.includes("CONTRACTORS") && <Ticks name="contractIds" label={words.contracts} options={ground.contracts} />}
      {own && ground.alerts.length > 0 && <Pick name="alertId" label={words.alert} options={ground.alerts} />}
      <Lines name="summary" label={words.seen} required />
      <Lines name="findings" label={words.findings} />
      <Photos label={words.photos} />
      <Line name="password" label={words.password} type="password" />
    </Form>
  );
}
