import { sql } from 'drizzle-orm';
import type { Message } from '#schemas/messages.ts';
import type { Outcome, RunStatus } from '#schemas/outcome.ts';
import type { Period } from '#schemas/period.ts';
import type { Database } from '../db/database.ts';

/** A source document of a flow, as its latest live run read it and left it. */
export interface RootRow extends Record<string, unknown> {
  readonly id: string;
  readonly key: string;
  readonly run_id: string;
  readonly hash: string;
  readonly number: string | null;
  readonly label: string;
  readonly day: string;
  readonly total: string | null;
  readonly currency: string | null;
  readonly is_left_out: boolean;
  readonly run_status: RunStatus;
  readonly outcome: Outcome | null;
  readonly message: Message | null;
  readonly is_dismissed: boolean;
}

/**
 * The sales and credit notes of a period, each in the latest state that was read of it. They count on the day of the
 * document, whatever day their entries are booked on; one that could not be read, and so has no day, on that of its run.
 *
 * Only runs since the first day are looked at: nothing is read before it was sold.
 */
export async function readRoots(db: Database, flowId: string, zone: string, period: Period): Promise<RootRow[]> {
  const rows = await db.execute<RootRow>(sql`
    select * from (
      select distinct on (d.key) d.id, d.key, d.run_id, d.hash, d.number, d.label, d.total::text, d.currency,
        coalesce(d.day, (r.created_at at time zone ${zone})::date)::text as day, d.is_left_out,
        r.status as run_status, o.outcome, o.message, h.dismissed_at is not null as is_dismissed
      from run r join document d on d.run_id = r.id
        left join outcome o on o.document_id = d.id
        left join hold h on h.flow_id = r.flow_id and h.document_key = d.key
      where r.flow_id = ${flowId} and r.mode = 'live' and r.created_at >= ${period.from}::date - 1
        and d.root_id = d.id and d.kind = 'sales-document'
      order by d.key, d.id desc) latest
    where day between ${period.from} and ${period.to}
    order by day, key`);
  return [...rows];
}
