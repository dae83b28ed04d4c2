import { Refusal } from '../http/refusal.ts';
import { runRefusals } from './run-refusals.ts';

const USUAL_LIMIT = 50;

export interface PageQuery {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}
export interface Page<T> {
  readonly items: T[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
  /** Length of the whole list; counted for the first page only. */
  readonly total: number | null;
}

export function limitOf(query: PageQuery): number {
  return query.limit ?? USUAL_LIMIT;
}

/** A cursor that is a row's id. @throws Refusal 400 */
export function idAfter(query: PageQuery): string | null {
  if (query.after === undefined) return null;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(query.after)) return query.after;
  throw new Refusal(400, runRefusals.build.bad_cursor('after'));
}

/** Turns limit + 1 rows into a page. */
export async function toPage<Row, T>(
  rows: readonly Row[],
  query: PageQuery,
  parts: { cursor: (row: Row) => string; item: (row: Row) => T; count: () => Promise<number> },
): Promise<Page<T>> {
  const limit = limitOf(query);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(parts.item),
    next: rows.length > limit && last !== undefined ? parts.cursor(last) : null,
    total: query.after === undefined ? await parts.count() : null,
  };
}
