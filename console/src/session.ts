/**
 * Whether somebody is logged in, as far as this tab knows. The session itself is a cookie that no script can read: whose it
 * is, only the server knows, and it is asked. All tabs share the cookie, so each tells the others when that changes.
 */
export type Session =
  /** The server is still to be asked. */
  | { state: "unknown"; turn: number }
  | { state: "in"; turn: number }
  /** `expired`: it was over without anybody having logged out. */
  | { state: "out"; turn: number; expired: boolean };

/** What a tab tells the others: that somebody logged in, or out, and nothing more. */
type News = "in" | "out";

const channel = new BroadcastChannel("redline.session");
const listeners = new Set<() => void>();
let current: Session = { state: "unknown", turn: 0 };

/** What is known. `turn` counts the changes, so that an answer to an earlier question is known as such. */
export function session(): Session {
  return current;
}

/** Somebody logged in, in this tab. */
export function loggedIn(): void {
  change({ state: "in", turn: current.turn + 1 });
  channel.postMessage("in" satisfies News);
}

/** Somebody logged out, in this tab. */
export function loggedOut(): void {
  change({ state: "out", turn: current.turn + 1, expired: false });
  channel.postMessage("out" satisfies News);
}

/** What the server's answer to a question of that turn shows. Who logged in or out since is not touched by it. */
export function foundOut(somebody: boolean, turn: number): void {
  if (turn !== current.turn || current.state === (somebody ? "in" : "out")) return;
  if (somebody) return change({ state: "in", turn });
  // Before the first answer nobody was here whose session could be over.
  change(current.state === "in" ? { state: "out", turn: turn + 1, expired: true } : { state: "out", turn, expired: false });
}

/** Calls back whenever what is known changes. The answer stops it. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

channel.onmessage = ({ data }: MessageEvent<News>) => {
  const turn = current.turn + 1;
  // It may be somebody else who is logged in now, so the server is asked.
  change(data === "in" ? { state: "unknown", turn } : { state: "out", turn, expired: false });
};

function change(next: Session): void {
  current = next;
  for (const listener of listeners) listener();
}
