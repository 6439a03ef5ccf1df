/** Logging in and out, for both pages. */
import logInMutation from "./queries/console/login.graphql?raw";
import logOutMutation from "./queries/console/logout.graphql?raw";
import logOutEverywhereMutation from "./queries/console/logout-everywhere.graphql?raw";
import type { Refusal } from "./filing";
import { localeOf, type Language } from "./language";
import { loggedIn, loggedOut } from "./session";
import { request, RequestError } from "./transport";

interface LoginAnswer {
  login: {
    userErrors: (Refusal & { code: string })[];
    viewer: { person: { name: string } } | null;
  };
}

/** What one logs in with. The code is asked for where the account has a second factor. */
export interface Given {
  login: string;
  password: string;
  code?: string;
}

/** How an attempt to log in ended: the person's name, that a code is still needed, or why not. */
export type LoginOutcome = { name: string } | { codeNeeded: true } | { refusals: Refusal[] };

/** Logs in; the server sets the cookie. A wrong password is an outcome; only an unreachable server throws. */
export async function logIn(given: Given, language: Language): Promise<LoginOutcome> {
  const { login: answer } = await request<LoginAnswer>(logInMutation, given, localeOf(language));
  if (answer.userErrors.some(({ code }) => code === "SECOND_FACTOR_NEEDED")) return { codeNeeded: true };
  if (answer.viewer === null || answer.userErrors.length > 0) return { refusals: answer.userErrors };
  loggedIn();
  return { name: answer.viewer.person.name };
}

/** Logs out. The cookie is the server's to take back, so it throws, and nobody is logged out, if the server cannot be reached. */
export async function logOut(): Promise<void> {
  await ending(logOutMutation);
}

/** Logs out wherever one is logged in, and ends all keys of one's programs. It throws like `logOut`. */
export async function logOutEverywhere(): Promise<void> {
  await ending(logOutEverywhereMutation);
}

async function ending(mutation: string): Promise<void> {
  try {
    await request(mutation);
  } catch (error) {
    // Whose session is over already has nothing more to end.
    if (!(error instanceof RequestError && error.trouble === "logged-out")) throw error;
  }
  loggedOut();
}
