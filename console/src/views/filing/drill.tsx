/** An emergency drill. It counts once its review is there. */
import record from "../../queries/console/record-drill.graphql?raw";
import { useText } from "../../text";
import { Line, Lines, Photos, Pick } from "./fields";
import { Form } from "./form";
import type { FormProps } from "./index";

export function DrillForm({ organization, today, ground }: FormProps) {
  const words = useText().text.file;
  const input = (form: FormData, photos: string[]) => ({
    organizationId: organization,
    title: form.get("title"),
    plan: form.get("plan") || null,
    scenario: form.get("scenario"),
    occurredOn: form.get("occurredOn"),
    participants: Number(form.get("participants")),
    ledById: form.get("ledById") || null,
    review: form.get("review") || null,
    photoIds: photos,
  });
  return (
    <Form organization={organization} mutation={record} input={input}>
      <Line name="title" label={words.drillTitle} required />
      <Line name="plan" label={words.plan} />
      <Lines name="scenario" label={words.scenario} required />
      <Line name="occurredOn" label={words.day} type="date" required value={today} />
      <Line name="participants" label={words.participants} type="number" required />
      <Pick name="ledById" label={words.leader} value={ground.head} options={ground.people} />
      <Lines name="review" label={words.review} />
      <Photos label={words.photos} />
    </Form>
  );
}
