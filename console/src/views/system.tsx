/** Whether the system itself works: somebody other than the worker has to notice when the worker stops. */
import { useEffect } from "preact/hooks";
import type { Finding, SystemStatus, Worker } from "../api";
import { momentInWords } from "../dates";
import { Chip } from "../parts/chip";
import { useLoad } from "../parts/load";
import { Loaded } from "../parts/loaded";
import { Table } from "../parts/table";
import { useText } from "../text";

/** Often enough to notice a stopped worker within the minute, seldom enough not to be felt. */
const EVERY = 15_000;

export function System() {
  const { text } = useText();
  const words = text.system;
  const load = useLoad((api) => api.systemStatus(), []);
  useEffect(() => {
    const timer = setInterval(load.again, EVERY);
    return () => clearInterval(timer);
  }, [load.again]);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <Loaded load={{ ...load, busy: load.busy && load.data === null }} isEmpty={() => false} empty="">
        {(status) => <Status status={status} />}
      </Loaded>
    </>
  );
}

function Status({ status: { now, version, timezone, healthy, details } }: { status: SystemStatus }) {
  const { language, text } = useText();
  const words = text.system;
  return (
    <>
      <p class={healthy ? "beat alive" : "beat dead"} role="status">{healthy ? words.alive : words.dead}</p>
      <dl class="facts-list">
        <dt>{words.now}</dt><dd>{momentInWords(now, language, timezone)} <span class="quiet">({timezone})</span></dd>
        <dt>{words.version}</dt><dd>{version}</dd>
        {details && (
          <>
            <dt>{words.pending}</dt><dd>{details.pendingNotices}</dd>
            <dt>{words.queued}</dt><dd>{details.queuedMails}</dd>
            <dt>{words.failed}</dt><dd class={details.failedMails > 0 ? "late" : undefined}>{details.failedMails}</dd>
            {details.oldestDueSeconds !== null && <><dt>{words.oldest}</dt><dd>{words.waited(details.oldestDueSeconds)}</dd></>}
            {details.unpublishedWorkdayYears.length > 0 && <><dt>{words.workdays}</dt><dd>{words.noWorkdays(details.unpublishedWorkdayYears)}</dd></>}
          </>
        )}
      </dl>
      {details && details.findings.length > 0 && <Findings findings={details.findings} />}
      {details && <Workers workers={details.workers} zone={timezone} />}
    </>
  );
}

function Findings({ findings }: { findings: Finding[] }) {
  const { text } = useText();
  const words = text.system;
  return (
    <section class="group findings">
      <h2>{words.findings}</h2>
      <ul>
        {findings.map(({ code, level, message, detail }, at) => (
          <li key={at}>
            <Chip code={level} word={words.levels[level]} /> {message} <span class="quiet">{code}{detail !== null && `: ${detail}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Workers({ workers, zone }: { workers: Worker[]; zone: string }) {
  const { language, text } = useText();
  const words = text.system;
  const moment = (value: string | null) => (value === null ? words.never : momentInWords(value, language, zone));
  return (
    <section class="group workers">
      <h2>{words.workers}</h2>
      <Table
        caption={words.workers}
        rows={workers}
        id={(worker) => worker.name}
        columns={[
          { head: words.name, as: "title", cell: ({ name, version }) => <><code>{name}</code> <span class="quiet">{version}</span></> },
          { head: words.state, as: "name", cell: ({ alive, stoppedAt }) => {
            const state = alive ? "ALIVE" : stoppedAt === null ? "SILENT" : "STOPPED";
            return <Chip code={state} word={words.states[state]} />;
          } },
          { head: words.started, as: "name", cell: (worker) => moment(worker.startedAt) },
          { head: words.cycle, as: "name", cell: (worker) => moment(worker.lastCycleAt) },
        ]}
      />
    </section>
  );
}
