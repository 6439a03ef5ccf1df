/** Logging in and out, for both pages. */
import logInMutation from "./queries/console/login.graphql?raw";
import logOutMutation from "./queries/console/logout.graphql?raw";
import { localeOf, type Language } from "./language";
import { keepToken } from "./session";
import { request } from "./transport";

interface LoginAnswer {
  login: {
    token: string | null;
    userErrors: { message: string }[];
    viewer: { person: { name: string } } | null;
  };
}

/** How an attempt to log in ended: the person's name, or why not. */
export type LoginOutcome = { name: string } | { refusal: string };

/** Logs in and keeps the token. A wrong password is an outcome; only an unreachable server throws. */
export async function logIn(login: string, password: string, language: Language): Promise<LoginOutcome> {
  const { login: answer } = await request<LoginAnswer>(logInMutation, { login, password }, localeOf(language));
  if (answer.token === null) return { refusal: answer.userErrors.map((error) => error.message).join(" ") };
  keepToken(answer.token);
  return { name: answer.viewer?.person.name ?? login };
}

/** Logs out. The token is forgotten here even if the server cannot be told. */
export async function logOut(): Promise<void> {
  await request(logOutMutation).catch(() => undefined);
  keepToken(null);
}
