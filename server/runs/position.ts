import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { document } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import type { PageQuery } from './page.ts';
import { runRefusals } from './run-refusals.ts';

const positionSchema = z.tuple([z.string(), z.int()]);

/** A cursor in the order of an index: by sort key (booking date for an entry, nothing for a sale), then emission. */
export function writePosition(row: { readonly sortKey: string; readonly seq: number }): string {
  return Buffer.from(JSON.stringify([row.sortKey, row.seq])).toString('base64url');
}

/** What comes after the query's cursor, as a condition. @throws Refusal 400 */
export function isBeyond(query: PageQuery): SQL | undefined {
  if (query.after === undefined) return undefined;
  try {
    const [sortKey, seq] = positionSchema.parse(JSON.parse(Buffer.from(query.after, 'base64url').toString()));
    return sql`(${document.sortKey}, ${document.seq}) > (${sortKey}, ${seq})`;
  } catch {
    throw new Refusal(400, runRefusals.build.bad_cursor('after'));
  }
}
