// graphql-request: the story.
import assert from "node:assert/strict";
import { ClientError, GraphQLClient } from "graphql-request";
import { endpoint } from "../demo.mjs";
import { story } from "./story.mjs";

story(async ({ text }, variables, token) => {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  try {
    return { data: await new GraphQLClient(endpoint, { headers }).request(text, variables) };
  } catch (error) {
    assert.ok(error instanceof ClientError, `it is taken for a fault of the network: ${error}`);
    return error.response;
  }
});
