import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import type { posting } from '../db/schema/index.ts';
import type { LoadedRun } from './load-run.ts';

type PostingRow = typeof posting.$inferInsert;

interface Ground {
  /** The latest revision that stands. */
  top: number;
  /** The latest posting of another run. */
  readonly newest: string | null;
}

function keyOf({ sourceSystem, sourceDocument, kind }: Pick<PostingRow, 'sourceSystem' | 'sourceDocument' | 'kind'>) {
  return JSON.stringify([sourceSystem, sourceDocument, kind]);
}

type Standing = Record<string, unknown> & Pick<PostingRow, 'sourceSystem' | 'sourceDocument' | 'kind'> & Ground;

async function readGround(
  tx: Transaction,
  { row }: LoadedRun,
  target: string,
  corrections: readonly PostingRow[],
): Promise<Map<string, Ground>> {
  const documents = JSON.stringify([...new Set(corrections.map(({ sourceDocument }) => sourceDocument))]);
  const stands: SQL = sql`workspace_id = ${row.workspaceId} and target = ${target} and reset_id is null
    and source_document = any(array(select jsonb_array_elements_text(${documents}::jsonb)))`;
  // Nobody resets or replaces them between this look and the claim; a statement of its own, to see what others wrote.
  await tx.execute(sql`select 1 from posting where ${stands} order by id for update`);
  const rows = await tx.execute<Standing>(sql`
    select source_system as "sourceSystem", source_document as "sourceDocument", kind, max(revision) as top,
      max(id::text) filter (where run_id <> ${row.id}) as newest
    from posting where ${stands} group by 1, 2, 3`);
  return new Map(rows.map((one) => [keyOf(one), { top: one.top, newest: one.newest }]));
}

/**
 * Leaves out corrections of a state that is no longer what is booked: the booking that they correct was reset or booked
 * again after they were worked out (in a review, or in a run that failed and was resumed), or what goes before them was
 * not claimed. Booked all the same they would move the books by a difference to something that is not there.
 *
 * A correction is worked out after all that it corrects was claimed. Both have ids that begin with the instant of their
 * making (RFC 9562 version 7), so a posting with a later id than the correction's entry is one that it knows nothing of.
 */
export async function withGround(
  tx: Transaction,
  loaded: LoadedRun,
  target: string,
  claims: readonly PostingRow[],
): Promise<readonly PostingRow[]> {
  const corrections = claims.filter(({ revision }) => (revision ?? 0) > 0);
  if (corrections.length === 0) return claims;
  const ground = await readGround(tx, loaded, target, corrections);
  return claims.filter((claim) => {
    const revision = claim.revision ?? 0;
    if (revision === 0) return true;
    const under = ground.get(keyOf(claim));
    if (!under || under.top !== revision - 1 || (under.newest ?? '') > claim.entryId) return false;
    under.top = revision;
    return true;
  });
}
