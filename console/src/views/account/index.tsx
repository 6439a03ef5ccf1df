/** One's own account: the password, the second factor, the keys of programs, and the way out everywhere. */
import type { Viewer } from "../../api";
import { account } from "../../account";
import { useLoad } from "../../parts/load";
import { Loaded } from "../../parts/loaded";
import { useText } from "../../text";
import { ChangePassword } from "./change-password";
import { Everywhere } from "./everywhere";
import { Keys } from "./keys";
import { SecondFactor, SetUp } from "./second-factor";

export function Account({ viewer, onChange }: { viewer: Viewer; onChange: () => void }) {
  const { language, text } = useText();
  const load = useLoad(() => account(language), []);
  function changed() {
    load.again();
    // Who has to have a second factor and takes it off sees nothing else again.
    onChange();
  }
  return (
    <>
      <p class="lead">{text.account.lead}</p>
      <ChangePassword />
      <Loaded load={load} isEmpty={() => false} empty="">
        {({ secondFactor, apiKeys }) => (
          <>
            <SecondFactor on={secondFactor} onChange={changed} />
            <Keys keys={apiKeys} today={viewer.today} onChange={load.again} />
          </>
        )}
      </Loaded>
      <Everywhere />
    </>
  );
}

/** What there is for whoever has to set up a second factor before anything else. */
export function Owed({ onChange }: { onChange: () => void }) {
  const { text } = useText();
  return (
    <>
      <p class="lead owed">{text.account.factor.owed}</p>
      <section class="panel"><SetUp onDone={onChange} /></section>
    </>
  );
}
