import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Cause } from '#schemas/api/runs.ts';
import type { Message } from '#schemas/messages.ts';
import type { Database } from '../db/database.ts';
import { outcome } from '../db/schema/index.ts';
import { runRefusals } from './run-refusals.ts';

const MOST_CAUSES = 50;
const MOST_NUMBERS = 3;

/** The rule of a mapping table that a message says is missing; null for any other message. */
function missingRule(message: SQLWrapper): SQL {
  const param = (name: string) => sql`${message}->'params'->>${sql.raw(`'${name}'`)}`;
  return sql`case when ${param('table')} is not null and ${param('axis')} is not null
    then concat_ws('/', ${param('table')}, ${param('axis')}, ${param('value')}) end`;
}

/**
 * What makes two documents one cause: the same code, and the same thing to do about it. A remedy names the currency or
 * the rate that is missing, never the document, so it tells USD from GBP and not order 61 from order 62. Where a rule of
 * a mapping table is missing, each rule is a cause of its own: it is added for all documents that wait for it.
 */
export function causeOf(ended: SQLWrapper, code: SQLWrapper, message: SQLWrapper): SQL<string> {
  return sql`md5(concat_ws('/', ${ended}, ${code}, ${message}->>'remedy', ${missingRule(message)}))`;
}

/** `causeOf` a row of outcome. */
export const causeId: SQL<string> = causeOf(outcome.outcome, outcome.code, outcome.message);

interface CauseRow extends Record<string, unknown> {
  readonly id: string;
  readonly outcome: 'held' | 'failed';
  readonly message: Message | null;
  readonly numbers: string[] | null;
  readonly count: number;
}

/** Why documents were held or failed, most frequent first. */
export async function readCauses(db: Database, runId: string): Promise<Cause[]> {
  const rows = await db.execute<CauseRow>(sql`
    select ${causeId} as id, outcome.outcome, count(*)::int as count,
      (array_agg(outcome.message order by document.sort_key, document.seq))[1] as message,
      (array_agg(document.number order by document.sort_key, document.seq)
        filter (where document.number is not null))[1:${sql.raw(String(MOST_NUMBERS))}] as numbers
    from outcome join document on document.id = outcome.document_id
    where outcome.run_id = ${runId} and outcome.outcome in ('held', 'failed')
    group by 1, outcome.outcome, outcome.code
    order by 3 desc, outcome.outcome, outcome.code, 1 limit ${MOST_CAUSES}`);
  return rows.map(({ message, numbers, ...row }) => ({
    ...row,
    message: message ?? runRefusals.build.no_reason(),
    numbers: numbers ?? [],
  }));
}
