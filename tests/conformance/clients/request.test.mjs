// graphql-request: the story.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ClientError, GraphQLClient } from "graphql-request";
import { endpoint } from "../demo.mjs";
import { bad, story } from "./story.mjs";

story(async ({ text }, variables, token) => {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const { data, errors } = await new GraphQLClient(endpoint, { headers, errorPolicy: "all" }).rawRequest(text, variables);
  return { data, errors };
});

test("by default a bad query is thrown, with its errors", async () => {
  await assert.rejects(new GraphQLClient(endpoint).request(bad.text), (error) => {
    assert.ok(error instanceof ClientError);
    assert.equal(error.response.errors[0].extensions.code, "GRAPHQL_VALIDATION_FAILED");
    return true;
  });
});
