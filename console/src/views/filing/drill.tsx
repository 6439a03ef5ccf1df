/** An emergency drill. It counts once its review is there. */
import type { Way } from "../../attempt";
import { attendeesIn, improvementsIn } from "../../lines";
import record from "../../queries/console/record-drill.graphql?raw";
import takeBack from "../../queries/console/void-drill.graphql?raw";
import { useText } from "../../text";
import { DRILL_FORM, DRILL_SCOPE, optionsOf } from "../../words";
import { Line, Lines, Photos, Pick } from "./fields";
import { Form } from "./form";
import type { FormProps } from "./index";

export function DrillForm({ organization, today, ground }: FormProps) {
  const { language, text } = useText();
  const words = text.file;
  const way: Way = { record, takeBack: (drillId) => ({ mutation: takeBack, input: { drillId, reason: words.recordedAnew } }) };
  const input = (form: FormData, photos: string[]) => {
    const attendees = attendeesIn(String(form.get("attendees")));
    const lines = improvementsIn(String(form.get("improvements")), ground.people);
    if ("unclear" in lines) return [{ field: "improvements", message: words.unclear(lines.unclear) }];
    return {
      organizationId: organization,
      title: form.get("title"),
      plan: form.get("plan") || null,
      scope: form.get("scope") || null,
      form: form.get("form") || null,
      scenario: form.get("scenario"),
      occurredOn: form.get("occurredOn"),
      participants: Math.max(Number(form.get("participants")), attendees.length),
      ledById: form.get("ledById") || null,
      attendees,
      review: form.get("review") || null,
      improvements: lines.improvements,
      photoIds: photos,
    };
  };
  return (
    <Form organization={organization} way={way} input={input}>
      <Line name="title" label={words.drillTitle} required />
      <Line name="plan" label={words.plan} />
      <Pick name="scope" label={words.drillScope} options={optionsOf(DRILL_SCOPE, language)} />
      <Pick name="form" label={words.drillForm} options={optionsOf(DRILL_FORM, language)} />
      <Lines name="scenario" label={words.scenario} required />
      <Line name="occurredOn" label={words.day} type="date" required value={today} />
      <Line name="participants" label={words.participants} type="number" required />
      <Pick name="ledById" label={words.leader} value={ground.head} options={ground.people} />
      <Lines name="attendees" label={words.attendees} example={words.attendeesExample} />
      <Lines name="review" label={words.review} />
      <Lines name="improvements" label={words.improvements} example={words.improvementsExample} />
      <Photos label={words.photos} />
    </Form>
  );
}
