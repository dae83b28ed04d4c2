import type { RawRecord } from './shop-data.ts';
import { badParam, type ShopErrorAnswer } from './shop-errors.ts';

type Query = URLSearchParams;

export interface Listed {
  readonly rows: readonly RawRecord[];
  readonly total: number;
  readonly pages: number;
}

/** `status=a,b`, `status[]=a&status[]=b` and `status[0]=a` alike. */
function listParam(query: Query, name: string): string[] {
  const values = [...query.entries()].filter(([key]) => key === name || key.startsWith(`${name}[`));
  return values.flatMap(([, value]) => value.split(',')).filter((value) => value !== '');
}

function text(record: RawRecord, key: string): string {
  const value = record[key];
  return typeof value === 'string' ? value : '';
}

function hasStatus(record: RawRecord, statuses: readonly string[]): boolean {
  const status = text(record, 'status');
  // "any" leaves out the bin and drafts.
  if (statuses.length === 0 || statuses.includes('any')) return status !== 'trash' && status !== 'auto-draft';
  return statuses.includes(status);
}

/** Comparisons are strict and, unless dates_are_gmt, in the shop's local time. */
function isInWindow(record: RawRecord, query: Query): boolean {
  const suffix = query.get('dates_are_gmt') === 'true' ? '_gmt' : '';
  const created = text(record, `date_created${suffix}`);
  const modified = text(record, `date_modified${suffix}`);
  const bound = (name: string) => query.get(name)?.replace(/Z$/, '') ?? null;
  const [after, before] = [bound('after'), bound('before')];
  const [modifiedAfter, modifiedBefore] = [bound('modified_after'), bound('modified_before')];
  return (
    (after === null || created > after) &&
    (before === null || created < before) &&
    (modifiedAfter === null || modified > modifiedAfter) &&
    (modifiedBefore === null || modified < modifiedBefore)
  );
}

function idOf(record: RawRecord): number {
  const id = record['id'];
  return typeof id === 'number' ? id : 0;
}

function sortOrders(records: RawRecord[], query: Query): RawRecord[] {
  const axis = { date: 'date_created_gmt', modified: 'date_modified_gmt' }[query.get('orderby') ?? 'date'];
  const direction = query.get('order') === 'asc' ? 1 : -1;
  const byDate = (a: RawRecord, b: RawRecord) => (axis ? text(a, axis).localeCompare(text(b, axis)) : 0);
  return records.sort((a, b) => direction * (byDate(a, b) || idOf(a) - idOf(b)));
}

function pageParam(query: Query, name: string, fallback: number, most: number): number | ShopErrorAnswer {
  const given = query.get(name);
  if (given === null) return fallback;
  const value = /^\d+$/.test(given) ? Number.parseInt(given, 10) : 0;
  const reason =
    most === 100
      ? `${name} must be between 1 (inclusive) and 100 (inclusive)`
      : `${name} must be greater than or equal to 1`;
  return value < 1 || value > most ? badParam(name, reason) : value;
}

/** One page of records as WooCommerce cuts it: 10 a page, at most 100, an empty list beyond the end. */
export function pageOf(records: readonly RawRecord[], query: Query): Listed | ShopErrorAnswer {
  const perPage = pageParam(query, 'per_page', 10, 100);
  const page = pageParam(query, 'page', 1, 1_000_000);
  if (typeof perPage !== 'number') return perPage;
  if (typeof page !== 'number') return page;
  const start = (page - 1) * perPage;
  return {
    rows: records.slice(start, start + perPage),
    total: records.length,
    pages: Math.ceil(records.length / perPage),
  };
}

/** GET /orders with its filters. */
export function listOrders(orders: readonly RawRecord[], query: Query): Listed | ShopErrorAnswer {
  const statuses = listParam(query, 'status');
  const include = listParam(query, 'include');
  const found = orders.filter(
    (order) =>
      hasStatus(order, statuses) &&
      isInWindow(order, query) &&
      (include.length === 0 || include.includes(String(idOf(order)))),
  );
  return pageOf(sortOrders(found, query), query);
}
