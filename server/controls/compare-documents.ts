import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { decimal } from '#schemas/money.ts';
import type { Period } from '#schemas/period.ts';
import type { Database } from '../db/database.ts';
import { amountsBooked } from './amounts-booked.ts';
import { amountsOfDocument, isSpread, type Sums, sumKey } from './amounts-of-document.ts';
import type { Compared } from './build-cells.ts';
import type { Standing } from './judge-difference.ts';
import { type BookedDocument, NOT_BOOKED, readBodies, readBooked, readUnbookedPayments } from './read-booked.ts';
import { type RootRow, readRoots } from './read-roots.ts';

/** Bodies in memory at once: an order has some kilobytes. */
const AT_ONCE = 1000;
/** ISO 4217 for "no currency": a document that could not be read has none. */
const NO_CURRENCY = 'XXX';

/**
 * What the source says. Of a document whose body is no longer kept, what was booked stands for it while it is known to
 * be the same; otherwise its total is all that is left.
 */
function sourceSums(row: RootRow, body: SalesDocument | null, booked: BookedDocument, bookedSums: Sums): Sums {
  if (body) return amountsOfDocument(body);
  if (booked.posting.isSame) return bookedSums;
  return row.total === null ? new Map() : new Map([[sumKey('total', ''), decimal(row.total)]]);
}

/**
 * Booked, then left out by its source in another state than it was booked in: an order that was cancelled, whose refund
 * is left out with it. The source has nothing of it any more, and the books all.
 */
function isBookedStill(row: RootRow, { posting }: BookedDocument): boolean {
  return row.is_left_out && posting.isPosted && posting.isSame === false;
}

function compare(
  row: RootRow,
  body: SalesDocument | null,
  booked: BookedDocument,
  payments: Standing['payments'],
): Compared {
  const currency = row.currency ?? body?.currency ?? NO_CURRENCY;
  const { sums, rounding } = amountsBooked(booked.entries, currency, body);
  const isGone = isBookedStill(row, booked);
  return {
    ...{ number: row.number ?? row.label, run: row.run_id, document: row.id, day: row.day },
    ...{ shop: body?.source.shop ?? '', currency, booked: sums, rounding },
    isSale: body?.kind !== 'credit-note' && !isGone,
    source: isGone ? new Map() : sourceSums(row, body, booked, sums),
    standing: {
      outcome: row.outcome === null ? null : { outcome: row.outcome, message: row.message },
      ...{ runStatus: row.run_status, isLeftOut: row.is_left_out && !isGone, isDismissed: row.is_dismissed },
      ...{ posting: booked.posting, payments, isSpread: body !== null && isSpread(body) },
    },
  };
}

async function comparePage(
  db: Database,
  workspaceId: string,
  target: string,
  rows: readonly RootRow[],
): Promise<Compared[]> {
  const hashes = new Map(rows.map(({ key, hash }) => [key, hash]));
  const booked = await readBooked(db, workspaceId, target, hashes);
  const bodies = await readBodies(
    db,
    rows.map(({ id }) => id),
  );
  const unpaid = [...booked.values()].filter(({ posting }) => posting.isPosted && !posting.hasPayment);
  const unbooked = await readUnbookedPayments(
    db,
    unpaid.flatMap(({ roots }) => roots),
  );
  return rows.map((row) => {
    const own = booked.get(row.key) ?? NOT_BOOKED;
    const payments = own.roots.flatMap((root) => unbooked.get(root) ?? [])[0] ?? 'none';
    return compare(row, bodies.get(row.id) ?? null, own, payments);
  });
}

/** The source documents of a period of one flow, each beside what is booked of it at one target. */
export async function compareDocuments(
  db: Database,
  flow: { readonly id: string; readonly workspaceId: string; readonly zone: string },
  target: string,
  period: Period,
): Promise<Compared[]> {
  const rows = await readRoots(db, flow.id, flow.zone, period);
  const compared: Compared[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const page = rows.slice(from, from + AT_ONCE);
    compared.push(...(await comparePage(db, flow.workspaceId, target, page)));
  }
  return compared;
}
