// The schema against the one that was released last: what an existing client uses must go on working, or be named in accepted.json.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildASTSchema, buildSchema, parse, visit } from "graphql";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const released = read("../released.graphql");
const accepted = JSON.parse(read("accepted.json"));

const breaking = (all) => all.filter((change) => change.criticality.level === CriticalityLevel.Breaking);

/** The released schema, altered by a visitor. */
const altered = (visitor) => buildASTSchema(visit(parse(released), visitor));

test("nothing breaks that is not accepted", async (t) => {
  const all = await diff(buildSchema(released), buildSchema(read("../../../schema.graphql")));
  const broken = breaking(all);
  const unaccepted = broken.filter((change) => !accepted.some((one) => one.change === change.message));
  assert.deepEqual(unaccepted.map((change) => change.message), [], "breaking changes; undo them, or accept them in accepted.json with a reason");
  const idle = accepted.filter((one) => !broken.some((change) => change.message === one.change));
  assert.deepEqual(idle, [], "accepted changes that are none any more");
  assert.ok(accepted.every((one) => one.reason.length > 20));
  t.diagnostic(`${all.length} changes since the release, ${broken.length} of them breaking and accepted`);
});

test("a field that is gone is found", async () => {
  const without = altered({
    ObjectTypeDefinition: (type) => (type.name.value === "Hazard" ? undefined : false),
    FieldDefinition: (field) => (field.name.value === "overdue" ? null : undefined),
  });
  const found = breaking(await diff(buildSchema(released), without));
  assert.deepEqual(found.map((change) => change.path), ["Hazard.overdue"]);
});

test("an input that is asked for anew, and a field that may be null, are found", async () => {
  const stricter = altered({
    InputObjectTypeDefinition: (type) => (type.name.value === "ReportHazardInput" ? undefined : false),
    InputValueDefinition: (field) =>
      field.name.value === "location" ? { ...field, type: { kind: "NonNullType", type: field.type } } : undefined,
    ObjectTypeDefinition: (type) => (type.name.value === "PageInfo" ? undefined : false),
    FieldDefinition: (field) => (field.name.value === "hasNextPage" ? { ...field, type: field.type.type } : undefined),
  });
  const found = breaking(await diff(buildSchema(released), stricter));
  assert.deepEqual(found.map((change) => change.path).sort(), ["PageInfo.hasNextPage", "ReportHazardInput.location"]);
});
