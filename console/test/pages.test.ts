/** Lists that are wanted whole. */
import { expect, it } from "vitest";
import { everyPage, type PageOf } from "../src/pages";

function list(length: number, size: number) {
  const asked: (string | null)[] = [];
  const load = async (after: string | null): Promise<PageOf<number>> => {
    asked.push(after);
    const from = after === null ? 0 : Number(after);
    const until = Math.min(length, from + size);
    return { nodes: Array.from({ length: until - from }, (_, at) => from + at), pageInfo: { hasNextPage: until < length, endCursor: until > from ? `${until}` : null } };
  };
  return { asked, load };
}

it.each([[0, 1], [1, 1], [100, 1], [101, 2], [250, 3]])("a list of %i rows is read whole, in %i pages", async (length, pages) => {
  const { asked, load } = list(length, 100);
  expect(await everyPage(load)).toEqual(Array.from({ length }, (_, at) => at));
  expect(asked).toHaveLength(pages);
});

it("a page that leads back to itself ends the list", async () => {
  let asked = 0;
  const rows = await everyPage(async () => (asked++, { nodes: [asked], pageInfo: { hasNextPage: true, endCursor: "same" } }));
  expect(rows).toEqual([1, 2]);
});
