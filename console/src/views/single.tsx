/** The one thing that a mail's link leads to: a period of a duty, or a hazard. */
import { useLoad } from "../parts/load";
import { Loaded } from "../parts/loaded";
import { useText } from "../text";
import { HazardTable } from "./hazards";
import { Obligation } from "./obligations";

export function SingleWindow({ id }: { id: string }) {
  const { text } = useText();
  const load = useLoad((api) => api.window(id), [id]);
  return (
    <Loaded load={load} isEmpty={({ found }) => found === null} empty={text.notThere}>
      {({ found }) => found && (
        <>
          {found.organization && <p class="lead">{found.organization}</p>}
          <ul class="cards"><Obligation window={found} /></ul>
        </>
      )}
    </Loaded>
  );
}

export function SingleHazard({ id }: { id: string }) {
  const { text } = useText();
  const load = useLoad((api) => api.hazard(id), [id]);
  return (
    <Loaded load={load} isEmpty={({ found }) => found === null} empty={text.notThere}>
      {({ found }) => found && <HazardTable hazards={[found]} />}
    </Loaded>
  );
}
