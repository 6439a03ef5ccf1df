/** The console page: the login, or the sections for whoever is logged in. */
import "./style.css";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Viewer } from "./api";
import { dayInWords } from "./dates";
import { chooseLanguage, chosenLanguage, tellBrowser } from "./language";
import { logOut } from "./login";
import mark from "./mark.svg";
import { useLoad } from "./parts/load";
import { Loaded } from "./parts/loaded";
import { ZoneContext } from "./parts/moment";
import { SECTIONS, useOpenPage, usePlace, type Place } from "./parts/section";
import { onSessionChange, session } from "./session";
import { LanguageContext, useText } from "./text";
import { Account, Owed } from "./views/account";
import { Compliance } from "./views/compliance";
import { Filing } from "./views/filing";
import { Hazards } from "./views/hazards";
import { Login } from "./views/login";
import { Mail } from "./views/mail";
import { Obligations } from "./views/obligations";
import { Overdue } from "./views/overdue";
import { Forgotten, SetPassword } from "./views/password";
import { SingleHazard, SingleWindow } from "./views/single";
import { System } from "./views/system";
import { Tip } from "./views/tip";

function App() {
  const [language, setLanguage] = useState(chosenLanguage);
  const [now, setNow] = useState(session);
  // The public reports without a login, and who is logged in can, too.
  const open = useOpenPage();
  // Whose password was set just now. It may not be his session that this browser has, so the login comes before any other page.
  const [newcomer, setNewcomer] = useState<string>();
  useEffect(() => onSessionChange(() => {
    setNow(session());
    if (session().state === "in") setNewcomer(undefined);
  }), []);

  function switchLanguage() {
    const other = language === "zh" ? "en" : "zh";
    chooseLanguage(other);
    setLanguage(other);
  }
  function welcome(login: string) {
    setNewcomer(login);
    location.hash = "#obligations";
  }
  useEffect(() => {
    document.title = language === "zh" ? "红线 Redline" : "Redline 红线";
  }, [language]);

  function page() {
    if (open?.page === "tip") return <Tip switchLanguage={switchLanguage} />;
    if (open?.page === "forgotten") return <Forgotten switchLanguage={switchLanguage} />;
    if (open?.page === "password") return <SetPassword key={open.code} code={open.code} onSet={welcome} switchLanguage={switchLanguage} />;
    if (newcomer !== undefined) return <Login name={newcomer} expired={false} switchLanguage={switchLanguage} />;
    if (now.state === "out") return <Login expired={now.expired} switchLanguage={switchLanguage} />;
    return <Console turn={now.turn} switchLanguage={switchLanguage} />;
  }
  return <LanguageContext.Provider value={language}>{page()}</LanguageContext.Provider>;
}

interface ConsoleProps {
  /** Changes when somebody logs in, in another tab too. */
  turn: number;
  switchLanguage: () => void;
}

function Console({ turn, switchLanguage }: ConsoleProps) {
  const { language, text } = useText();
  const place = usePlace();
  const section = place.section;
  const [stuck, setStuck] = useState(false);
  // Asked again with every change of section, so that the date at the top follows the server's clock.
  const load = useLoad((api) => api.viewer(), [section, turn]);
  const viewer = load.data;
  useEffect(() => {
    // Who comes back to the page after a while may be logged out by now.
    const look = () => document.visibilityState === "visible" && load.again();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [load.again]);
  function leave() {
    setStuck(false);
    logOut().catch(() => setStuck(true));
  }
  // Until it is known who reads, nothing is drawn that a visitor would see vanish again.
  if (viewer === null) return <main class="inner"><Loaded load={load} isEmpty={() => false} empty="">{() => null}</Loaded></main>;
  // From here on the open section alone says what goes wrong, so that nothing is said twice.
  const owes = viewer.owesSecondFactor;
  // An enterprise finds what it is late with among its obligations; it supervises nobody.
  const supervises = viewer.organizations.some(({ kind }) => kind !== "ENTERPRISE");
  const sections = SECTIONS.filter((name) => name !== "overdue" || supervises);
  return (
    <>
      <header class="top">
        <div class="inner">
          <a class="brand" href="#obligations"><img src={mark} alt="" width="28" height="28" /><strong>{text.brand}</strong></a>
          <span class="date">{text.today(dayInWords(viewer.today, language))}</span>
          <span class="who">{[viewer.name, !owes && viewer.organizations[0]?.name].filter(Boolean).join(" · ")}</span>
          {!owes && <a class="plain" href="#/account" aria-current={section === "account" ? "page" : undefined}>{text.account.open}</a>}
          <button type="button" class="plain" lang={language === "zh" ? "en" : "zh-CN"} onClick={switchLanguage}>{text.switchTo}</button>
          <button type="button" class="plain" onClick={leave}>{text.logOut}</button>
        </div>
        {stuck && <div class="inner"><p class="refusal" role="alert">{text.logOutFailed}</p></div>}
        {!owes && (
          <nav aria-label={text.nav.label}>
            <ul class="inner">
              {sections.map((name) => (
                <li key={name}><a href={`#${name}`} aria-current={name === section ? "page" : undefined}>{text.nav[name]}</a></li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <main class="inner">
        <h1>{owes ? text.account.factor.owedTitle : place.only && section === "obligations" ? text.oneObligation : text.nav[section]}</h1>
        <ZoneContext.Provider value={viewer.zone}>
          {/* What one person has on the page is not for another, who logged in elsewhere. */}
          {owes ? <Owed key={viewer.id} onChange={load.again} /> : <View key={viewer.id} place={place} viewer={viewer} onChange={load.again} />}
        </ZoneContext.Provider>
      </main>
      <footer class="inner"><a href="/graphiql">{text.forDevelopers}</a></footer>
    </>
  );
}

interface ViewProps {
  place: Place;
  viewer: Viewer;
  /** Called when something about the viewer has changed. */
  onChange: () => void;
}

function View({ place: { section, only }, viewer, onChange }: ViewProps) {
  switch (section) {
    case "obligations": return only ? <SingleWindow id={only} /> : <Obligations viewer={viewer} />;
    case "file": return <Filing viewer={viewer} />;
    case "overdue": return <Overdue />;
    case "compliance": return <Compliance viewer={viewer} />;
    case "hazards": return only ? <SingleHazard id={only} /> : <Hazards />;
    case "mail": return <Mail />;
    case "system": return <System />;
    case "account": return <Account viewer={viewer} onChange={onChange} />;
  }
}

tellBrowser(chosenLanguage());
render(<App />, document.getElementById("page")!);
