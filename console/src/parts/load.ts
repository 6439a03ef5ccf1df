/** Loading from the API inside a view: what has come, what went wrong, and how to try again. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { apiIn, type Api, type Page } from "../api";
import { useText } from "../text";
import { RequestError, type Trouble } from "../transport";

/** How far a load has come. Old data stays visible while newer is on its way. */
export interface Load<T> {
  data: T | null;
  trouble: Trouble | null;
  busy: boolean;
  again: () => void;
}

/** Loads when the view appears, when what it depends on changes, and when asked again. */
export function useLoad<T>(load: (api: Api) => Promise<T>, dependencies: unknown[]): Load<T> {
  const { language } = useText();
  const [state, setState] = useState<Omit<Load<T>, "again">>({ data: null, trouble: null, busy: true });
  const latest = useRef(0);
  const again = useCallback(() => {
    // An answer that was overtaken by a newer question is dropped, so that quick clicks never end in old data.
    const mine = ++latest.current;
    setState((before) => ({ ...before, busy: true }));
    load(apiIn(language)).then(
      (data) => mine === latest.current && setState({ data, trouble: null, busy: false }),
      (error: unknown) => mine === latest.current && setState((before) => ({ ...before, trouble: troubleOf(error), busy: false })),
    );
  }, [language, ...dependencies]);
  useEffect(() => {
    again();
    return () => void latest.current++;
  }, [again]);
  return { ...state, again };
}

/** A list that grows page by page. */
export interface PagedLoad<T> extends Load<Page<T>> {
  more: () => void;
}

/** Loads a list's first page like `useLoad`, and its further pages when asked for more. */
export function usePages<T>(load: (api: Api, after: string | null) => Promise<Page<T>>, dependencies: unknown[]): PagedLoad<T> {
  const { language } = useText();
  const first = useLoad((api) => load(api, null), dependencies);
  const [further, setFurther] = useState<{ of: Page<T> | null; pages: Page<T>[]; busy: boolean; trouble: Trouble | null }>(NOTHING);
  const mine = further.of === first.data ? further : { ...NOTHING, of: first.data };
  const data = useMemo(() => first.data && joined([first.data, ...mine.pages]), [first.data, mine.pages]);

  function more(): void {
    if (data?.next == null || mine.busy) return;
    const only = (next: typeof further) => setFurther((now) => (now.of === mine.of ? next : now));
    setFurther({ ...mine, busy: true });
    load(apiIn(language), data.next).then(
      (page) => only({ ...mine, pages: [...mine.pages, page], busy: false, trouble: null }),
      (error: unknown) => only({ ...mine, busy: false, trouble: troubleOf(error) }),
    );
  }
  return { ...first, data, busy: first.busy || mine.busy, trouble: first.trouble ?? mine.trouble, more };
}

const NOTHING = { of: null, pages: [], busy: false, trouble: null };

function joined<T>(pages: Page<T>[]): Page<T> {
  const last = pages[pages.length - 1]!;
  return { rows: pages.flatMap((page) => page.rows), total: pages[0]!.total, next: last.next };
}

function troubleOf(error: unknown): Trouble {
  return error instanceof RequestError ? error.trouble : "failed";
}
