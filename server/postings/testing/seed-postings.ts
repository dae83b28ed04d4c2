import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../db/database.ts';
import { document, posting } from '../../db/schema/index.ts';
import type { SeededRun } from '../../http/testing/seed-run.ts';

type Row = typeof posting.$inferInsert;

/**
 * A posting for each sale of a seeded run, as the engine leaves it: entry VT-1 of order 1 at 101.10 on 1 October, and
 * so on by the day.
 */
export async function seedPostings(
  db: Database,
  workspaceId: string,
  seeded: SeededRun,
  change: (index: number) => Partial<Row> = () => ({}),
): Promise<Row[]> {
  const rows = seeded.sales.map((rootId, index): Row => {
    const number = index + 1;
    const row = {
      id: uuidv7(),
      workspaceId,
      target: `flow:${seeded.flowId}:text`,
      sourceSystem: 'acme',
      sourceDocument: `s${number}`,
      kind: 'sale',
      status: 'posted' as const,
      flowId: seeded.flowId,
      runId: seeded.runId,
      entryId: seeded.entries[index] ?? '',
      rootId,
      number: `VT-${number}`,
      day: `2026-10-${String(number).padStart(2, '0')}`,
      amount: `${100 + number}.10`,
      currency: 'EUR',
      party: `Cécile Dupré-${number}`,
      hash: 'h',
      reference: `REF/${number}`,
      postedAt: new Date(),
    };
    return { ...row, ...change(index) };
  });
  await db.insert(posting).values(rows);
  // As in life, the document names the same customer.
  for (const { rootId, party } of rows) await db.update(document).set({ party }).where(eq(document.id, rootId));
  return rows;
}
