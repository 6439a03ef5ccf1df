/** @jsxImportSource react */
/** The bar above the workbench: log in as somebody, see as whom the queries run, and go back to the console. */
import { useSyncExternalStore, useState, type FormEvent } from "react";
import whoAmI from "../queries/console/who-am-i.graphql?raw";
import { chosenLanguage } from "../language";
import { logIn, logOut, type Given } from "../login";
import { onSessionChange, session } from "../session";
import { known, request } from "../transport";
import mark from "../mark.svg";

const TEXT = {
  zh: {
    title: "红线 · 接口查询台", login: "登录名", password: "密码", logIn: "登录", logOut: "退出", console: "返回首页",
    as: (name: string) => `当前身份：${name}`, visitor: "未登录，以访客身份查询", someone: "已登录",
    unreachable: "无法连接服务器，请稍后再试。", refused: "登录名或密码不正确。", stuck: "退出没有成功，您仍处于登录状态。",
    code: "6 位验证码", codeNeeded: "请输入手机上显示的 6 位验证码。", back: "返回",
  },
  en: {
    title: "Redline · Query workbench", login: "Login", password: "Password", logIn: "Log in", logOut: "Log out", console: "Console",
    as: (name: string) => `Running as ${name}`, visitor: "Not logged in: running as a visitor", someone: "Logged in",
    unreachable: "The server cannot be reached. Please try again later.", refused: "The login or the password is wrong.", stuck: "Logging out did not work; you are still logged in.",
    code: "Six-digit code", codeNeeded: "Please enter the six digits that your phone shows.", back: "Back",
  },
}[chosenLanguage()];

/** The cookie carries no name that this page could read, so the server is asked, and again when somebody logs in elsewhere. */
let name: string | null = null;
const nameListeners = new Set<() => void>();
function nowKnown(value: string | null): void {
  name = value;
  for (const listener of nameListeners) listener();
}
function ask(): void {
  known(request<{ viewer: { person: { name: string } } | null }>(whoAmI))
    .then(({ viewer }) => nowKnown(viewer.person.name))
    .catch(() => nowKnown(null));
}
ask();
onSessionChange(() => {
  if (session().state === "unknown") ask();
  if (session().state === "out") nowKnown(null);
});

export function LoginBar() {
  const loggedIn = useSyncExternalStore(onSessionChange, session).state === "in";
  const who = useSyncExternalStore((listener) => (nameListeners.add(listener), () => nameListeners.delete(listener)), () => name);
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  // What was given at the first step, while the code of the second factor is awaited.
  const [first, setFirst] = useState<Given | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (field: string) => String(form.get(field));
    setBusy(true);
    try {
      const sent = first === null ? { login: given("login"), password: given("password") } : { ...first, code: given("code") };
      const outcome = await logIn(sent, chosenLanguage());
      if ("name" in outcome) nowKnown(outcome.name);
      if ("codeNeeded" in outcome) setFirst(sent);
      else if ("name" in outcome || outcome.refusals.some(({ field }) => field === "password")) setFirst(null);
      setSaid("name" in outcome ? "" : "codeNeeded" in outcome ? TEXT.codeNeeded : outcome.refusals.map(({ message }) => message).join(" ") || TEXT.refused);
    } catch {
      setSaid(TEXT.unreachable);
    }
    setBusy(false);
  }
  function leave() {
    logOut().then(() => setSaid(""), () => setSaid(TEXT.stuck));
  }
  function back() {
    setFirst(null);
    setSaid("");
  }

  return (
    <header className="login-bar">
      <img src={mark} alt="" width="24" height="24" />
      <strong>{TEXT.title}</strong>
      <span className="who" role="status">
        {said ? <em>{said}</em> : loggedIn ? (who ? TEXT.as(who) : TEXT.someone) : TEXT.visitor}
      </span>
      {loggedIn ? (
        <button type="button" onClick={leave}>{TEXT.logOut}</button>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          {first === null ? (
            <>
              <input key="login" name="login" aria-label={TEXT.login} placeholder={TEXT.login} autoComplete="username" required />
              <input key="password" name="password" type="password" aria-label={TEXT.password} placeholder={TEXT.password} autoComplete="current-password" required />
            </>
          ) : <input key="code" name="code" aria-label={TEXT.code} placeholder={TEXT.code} autoComplete="one-time-code" inputMode="numeric" autoFocus required />}
          <button disabled={busy}>{TEXT.logIn}</button>
          {first !== null && <button type="button" onClick={back}>{TEXT.back}</button>}
        </form>
      )}
      <a href="/">{TEXT.console}</a>
    </header>
  );
}
