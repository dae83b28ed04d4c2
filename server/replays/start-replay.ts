import { sql } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { RunSummary } from '#schemas/api/runs.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { findFlow } from '../flows/flow-rows.ts';
import { readVersion } from '../flows/read-flow.ts';
import { Refusal } from '../http/refusal.ts';
import { startRunIn } from '../jobs/control.ts';
import { findRun, type RunRow, readRunSummary } from '../runs/list-runs.ts';
import { type MatchedSource, matchSources } from './match-sources.ts';
import { replayRefusals } from './replay-refusals.ts';

/** The source documents of a run become those that another one is limited to, without passing through this process. */
async function limitTo(tx: Transaction, runId: string, parentId: string, sources: readonly MatchedSource[]) {
  const nodes = sql.join(
    sources.map(({ before, after }) => sql`(${before}::text, ${after}::text)`),
    sql`, `,
  );
  const written = await tx.execute(sql`
    insert into run_key (run_id, position, node_id, key)
    select ${runId}, row_number() over (order by d.seq) - 1, source.after, d.key
    from document d join (values ${nodes}) as source (before, after) on source.before = d.node_id
    where d.run_id = ${parentId} and d.root_id = d.id
    returning position`);
  return written.length;
}

function periodOf({ periodFrom: from, periodTo: to }: RunRow) {
  return from !== null && to !== null ? { from, to } : null;
}

/**
 * Does a past run once more, with the version given or the published one: a dry run over exactly the documents that the
 * past run read, as it read them where that is still kept. Nothing is claimed and nothing leaves the house, so what was
 * booked since does not stand in its way.
 *
 * @throws Refusal 404 · 409 while the past run still reads · 422 when the version reads nothing of it
 * @throws SettingsError when the version cannot run
 */
export async function replayRun(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  caller: Caller,
  parentId: string,
  order: { readonly version?: number | undefined },
): Promise<RunSummary> {
  const runId = await db.transaction(async (tx) => {
    const { run: parent } = await findRun(tx, caller, parentId);
    if (parent.status === 'queued' || parent.status === 'running') {
      throw new Refusal(409, replayRefusals.build.still_reading());
    }
    const { flow } = await findFlow(tx, caller, parent.flowId);
    const version = order.version ?? flow.publishedVersion ?? parent.version;
    const [was, is] = [
      await readVersion(tx, caller, flow.id, parent.version),
      await readVersion(tx, caller, flow.id, version),
    ];
    const sources = matchSources(was.definition, is.definition, registry);
    const nothing = new Refusal(422, replayRefusals.build.nothing_read({ version: String(version) }));
    if (sources.length === 0) throw nothing;
    const started = await startRunIn(tx, registry, {
      ...{ workspaceId: caller.workspaceId, flowId: flow.id, startedBy: caller.userId },
      ...{ mode: 'dry', trigger: 'replay', parentId, version, period: periodOf(parent), only: [] },
      includePosted: true,
    });
    if ((await limitTo(tx, started, parentId, sources)) === 0) throw nothing;
    await audit(tx, caller, 'run.replayed', `run:${parentId}`, { run: started, version });
    return started;
  });
  return readRunSummary(db, caller, runId);
}
