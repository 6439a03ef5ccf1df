/** The guide to the API names every change that there is. */
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

it("every mutation stands in docs/api.md, and every one that stands in its table exists", () => {
  const mutations = Object.keys(buildSchema(read("../../schema.graphql")).getMutationType()!.getFields());
  const guide = read("../../docs/api.md");
  expect(mutations.filter((name) => !new RegExp(`\\b${name}\\b`).test(guide))).toEqual([]);
  const table = guide.slice(guide.indexOf("## Everything else")).split("\n").filter((line) => line.startsWith("|")).slice(2);
  const named = table.flatMap((row) => [...row.split("|")[2]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
  expect(named.filter((name) => !mutations.includes(name))).toEqual([]);
});
