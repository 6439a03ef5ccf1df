/**
 * One's own account: the password, the second factor, and the keys of programs. What is refused is an outcome, with the field
 * at fault; only an answer that did not come throws.
 */
import accountQuery from "./queries/console/account.graphql?raw";
import beginMutation from "./queries/console/begin-second-factor.graphql?raw";
import changeMutation from "./queries/console/change-password.graphql?raw";
import confirmMutation from "./queries/console/confirm-second-factor.graphql?raw";
import createMutation from "./queries/console/create-api-key.graphql?raw";
import forgottenMutation from "./queries/console/request-password-reset.graphql?raw";
import removeMutation from "./queries/console/remove-second-factor.graphql?raw";
import revokeMutation from "./queries/console/revoke-api-key.graphql?raw";
import setMutation from "./queries/console/set-password.graphql?raw";
import type { Refusal } from "./filing";
import { localeOf, type Language } from "./language";
import { known, request } from "./transport";

/** A key by which a program asks in its owner's name. */
export interface ApiKey {
  id: string;
  name: string;
  mayWrite: boolean;
  createdAt: string;
  expiresAt: string;
}

/** By what the reader proves who he or she is. */
export interface Account {
  secondFactor: boolean;
  apiKeys: ApiKey[];
}

/** What a telephone needs for the second factor. */
export interface Shared {
  /** To be typed in. */
  secret: string;
  /** An address that a program on this very telephone opens. */
  uri: string;
  /** The address of a picture, to be photographed. */
  picture: string;
}

/** What came of a change: something, or why it was refused. */
export type Came<T> = { outcome: T } | { refusals: Refusal[] };

/** A new key, as it is asked for. */
export interface NewKey {
  name: string;
  mayWrite: boolean;
  /** The last day on which it holds. */
  until: string;
  password: string;
}

/** The account of who is logged in. */
export async function account(language: Language): Promise<Account> {
  return (await known(request<{ viewer: Account | null }>(accountQuery, {}, localeOf(language)))).viewer;
}

/** Sets another password. All other sessions end. */
export function changePassword(current: string, password: string, language: Language): Promise<Came<true>> {
  return carryOut(changeMutation, { current, new: password }, language, () => true);
}

/** Has a link mailed by which to set a password. It is answered alike whether there is such a login or not. */
export function requestPasswordReset(login: string, language: Language): Promise<Came<true>> {
  return carryOut(forgottenMutation, { login }, language, () => true);
}

/** Sets a password by the code of a link. Answers to which login it belongs. */
export function setPassword(code: string, password: string, language: Language): Promise<Came<string>> {
  return carryOut<string, { login: string | null }>(setMutation, { code, password }, language, ({ login }) => login);
}

/** Makes a secret for the second factor. It counts once a code of it was given. */
export function beginSecondFactor(password: string, language: Language): Promise<Came<Shared>> {
  type Made = { secret: string | null; uri: string | null; qr: string | null };
  return carryOut<Shared, Made>(beginMutation, { password }, language, ({ secret, uri, qr }) =>
    secret === null || uri === null || qr === null ? null : { secret, uri, picture: pictureOf(qr) });
}

/** Turns the second factor on. */
export function confirmSecondFactor(code: string, language: Language): Promise<Came<true>> {
  return carryOut(confirmMutation, { code }, language, () => true);
}

/** Takes the second factor off. */
export function removeSecondFactor(password: string, language: Language): Promise<Came<true>> {
  return carryOut(removeMutation, { password }, language, () => true);
}

/** Makes a key. Answers its token, which is told this once. */
export function createApiKey(key: NewKey, language: Language): Promise<Came<string>> {
  return carryOut<string, { token: string | null }>(createMutation, key, language, ({ token }) => token);
}

/** Ends a key at once. */
export function revokeApiKey(apiKeyId: string, language: Language): Promise<Came<true>> {
  return carryOut(revokeMutation, { apiKeyId }, language, () => true);
}

/** The address of a picture that is a text (SVG). The page's policy allows pictures of this kind, but no drawing by foreign markup. */
export function pictureOf(svg: string): string {
  const bytes = new TextEncoder().encode(svg);
  return `data:image/svg+xml;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
}

/** A secret in groups of four, as it is easier to type. */
export function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}

async function carryOut<T, A = object>(mutation: string, input: object, language: Language, take: (answer: A) => T | null): Promise<Came<T>> {
  const { outcome } = await request<{ outcome: A & { userErrors: Refusal[] } }>(mutation, { input }, localeOf(language));
  const taken = outcome.userErrors.length > 0 ? null : take(outcome);
  return taken === null ? { refusals: outcome.userErrors } : { outcome: taken };
}
