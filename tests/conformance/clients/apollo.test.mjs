// Apollo Client, without React: the story, and its cache putting pages together.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { bearer, endpoint, ownOrganization } from "../demo.mjs";
import { operations, story } from "./story.mjs";

function client(headers = {}) {
  const cache = new InMemoryCache({ typePolicies: { Query: { fields: { windows: relayStylePagination(["filter", "orderBy"]) } } } });
  return new ApolloClient({ link: new HttpLink({ uri: endpoint, headers }), cache });
}

story(async ({ kind, document }, variables, token) => {
  const apollo = client(token && { authorization: `Bearer ${token}` });
  const options = { variables, errorPolicy: "all" };
  const { data, error } = await (kind === "mutation" ? apollo.mutate({ mutation: document, ...options }) : apollo.query({ query: document, ...options }));
  if (error) assert.ok(CombinedGraphQLErrors.is(error), `it is taken for a fault of the network: ${error}`);
  return { data, errors: error?.errors };
});

test("fetchMore puts the second page behind the first", async () => {
  const headers = await bearer("head");
  const variables = { filter: { organization: await ownOrganization(headers) }, first: 3 };
  const watched = client(headers).watchQuery({ query: operations.Windows.document, variables });
  const rows = await new Promise((resolve, reject) => {
    watched.subscribe(({ data, loading, error }) => {
      const { edges, pageInfo } = data?.windows ?? {};
      if (error) reject(error);
      else if (edges?.length === 3 && !loading) watched.fetchMore({ variables: { after: pageInfo.endCursor } }).catch(reject);
      else if (edges?.length > 3) resolve(edges);
    });
  });
  assert.equal(rows.length, 6);
  assert.equal(new Set(rows.map((edge) => edge.node.id)).size, 6);
});
