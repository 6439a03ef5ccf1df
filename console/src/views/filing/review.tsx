/** The review of a drill that was recorded without one. */
import { useState } from "preact/hooks";
import { drillsWithoutReview } from "../../filing";
import { improvementsIn } from "../../lines";
import { useLoad } from "../../parts/load";
import { Loaded } from "../../parts/loaded";
import record from "../../queries/console/review-drill.graphql?raw";
import { useText } from "../../text";
import { Lines, Pick } from "./fields";
import { Form } from "./form";
import type { FormProps } from "./index";

export function ReviewForm({ organization, ground }: FormProps) {
  const { language, text } = useText();
  const words = text.file;
  const load = useLoad(() => drillsWithoutReview(organization, language), [organization]);
  const [filed, setFiled] = useState(false);
  function done() {
    setFiled(true);
    load.again();
  }
  const input = (form: FormData) => {
    const lines = improvementsIn(String(form.get("improvements")), ground.people);
    if ("unclear" in lines) return [{ field: "improvements", message: words.unclear(lines.unclear) }];
    return { drillId: form.get("drillId"), review: form.get("review"), improvements: lines.improvements };
  };
  return (
    <Loaded load={load} isEmpty={(drills) => drills.length === 0 && !filed} empty={words.noDrill}>
      {(drills) => (
        <Form organization={organization} way={{ record }} input={input} onDone={done}>
          <Pick name="drillId" label={words.kinds.drill} required options={drills.map(({ id, name, occurredOn }) => ({ id, name: `${occurredOn} ${name}` }))} />
          <Lines name="review" label={words.reviewOnly} required />
          <Lines name="improvements" label={words.improvements} example={words.improvementsExample} />
        </Form>
      )}
    </Loaded>
  );
}
