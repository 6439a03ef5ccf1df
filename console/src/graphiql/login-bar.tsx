/** @jsxImportSource react */
/** The bar above the workbench: log in as somebody, see as whom the queries run, and go back to the console. */
import { useSyncExternalStore, useState, type FormEvent } from "react";
import whoAmI from "../queries/console/who-am-i.graphql?raw";
import { chosenLanguage } from "../language";
import { logIn, logOut } from "../login";
import { keepSession, onSessionChange, session } from "../session";
import { request } from "../transport";
import mark from "../mark.svg";

const TEXT = {
  zh: {
    title: "红线 · 接口查询台", login: "登录名", password: "密码", code: "6 位验证码", logIn: "登录", logOut: "退出", console: "返回首页",
    as: (name: string) => `当前身份：${name}`, visitor: "未登录，以访客身份查询", someone: "已登录",
    unreachable: "无法连接服务器，请稍后再试。", refused: "登录名或密码不正确。",
  },
  en: {
    title: "Redline · Query workbench", login: "Login", password: "Password", code: "6-digit code", logIn: "Log in", logOut: "Log out", console: "Console",
    as: (name: string) => `Running as ${name}`, visitor: "Not logged in: running as a visitor", someone: "Logged in",
    unreachable: "The server cannot be reached. Please try again later.", refused: "The login or the password is wrong.",
  },
}[chosenLanguage()];

/** A session of the console page carries no name here, so the name is asked for once, and the bar says so meanwhile. */
let name: string | null = null;
const nameListeners = new Set<() => void>();
function nowKnown(value: string | null): void {
  name = value;
  for (const listener of nameListeners) listener();
}
if (session() !== null) {
  request<{ viewer: { person: { name: string } } | null }>(whoAmI)
    .then(({ viewer }) => (viewer === null ? keepSession(false) : nowKnown(viewer.person.name)))
    .catch(() => undefined);
}

export function LoginBar() {
  const loggedIn = useSyncExternalStore(onSessionChange, session) !== null;
  const who = useSyncExternalStore((listener) => (nameListeners.add(listener), () => nameListeners.delete(listener)), () => name);
  const [refusal, setRefusal] = useState("");
  const [busy, setBusy] = useState(false);
  const [wantsCode, setWantsCode] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const outcome = await logIn(String(form.get("login")), String(form.get("password")), String(form.get("code") ?? "") || null, chosenLanguage());
      if ("name" in outcome) nowKnown(outcome.name);
      setWantsCode("wantsCode" in outcome && outcome.wantsCode);
      setRefusal("name" in outcome ? "" : outcome.refusal || TEXT.refused);
    } catch {
      setRefusal(TEXT.unreachable);
    }
    setBusy(false);
  }

  return (
    <header className="login-bar">
      <img src={mark} alt="" width="24" height="24" />
      <strong>{TEXT.title}</strong>
      <span className="who" role="status">
        {refusal ? <em>{refusal}</em> : loggedIn ? (who ? TEXT.as(who) : TEXT.someone) : TEXT.visitor}
      </span>
      {loggedIn ? (
        <button type="button" onClick={() => void logOut().then(() => nowKnown(null))}>{TEXT.logOut}</button>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <input name="login" aria-label={TEXT.login} placeholder={TEXT.login} autoComplete="username" required />
          <input name="password" type="password" aria-label={TEXT.password} placeholder={TEXT.password} autoComplete="current-password" required />
          {wantsCode && <input name="code" aria-label={TEXT.code} placeholder={TEXT.code} autoComplete="one-time-code" inputMode="numeric" required />}
          <button disabled={busy}>{TEXT.logIn}</button>
        </form>
      )}
      <a href="/">{TEXT.console}</a>
    </header>
  );
}
