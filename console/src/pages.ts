/** Lists of the API that are wanted whole: asked for page by page, so that nothing is left out however long they are. */

/** A page as the API answers it. */
export interface PageOf<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Every row of a list. */
export async function everyPage<T>(load: (after: string | null) => Promise<PageOf<T>>): Promise<T[]> {
  const rows: T[] = [];
  let after: string | null = null;
  for (;;) {
    const page: PageOf<T> = await load(after);
    rows.push(...page.nodes);
    const next = page.pageInfo.endCursor;
    // A page that leads nowhere new is the last, whatever it says.
    if (!page.pageInfo.hasNextPage || next === null || next === after) return rows;
    after = next;
  }
}
