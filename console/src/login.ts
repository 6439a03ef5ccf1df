/** Logging in and out, and passwords, for both pages. */
import changePasswordMutation from "./queries/console/change-password.graphql?raw";
import logInMutation from "./queries/console/login.graphql?raw";
import logOutEverywhereMutation from "./queries/console/logout-everywhere.graphql?raw";
import logOutMutation from "./queries/console/logout.graphql?raw";
import requestPasswordResetMutation from "./queries/console/request-password-reset.graphql?raw";
import setPasswordMutation from "./queries/console/set-password.graphql?raw";
import { localeOf, type Language } from "./language";
import { keepSession } from "./session";
import { request } from "./transport";

interface UserError {
  code: string;
  message: string;
}

interface LoginAnswer {
  login: {
    userErrors: UserError[];
    viewer: { person: { name: string } } | null;
  };
}

/** How an attempt to log in ended: the person's name, or why not, and whether a code of the second factor is wanted. */
export type LoginOutcome = { name: string } | { refusal: string; wantsCode: boolean };

/** Logs in; the server keeps the session in a cookie. A wrong password is an outcome; only an unreachable server throws. */
export async function logIn(login: string, password: string, code: string | null, language: Language): Promise<LoginOutcome> {
  const { login: answer } = await request<LoginAnswer>(logInMutation, { login, password, code }, localeOf(language));
  if (answer.viewer === null) {
    const wantsCode = answer.userErrors.some((error) => ["SECOND_FACTOR_NEEDED", "WRONG_CODE"].includes(error.code));
    return { refusal: said(answer.userErrors), wantsCode };
  }
  keepSession(true);
  return { name: answer.viewer.person.name };
}

/** Logs out. The mark is forgotten here even if the server cannot be told. */
export async function logOut(): Promise<void> {
  await request(logOutMutation).catch(() => undefined);
  keepSession(false);
}

/** Ends all sessions and keys. */
export async function logOutEverywhere(language: Language): Promise<void> {
  await request(logOutEverywhereMutation, {}, localeOf(language));
  keepSession(false);
}

/** Has a link mailed by which to set a new password. Answers why not, if it was refused. */
export async function requestPasswordReset(login: string, language: Language): Promise<string> {
  const answer = await request<{ requestPasswordReset: { userErrors: UserError[] } }>(requestPasswordResetMutation, { login }, localeOf(language));
  return said(answer.requestPasswordReset.userErrors);
}

/** Sets a password by the code of a link. Answers the login, or why it was refused. */
export async function setPassword(code: string, password: string, language: Language): Promise<{ login: string } | { refusal: string }> {
  type Answer = { setPassword: { login: string | null; userErrors: UserError[] } };
  const { setPassword: answer } = await request<Answer>(setPasswordMutation, { code, password }, localeOf(language));
  return answer.login === null ? { refusal: said(answer.userErrors) } : { login: answer.login };
}

/** Changes the password. Answers why not, if it was refused. */
export async function changePassword(current: string, password: string, language: Language): Promise<string> {
  type Answer = { changePassword: { userErrors: UserError[] } };
  return said((await request<Answer>(changePasswordMutation, { current, new: password }, localeOf(language))).changePassword.userErrors);
}

function said(userErrors: UserError[]): string {
  return userErrors.map((error) => error.message).join(" ");
}
