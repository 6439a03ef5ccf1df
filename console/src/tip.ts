/**
 * Reports by the public: no login, no cookie. Before a report is taken the browser has to find a number by trying, which
 * costs a person a moment and a machine that floods the office a great deal.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import challengeQuery from "./queries/console/tip-challenge.graphql?raw";
import addMutation from "./queries/console/add-to-tip.graphql?raw";
import followQuery from "./queries/console/tip.graphql?raw";
import submitMutation from "./queries/console/submit-tip.graphql?raw";
import type { Refusal } from "./filing";
import { localeOf, type Language } from "./language";
import { request } from "./transport";

/** A report as it is followed by its code. */
export interface Followed {
  receivedAt: string;
  state: string;
  /** What was said since, by who reported and by the safety office. */
  additions: { fromReporter: boolean; text: string; addedAt: string }[];
  rewardYuan: number | null;
  rewardPaidOn: string | null;
  /** The office's time zone, for the moments. */
  zone: string;
}

/** Finds the number by which the challenge is met. It pauses now and then, so that the page stays alive. */
export async function prove(challenge: string, difficulty: number): Promise<string> {
  const encoder = new TextEncoder();
  for (let nonce = 0; ; nonce++) {
    if (leadingZeros(sha256(encoder.encode(`${challenge}${nonce}`))) >= difficulty) return String(nonce);
    if (nonce % 20_000 === 19_999) await new Promise((resolve) => setTimeout(resolve));
  }
}

/** How many bits at the front are zero. */
export function leadingZeros(hash: Uint8Array): number {
  let zeros = 0;
  for (const byte of hash) {
    if (byte !== 0) return zeros + Math.clz32(byte) - 24;
    zeros += 8;
  }
  return zeros;
}

/** Sends a report. Answers the code to follow it by, or why it was refused. */
export async function submit(tip: object, language: Language): Promise<{ receipt: string } | { refusals: Refusal[] }> {
  const locale = localeOf(language);
  const { tipChallenge } = await request<{ tipChallenge: { challenge: string; difficulty: number } }>(challengeQuery, {}, locale);
  const nonce = await prove(tipChallenge.challenge, tipChallenge.difficulty);
  type Answer = { submitTip: { receipt: string | null; userErrors: Refusal[] } };
  const { submitTip } = await request<Answer>(submitMutation, { input: { ...tip, challenge: tipChallenge.challenge, nonce } }, locale);
  return submitTip.receipt === null ? { refusals: submitTip.userErrors } : { receipt: submitTip.receipt };
}

/** What became of a report; none: there is none of this code. */
export async function follow(receipt: string, language: Language): Promise<Followed | null> {
  type Answer = { tip: Omit<Followed, "zone"> | null; systemStatus: { timezone: string } };
  const { tip, systemStatus } = await request<Answer>(followQuery, { receipt }, localeOf(language));
  return tip && { ...tip, zone: systemStatus.timezone };
}

/** Adds to a report. Answers why it was refused, if it was. */
export async function add(receipt: string, text: string, language: Language): Promise<Refusal[]> {
  const { addToTip } = await request<{ addToTip: { userErrors: Refusal[] } }>(addMutation, { input: { receipt, text } }, localeOf(language));
  return addToTip.userErrors;
}
