/** The one way in which the pages talk to the server: a POST of GraphQL, with which the browser sends the cookie of the session. */
import { foundOut, session } from "./session";

/** Why an answer did not come, in the terms that a page can put into words. */
export type Trouble = "unreachable" | "logged-out" | "refused" | "failed";

/** An answer that did not come. `message` is the server's own sentence, where it gave one. */
export class RequestError extends Error {
  constructor(readonly trouble: Trouble, message = "") {
    super(message);
  }
}

interface Answer<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** The address of the API. */
export const ENDPOINT = "/graphql";

/** The headers of every request. */
export function headers(language?: string): Record<string, string> {
  return {
    "content-type": "application/json",
    accept: "application/graphql-response+json, application/json;q=0.9",
    ...(language ? { "accept-language": language } : {}),
  };
}

/** Runs a query or a mutation and answers its data, or throws a `RequestError`. */
export async function request<T>(query: string, variables: object = {}, language?: string): Promise<T> {
  const { turn } = session();
  let response: Response;
  try {
    response = await fetch(ENDPOINT, {
      method: "POST",
      credentials: "same-origin",
      headers: headers(language),
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    throw new RequestError("unreachable");
  }
  const answer = (await response.json().catch(() => ({}))) as Answer<T>;
  const error = answer.errors?.[0];
  if (response.status === 401 || error?.extensions?.code === "UNAUTHENTICATED") {
    foundOut(false, turn);
    throw new RequestError("logged-out", error?.message);
  }
  if ([502, 503, 504].includes(response.status)) throw new RequestError("unreachable");
  if (error?.extensions?.code === "FORBIDDEN") throw new RequestError("refused", error.message);
  if (error !== undefined || answer.data == null) throw new RequestError("failed", error?.message);
  return answer.data;
}

/** An answer about the viewer, if there is one. A cookie that holds no more makes a visitor; the console is for those whom the server knows. */
export async function known<T extends { viewer: unknown }>(asked: Promise<T>): Promise<T & { viewer: NonNullable<T["viewer"]> }> {
  const { turn } = session();
  const answer = await asked;
  foundOut(answer.viewer !== null, turn);
  if (answer.viewer === null) throw new RequestError("logged-out");
  return answer as T & { viewer: NonNullable<T["viewer"]> };
}
