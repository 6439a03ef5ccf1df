/** How the workbench reaches the API: as the console does, in the name of the person logged in, if any. */
import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";
import { createClient } from "graphql-ws";
import { chosenLanguage, localeOf } from "../language";
import { onSessionChange, session } from "../session";
import { ENDPOINT, headers } from "../transport";

/** The headers are made for each request, so that another language counts at once; what the user typed in goes over them. */
const send: typeof fetch = (address, init) =>
  fetch(address, {
    ...init,
    credentials: "same-origin",
    headers: { ...headers(localeOf(chosenLanguage())), ...withoutDefaults(init?.headers) },
  });

/** What the user typed into the headers editor, without the content type that the toolkit adds of its own. */
function withoutDefaults(given: HeadersInit | undefined): Record<string, string> {
  const lower = Object.fromEntries([...new Headers(given)].map(([name, value]) => [name.toLowerCase(), value]));
  delete lower["content-type"];
  delete lower["accept"];
  return lower;
}

/** Subscriptions go over one WebSocket, opened when the first of them starts, and closed after the last. The browser sends the cookie along. */
const wsClient = createClient({
  url: new URL(ENDPOINT, location.href.replace(/^http/, "ws")).href,
  lazy: true,
});

// A connection goes on in the name of whoever opened it, so after a login or a logout it is opened anew, and what runs on it, too.
let { turn } = session();
onSessionChange(() => {
  if (session().turn === turn) return;
  turn = session().turn;
  wsClient.terminate();
});

export const fetcher: Fetcher = createGraphiQLFetcher({ url: ENDPOINT, fetch: send, wsClient, enableIncrementalDelivery: false });
