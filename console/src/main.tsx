/** The console page: the login, or the sections for whoever is logged in. */
import "./style.css";
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Viewer } from "./api";
import { dayInWords } from "./dates";
import { chooseLanguage, chosenLanguage, tellBrowser } from "./language";
import { logOut } from "./login";
import picture from "./mark.svg";
import { useLoad } from "./parts/load";
import { Loaded } from "./parts/loaded";
import { ZoneContext } from "./parts/moment";
import { SECTIONS, useApart, usePlace, type Place } from "./parts/section";
import { onSessionChange, session } from "./session";
import { LanguageContext, useText } from "./text";
import { Account } from "./views/account";
import { Compliance } from "./views/compliance";
import { Filing } from "./views/filing";
import { Hazards } from "./views/hazards";
import { Login } from "./views/login";
import { Mail } from "./views/mail";
import { Obligations } from "./views/obligations";
import { Overdue } from "./views/overdue";
import { Forgotten, NewPassword } from "./views/password";
import { SingleHazard, SingleWindow } from "./views/single";
import { System } from "./views/system";
import { Tip } from "./views/tip";

function App() {
  const [language, setLanguage] = useState(chosenLanguage);
  const [mark, setMark] = useState(session);
  const [name, setName] = useState("");
  const leaving = useRef(false);
  const [expired, setExpired] = useState(false);
  // What needs no login, and can be had by who is logged in, too.
  const apart = useApart();
  useEffect(() => onSessionChange(() => {
    setMark(session());
    setExpired(session() === null && !leaving.current);
    leaving.current = false;
  }), []);

  function switchLanguage() {
    const other = language === "zh" ? "en" : "zh";
    chooseLanguage(other);
    setLanguage(other);
  }
  function leave() {
    leaving.current = true;
    void logOut();
  }
  useEffect(() => {
    document.title = language === "zh" ? "红线 Redline" : "Redline 红线";
  }, [language]);

  return (
    <LanguageContext.Provider value={language}>
      {apart?.page === "tip"
        ? <Tip switchLanguage={switchLanguage} />
        : apart?.page === "forgotten"
        ? <Forgotten />
        : apart?.page === "password"
        ? <NewPassword code={apart.code} done={setName} />
        : mark === null
        ? <Login key={`${language}${expired}${name}`} name={name} expired={expired} switchLanguage={switchLanguage} />
        : <Console key={mark} switchLanguage={switchLanguage} leave={leave} />}
    </LanguageContext.Provider>
  );
}

interface ConsoleProps {
  switchLanguage: () => void;
  leave: () => void;
}

function Console({ switchLanguage, leave }: ConsoleProps) {
  const { language, text } = useText();
  const place = usePlace();
  const section = place.section;
  // Asked again with every change of section, so that the date at the top follows the server's clock.
  const load = useLoad((api) => api.viewer(), [section]);
  const viewer = load.data;
  // Once it is known who reads, the open section alone says what goes wrong, so that nothing is said twice.
  const firstOnly = viewer === null ? load : { ...load, busy: false, trouble: null };
  // An enterprise finds what it is late with among its obligations; it supervises nobody.
  const supervises = viewer === null || viewer.organizations.some(({ kind }) => kind !== "ENTERPRISE");
  const sections = SECTIONS.filter((name) => name !== "overdue" || supervises);
  return (
    <>
      <header class="top">
        <div class="inner">
          <a class="brand" href="#obligations"><img src={picture} alt="" width="28" height="28" /><strong>{text.brand}</strong></a>
          {viewer && <span class="date">{text.today(dayInWords(viewer.today, language))}</span>}
          {viewer && <span class="who">{[viewer.name, viewer.organizations[0]?.name].filter(Boolean).join(" · ")}</span>}
          <button type="button" class="plain" lang={language === "zh" ? "en" : "zh-CN"} onClick={switchLanguage}>{text.switchTo}</button>
          <a class="plain" href="#account">{text.account.open}</a>
          <button type="button" class="plain" onClick={leave}>{text.logOut}</button>
        </div>
        <nav aria-label={text.nav.label}>
          <ul class="inner">
            {viewer?.owesSecondFactor !== true && sections.map((name) => (
              <li key={name}><a href={`#${name}`} aria-current={name === section ? "page" : undefined}>{text.nav[name]}</a></li>
            ))}
          </ul>
        </nav>
      </header>
      <main class="inner">
        <h1>{section === "account" || viewer?.owesSecondFactor ? text.account.title : place.only && section === "obligations" ? text.oneObligation : text.nav[section]}</h1>
        <Loaded load={firstOnly} isEmpty={() => false} empty="">
          {(known) => (
            <ZoneContext.Provider value={known.zone}>
              {section === "account" || known.owesSecondFactor ? <Account viewer={known} reload={load.again} /> : <View place={place} viewer={known} />}
            </ZoneContext.Provider>
          )}
        </Loaded>
      </main>
      <footer class="inner"><a href="/graphiql">{text.forDevelopers}</a></footer>
    </>
  );
}

function View({ place: { section, only }, viewer }: { place: Place; viewer: Viewer }) {
  switch (section) {
    case "obligations": return only ? <SingleWindow id={only} /> : <Obligations viewer={viewer} />;
    case "file": return <Filing viewer={viewer} />;
    case "overdue": return <Overdue />;
    case "compliance": return <Compliance viewer={viewer} />;
    case "hazards": return only ? <SingleHazard id={only} /> : <Hazards />;
    case "mail": return <Mail />;
    case "system": return <System />;
    // Drawn before, since it needs to tell that something of the viewer has changed.
    case "account": return null;
  }
}

tellBrowser(chosenLanguage());
render(<App />, document.getElementById("page")!);
