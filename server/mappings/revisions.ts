import { and, desc, eq, lt } from 'drizzle-orm';
import type { MappingRevision } from '#schemas/api/mappings.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { mappingRevision, user } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { runRefusals } from '../runs/run-refusals.ts';
import { countByTable, countChanges } from './count-rules.ts';
import { mappingMessages } from './mapping-messages.ts';
import { type Db, findMapping, rulesOf, type Scope } from './mapping-rows.ts';
import { saveRules } from './write-mapping.ts';

const PAGE = 20;

interface RevisionRow {
  readonly revision: number;
  readonly savedAt: Date;
  readonly savedBy: string | null;
  readonly rules: readonly MappingRule[];
}

function readRows(db: Db, id: string, below: number | null, limit: number): Promise<RevisionRow[]> {
  const ofIt = eq(mappingRevision.mappingId, id);
  const { revision, savedAt, rules } = mappingRevision;
  return db
    .select({ revision, savedAt, rules, savedBy: user.name })
    .from(mappingRevision)
    .leftJoin(user, eq(user.id, mappingRevision.savedBy))
    .where(below === null ? ofIt : and(ofIt, lt(mappingRevision.revision, below)))
    .orderBy(desc(mappingRevision.revision))
    .limit(limit);
}

function present(row: RevisionRow, before: RevisionRow | undefined): MappingRevision {
  const { revision, savedBy, rules } = row;
  return {
    ...{ revision, savedBy, rules: rules.length, counts: countByTable(rules) },
    savedAt: row.savedAt.toISOString(),
    changes: before ? countChanges(before.rules, rules) : null,
  };
}

/** A cursor that is a revision. @throws Refusal 400 */
function revisionAfter(after: string | undefined): number | null {
  if (after === undefined) return null;
  if (!/^\d{1,9}$/.test(after)) throw new Refusal(400, runRefusals.build.bad_cursor('after'));
  return Number.parseInt(after, 10);
}

/** Who saved a mapping, when, and how much changed, newest first. @throws Refusal 404 */
export async function listRevisions(
  db: Db,
  scope: Scope,
  id: string,
  query: { readonly after?: string | undefined; readonly limit?: number | undefined },
): Promise<{ items: MappingRevision[]; next: string | null; total: number | null }> {
  await findMapping(db, scope, id);
  const limit = Math.min(query.limit ?? PAGE, PAGE);
  const below = revisionAfter(query.after);
  // One more than is shown: the last one is compared with it.
  const rows = await readRows(db, id, below, limit + 1);
  const items = rows.slice(0, limit).map((row, index) => present(row, rows[index + 1]));
  return { items, next: rows.length > limit ? String(rows[limit - 1]?.revision) : null, total: null };
}

async function findRevision(db: Db, scope: Scope, id: string, revision: number): Promise<readonly MappingRule[]> {
  await findMapping(db, scope, id);
  const rules = await rulesOf(db, id, revision);
  if (rules === null) throw new Refusal(404, mappingMessages.build.revision_missing({ revision: String(revision) }));
  return rules;
}

/** The rules as they were saved once. @throws Refusal 404 */
export async function readRevision(
  db: Db,
  scope: Scope,
  id: string,
  revision: number,
): Promise<MappingRevision & { ruleRows: MappingRule[] }> {
  const rules = await findRevision(db, scope, id, revision);
  const [row, before] = await readRows(db, id, revision + 1, 2);
  if (!row) throw new Refusal(404, mappingMessages.build.revision_missing({ revision: String(revision) }));
  return { ...present(row, before), ruleRows: [...rules] };
}

/**
 * Saves the rules of an old revision once more, as the next one: nothing of the history is lost.
 *
 * @param expected the revision on the screen
 * @throws Refusal 404 · 409 when somebody saved since
 */
export async function restoreRevision(
  db: Database,
  caller: Caller,
  id: string,
  { revision, expected }: { readonly revision: number; readonly expected: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    const rules = await findRevision(tx, caller, id, revision);
    await saveRules(tx, caller, id, { revision: expected, rules });
  });
}
