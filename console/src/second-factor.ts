/** The second factor of who is logged in: the code from a telephone. */
import beginMutation from "./queries/console/begin-second-factor.graphql?raw";
import confirmMutation from "./queries/console/confirm-second-factor.graphql?raw";
import removeMutation from "./queries/console/remove-second-factor.graphql?raw";
import { localeOf, type Language } from "./language";
import { request } from "./transport";

type Errors = { userErrors: { message: string }[] };

/** What a telephone needs: the secret to be typed in, and the same as a picture. */
export interface Shared {
  secret: string;
  /** The address of the picture, which holds all of it. */
  picture: string;
}

/** Makes a secret; it counts once a code of it was given. */
export async function begin(password: string, language: Language): Promise<Shared | { refusal: string }> {
  type Answer = { beginSecondFactor: Errors & { secret: string | null; qr: string | null } };
  const { beginSecondFactor: answer } = await request<Answer>(beginMutation, { password }, localeOf(language));
  if (answer.secret === null || answer.qr === null) return { refusal: said(answer) };
  return { secret: answer.secret, picture: `data:image/svg+xml;base64,${btoa(answer.qr)}` };
}

/** Turns it on by a code. Answers why not, if it was refused. */
export async function confirm(code: string, language: Language): Promise<string> {
  return said((await request<{ confirmSecondFactor: Errors }>(confirmMutation, { code }, localeOf(language))).confirmSecondFactor);
}

/** Takes it off. Answers why not, if it was refused. */
export async function remove(password: string, language: Language): Promise<string> {
  return said((await request<{ removeSecondFactor: Errors }>(removeMutation, { password }, localeOf(language))).removeSecondFactor);
}

function said({ userErrors }: Errors): string {
  return userErrors.map((error) => error.message).join(" ");
}
