/** The page for whoever saw a hazard: report it, note the code, and come back with it. */
import { useState } from "preact/hooks";
import { add, follow, submit, type Followed } from "../tip";
import { dayInWords, momentInWords } from "../dates";
import { localeOf } from "../language";
import { useSending } from "../parts/sending";
import { useText } from "../text";
import { Line, Lines, Refused } from "./filing/fields";

export function Tip({ switchLanguage }: { switchLanguage: () => void }) {
  const { language, text } = useText();
  return (
    <main class="inner tip">
      <div class="group-head">
        <h1>{text.tip.title}</h1>
        <button type="button" class="plain" lang={language === "zh" ? "en" : "zh-CN"} onClick={switchLanguage}>{text.switchTo}</button>
      </div>
      <p class="lead">{text.tip.lead}</p>
      <Report />
      <h2>{text.tip.follow}</h2>
      <Follow />
      <p class="aside"><a href="#obligations">{text.tip.back}</a></p>
    </main>
  );
}

function Report() {
  const { language, text } = useText();
  const words = text.tip;
  const { busy, outcome, refusals, send } = useSending<string>();
  if (outcome !== null) {
    return <p class="done" role="status">{words.done}<code class="receipt">{outcome}</code>{words.once}</p>;
  }
  function file(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const given = (name: string) => String(form.get(name)).trim() || null;
    const tip = {
      place: given("place"), text: given("text"), happenedOn: given("happenedOn"), employee: form.has("employee"), name: given("name"), contact: given("contact"),
    };
    void send(async () => {
      const came = await submit(tip, language);
      return "receipt" in came ? { outcome: came.receipt } : came;
    });
  }
  return (
    <Refused.Provider value={refusals}>
      <form class="filing" onSubmit={file}>
        <Line name="place" label={words.place} required />
        <Lines name="text" label={words.text} required />
        <Line name="happenedOn" label={words.happenedOn} type="date" />
        <div class="ticks"><label><input type="checkbox" name="employee" /> {words.employee}</label></div>
        <Line name="name" label={words.name} />
        <Line name="contact" label={words.contact} />
        {refusals.map(({ message }) => <p key={message} class="refusal" role="alert">{message}</p>)}
        <button disabled={busy}>{busy ? words.busy : words.submit}</button>
      </form>
    </Refused.Provider>
  );
}

function Follow() {
  const { language, text } = useText();
  const words = text.tip;
  const [receipt, setReceipt] = useState("");
  const found = useSending<Followed>();
  const added = useSending<true>();
  const look = (code: string) => found.send(async () => {
    const tip = await follow(code, language);
    return tip === null ? { refusals: [{ field: null, message: words.notFound }] } : { outcome: tip };
  });
  function ask(event: SubmitEvent) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget as HTMLFormElement).get("receipt")).trim();
    setReceipt(code);
    added.clear();
    void look(code);
  }
  function supplement(event: SubmitEvent) {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const more = String(new FormData(form).get("more"));
    void added.send(async () => {
      const refusals = await add(receipt, more, language);
      if (refusals.length > 0) return { refusals };
      form.reset();
      void look(receipt);
      return { outcome: true };
    });
  }
  return (
    <>
      <form class="filing" onSubmit={ask}>
        <Line name="receipt" label={words.receipt} required />
        {found.refusals.map(({ message }) => <p key={message} class="refusal" role="alert">{message}</p>)}
        <button disabled={found.busy}>{words.look}</button>
      </form>
      {found.outcome && (
        <form class="filing" onSubmit={supplement}>
          <Progress tip={found.outcome} />
          <Lines name="more" label={words.add} required />
          {added.refusals.map(({ message }) => <p key={message} class="refusal" role="alert">{message}</p>)}
          {added.outcome && <p class="done" role="status">{words.added}</p>}
          <button disabled={added.busy}>{words.addSubmit}</button>
        </form>
      )}
    </>
  );
}

/** How far a report has come, what was said since, and its reward. */
function Progress({ tip }: { tip: Followed }) {
  const { language, text } = useText();
  const words = text.tip;
  const moment = (at: string) => momentInWords(at, language, tip.zone);
  return (
    <>
      <p class="facts">
        <span>{words.state}<strong>{words.states[tip.state as keyof typeof words.states] ?? tip.state}</strong></span>
        <span class="quiet">{words.received(moment(tip.receivedAt))}</span>
      </p>
      {tip.rewardYuan !== null && (
        <p class="reward">
          <strong>{words.reward(tip.rewardYuan.toLocaleString(localeOf(language)))}</strong>{" "}
          {tip.rewardPaidOn === null ? words.toBePaid : words.paid(dayInWords(tip.rewardPaidOn, language))}
        </p>
      )}
      <h3>{words.said}</h3>
      {tip.additions.length === 0 ? <p class="quiet">{words.nothingSaid}</p> : (
        <ol class="talk">
          {tip.additions.map(({ fromReporter, text: said, addedAt }, at) => (
            <li key={at} class={fromReporter ? undefined : "office"}>
              <span class="quiet">{fromReporter ? words.you : words.office} · {moment(addedAt)}</span>
              <p>{said}</p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
