// The audits of the GraphQL over HTTP specification, against the running server. What the server does otherwise is named in
// exceptions.json, with the reason.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { serverAudits } from "graphql-http";
import { endpoint } from "../demo.mjs";

const exceptions = JSON.parse(readFileSync(new URL("exceptions.json", import.meta.url), "utf8"));
const audits = serverAudits({ url: endpoint, fetchFn: fetch });
const passed = [];

for (const audit of audits) {
  const reason = exceptions[audit.id];
  test(`${audit.id} ${audit.name}${reason ? " (an exception)" : ""}`, async () => {
    const result = await audit.fn();
    // A body that nobody reads would hold its connection.
    if (result.response && !result.response.bodyUsed) await result.response.body?.cancel();
    if (result.status === "ok") {
      passed.push(audit.id);
      assert.equal(reason, undefined, `${audit.id} passes: take it out of exceptions.json.`);
      return;
    }
    // Nothing excuses a MUST.
    assert.doesNotMatch(audit.name, /^MUST\b/, `a MUST fails: ${result.reason}`);
    assert.ok(reason, `${result.reason}; pass it, or name it in exceptions.json with the reason`);
  });
}

test("the exceptions are of audits that there are, and each has a reason", (t) => {
  for (const [id, reason] of Object.entries(exceptions)) {
    assert.ok(audits.some((audit) => audit.id === id), `exceptions.json names ${id}, which is no audit`);
    assert.ok(reason.length > 20, `the reason of ${id} says too little`);
  }
  // A version of the package with fewer audits would prove less in silence.
  assert.ok(audits.length >= 61, `there are only ${audits.length} audits`);
  t.diagnostic(`${passed.length} of ${audits.length} audits pass, ${Object.keys(exceptions).length} are exceptions`);
});
