// urql: the story. It asks questions by GET unless told otherwise, which this server does not take.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, fetchExchange } from "@urql/core";
import { endpoint } from "../demo.mjs";
import { operations, story } from "./story.mjs";

function client(token, options = { preferGetMethod: false }) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  return new Client({ url: endpoint, exchanges: [fetchExchange], fetchOptions: { headers }, ...options });
}

story(async ({ kind, document }, variables, token) => {
  const urql = client(token);
  const { data, error } = await (kind === "mutation" ? urql.mutation(document, variables) : urql.query(document, variables)).toPromise();
  assert.equal(error?.networkError, undefined, `it is taken for a fault of the network: ${error?.networkError}`);
  return { data, errors: error?.graphQLErrors };
});

test("left to its default, a GET, it is told what to send", async () => {
  const { error } = await client(undefined, {}).query(operations.Me.document, {}).toPromise();
  assert.equal(error.response.status, 405);
  assert.equal(error.graphQLErrors[0].extensions.code, "METHOD_NOT_ALLOWED");
  assert.match(error.message, /POST/);
});
