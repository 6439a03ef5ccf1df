/** The head's presence on a day of a key period. */
import type { Way } from "../../attempt";
import record from "../../queries/console/record-on-duty.graphql?raw";
import takeBack from "../../queries/console/void-on-duty.graphql?raw";
import { useText } from "../../text";
import { Line, Lines, Photos, Pick } from "./fields";
import { Form } from "./form";
import type { FormProps } from "./index";

export function OnDutyForm({ organization, today, ground }: FormProps) {
  const words = useText().text.file;
  // The period that is running, or else the one declared last.
  const running = ground.keyPeriods.find(({ from, until }) => from <= today && today <= until) ?? ground.keyPeriods[0];
  if (running === undefined) return <p class="empty">{words.noKeyPeriod}</p>;
  const periods = ground.keyPeriods.map(({ id, name, from, until }) => ({ id, name: `${name}（${from} – ${until}）` }));
  const way: Way = { record, takeBack: (onDutyId) => ({ mutation: takeBack, input: { onDutyId, reason: words.recordedAnew } }) };
  const input = (form: FormData, photos: string[]) => ({
    organizationId: organization,
    keyPeriodId: form.get("keyPeriodId"),
    day: form.get("day"),
    personId: form.get("personId"),
    note: form.get("note"),
    photoIds: photos,
  });
  return (
    <Form organization={organization} way={way} input={input}>
      <Pick name="keyPeriodId" label={words.keyPeriod} required value={running.id} options={periods} />
      <Line name="day" label={words.day} type="date" required value={today} />
      <Pick name="personId" label={words.onDuty} required value={ground.head} options={ground.people} />
      <Lines name="note" label={words.whatWasSeenOnDuty} required />
      <Photos label={words.photos} />
    </Form>
  );
}
