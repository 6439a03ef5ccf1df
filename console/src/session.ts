/**
 * Whether somebody is logged in. The session is in a cookie that no script can read; what is kept here is a mark, which says nothing
 * and is another one after each login, so that all tabs notice.
 */
const KEY = "redline.session";
const listeners = new Set<() => void>();

/** The mark of the session, if somebody is logged in. */
export function session(): string | null {
  return localStorage.getItem(KEY);
}

/** Marks that somebody logged in, or out, and tells everybody who listens. */
export function keepSession(begun: boolean): void {
  if (begun) localStorage.setItem(KEY, crypto.randomUUID?.() ?? String(performance.now()));
  else localStorage.removeItem(KEY);
  tell();
}

/** Calls back whenever somebody logs in or out, in this tab or another. The answer stops it. */
export function onSessionChange(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener("storage", follow);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("storage", follow);
  };
}

function follow(event: StorageEvent): void {
  if (event.key === KEY || event.key === null) tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}
