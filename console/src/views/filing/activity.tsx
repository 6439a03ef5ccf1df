/** A meeting, study, training or other activity of a kind that the campaign asks of the organization. */
import type { Way } from "../../attempt";
import { attendeesIn } from "../../lines";
import record from "../../queries/console/record-activity.graphql?raw";
import takeBack from "../../queries/console/void-activity.graphql?raw";
import { useText } from "../../text";
import { ACTIVITY_KIND, ACTIVITY_KINDS_OF, optionsOf } from "../../words";
import { Line, Lines, Photos, Pick } from "./fields";
import { Form } from "./form";
import type { FormProps } from "./index";
import { Ticks } from "./ticks";

export function ActivityForm({ organization, today, ground }: FormProps) {
  const { language, text } = useText();
  const words = text.file;
  const asked = ACTIVITY_KINDS_OF[ground.kind] ?? [];
  const kinds = optionsOf(ACTIVITY_KIND, language).filter(({ id }) => asked.includes(id));
  const way: Way = { record, takeBack: (activityId) => ({ mutation: takeBack, input: { activityId, reason: words.recordedAnew } }) };
  const input = (form: FormData, photos: string[]) => {
    const attendees = attendeesIn(String(form.get("attendees")));
    return {
      organizationId: organization,
      kind: form.get("kind"),
      title: form.get("title"),
      occurredOn: form.get("occurredOn"),
      participants: Math.max(Number(form.get("participants")), attendees.length),
      ledById: form.get("ledById") || null,
      summary: form.get("summary"),
      attendees,
      enterpriseIds: form.getAll("enterpriseIds"),
      photoIds: photos,
    };
  };
  return (
    <Form organization={organization} way={way} input={input}>
      <Pick name="kind" label={words.activityKind} required value={asked[0] ?? null} options={kinds} />
      <Line name="title" label={words.activityTitle} required />
      <Line name="occurredOn" label={words.day} type="date" required value={today} />
      <Line name="participants" label={words.participants} type="number" required />
      <Pick name="ledById" label={words.chair} value={ground.head} options={ground.people} />
      <Lines name="attendees" label={words.attendees} example={words.attendeesExample} />
      {ground.kind === "UNIT" && <Ticks name="enterpriseIds" label={words.told} options={ground.organizations} />}
      <Lines name="summary" label={words.whatWasDone} required />
      <Photos label={words.photos} />
    </Form>
  );
}
