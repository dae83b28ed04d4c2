import { sql } from 'drizzle-orm';
import { createBatchLog } from '#flows/batch-log.ts';
import type { BookedMark } from '#nodes/kit/node-type.ts';
import { createRedactor } from '#nodes/kit/redact.ts';
import { PasserelleError, RemoteDownError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import type { LogLevel } from '#schemas/outcome.ts';
import { stepLog } from '../db/schema/index.ts';
import { notifyRun } from '../jobs/enqueue.ts';
import { withoutSecrets } from '../jobs/fail-batch.ts';
import { type LoadedRun, loadRun, loadRunRow } from '../jobs/load-run.ts';
import { connectionOf, openCall } from '../jobs/node-world.ts';
import type { EngineServices } from '../jobs/services.ts';
import { type MarkingSource, markingSources, markLater } from './mark-jobs.ts';
import { markMessages } from './mark-messages.ts';

const PER_CALL = 50;
const PATIENCE_MS = 5 * 60_000;
/** Minutes until a source that did not answer is asked once more; after the last it stays untold. */
const WAITS = [1, 10, 60, 360];

type Row = Record<string, unknown> & BookedMark & { readonly id: string };

/**
 * The next documents of a source that a run booked, by their ids. Of the bookings of one document (a sale, its payments)
 * the one that is not a payment speaks for it.
 */
async function readBooked(
  services: EngineServices,
  runId: string,
  nodeId: string,
  after: string | null,
): Promise<readonly Row[]> {
  return services.db.execute<Row>(sql`
    select distinct on (root.id) root.id, root.key, p.number, p.day::text as day, p.reference,
      customer.line ->> 'account' as "ledgerAccount", customer.line ->> 'auxiliaryAccount' as "auxiliaryAccount"
    from posting p
      join document root on root.id = p.root_id
      join document entry on entry.id = p.entry_id
      left join lateral (
        select line from jsonb_array_elements(entry.body -> 'lines') line where line ->> 'role' = 'receivable' limit 1
      ) customer on true
    where p.run_id = ${runId} and p.status = 'posted' and p.reset_id is null and root.node_id = ${nodeId}
      and (${after}::uuid is null or root.id > ${after}::uuid)
    order by root.id, (p.kind = 'payment'), p.revision desc
    limit ${PER_CALL}`);
}

async function tellSource(services: EngineServices, loaded: LoadedRun, source: MarkingSource): Promise<number> {
  const { nodeId, config, support } = source;
  const bound = await connectionOf(services, loaded, nodeId);
  const secrets = Object.values(bound?.access.secrets ?? {});
  const log = createBatchLog(services.now, secrets).forNode(nodeId);
  const { call, close } = openCall(services, bound, log, AbortSignal.timeout(PATIENCE_MS));
  const connection = bound?.access ?? { id: '', type: '', fields: {}, secrets: {} };
  let told = 0;
  try {
    for (let after: string | null = null; ; ) {
      const rows: readonly Row[] = await readBooked(services, loaded.row.id, nodeId, after);
      const marks = rows.map(({ id: _, ...mark }) => mark);
      if (marks.length > 0) await support.mark({ ...call, log, config, connection, run: loaded.facts }, marks);
      told += marks.length;
      after = rows.at(-1)?.id ?? null;
      if (rows.length < PER_CALL) return told;
    }
  } catch (error) {
    throw withoutSecrets(error, createRedactor(secrets));
  } finally {
    await close();
  }
}

async function note(services: EngineServices, runId: string, nodeId: string, level: LogLevel, message: Message) {
  await services.db.transaction(async (tx) => {
    await tx.insert(stepLog).values({ runId, nodeId, at: services.now(), level, message });
    await notifyRun(tx, runId);
  });
}

/**
 * Tells the sources of an ended run what it booked, where a person wants that. It can be done again at any time: sources
 * note the same thing twice without harm, and nothing here touches what is booked. A source that does not answer is told
 * later, a few times; what stays untold is said in the log of the run.
 */
export async function markBooked(services: EngineServices, runId: string, attempt: number): Promise<void> {
  const row = await loadRunRow(services.db, runId);
  if (row?.mode !== 'live') return;
  const loaded = await loadRun(services.db, services.registry, row);
  for (const source of markingSources(loaded.flow, services.registry)) {
    try {
      const told = await tellSource(services, loaded, source);
      if (told > 0)
        await note(services, runId, source.nodeId, 'info', markMessages.build.noted({ count: String(told) }));
    } catch (error) {
      if (!(error instanceof PasserelleError)) throw error;
      const wait = error instanceof RemoteDownError ? WAITS[attempt - 1] : undefined;
      if (wait !== undefined) {
        const runAt = new Date(services.now().getTime() + wait * 60_000);
        await markLater(services.db, runId, { attempt: attempt + 1, runAt });
        continue;
      }
      const message = markMessages.build.not_noted({ reason: error.detail.text });
      await note(services, runId, source.nodeId, 'warning', message);
    }
  }
}
