/**
 * Who is logged in, in this tab. The token is kept in the tab's session storage, so both pages share it, closing the
 * browser forgets it, and it is never sent unless this code puts it into a request.
 */
const KEY = "redline.token";
const listeners = new Set<() => void>();

/** The bearer token of the person logged in, if any. */
export function token(): string | null {
  return sessionStorage.getItem(KEY);
}

/** Remembers the token, or forgets it, and tells everybody who listens. */
export function keepToken(value: string | null): void {
  if (value === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, value);
  for (const listener of listeners) listener();
}

/** Calls back whenever somebody logs in or out. The answer stops it. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
