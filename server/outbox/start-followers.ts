import { and, inArray, sql } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import { PasserelleError, SettingsError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import type { Transaction } from '../db/database.ts';
import { follow } from '../db/schema/index.ts';
import { followRefusals } from '../follows/follow-refusals.ts';
import { startRunIn } from '../jobs/control.ts';
import { followKey } from './notice-of.ts';

/** Flows that start each other by turns are refused when they are set up; this is for what no such check can see. */
const LONGEST_CHAIN = 5;

interface DueFollow extends Record<string, unknown> {
  readonly outbox_id: number;
  readonly run_id: string;
  readonly workspace_id: string;
  readonly flow_id: string;
  readonly follow_ids: string[];
  readonly period_from: string | null;
  readonly period_to: string | null;
}

/** Which flows follow these ends: switched on, asked for this status; each once an end, whichever rows say so. */
async function findDue(tx: Transaction, ends: readonly number[]): Promise<DueFollow[]> {
  return tx.execute<DueFollow>(sql`
    select o.id::int as outbox_id, o.run_id, o.workspace_id, f.flow_id, array_agg(f.id) as follow_ids,
      r.period_from::text, r.period_to::text
    from outbox o
    join run r on r.id = o.run_id and r.mode = 'live'
    join follow f on f.workspace_id = o.workspace_id and o.status = any(f.statuses)
      and (f.after_flow_id is null or f.after_flow_id = o.flow_id)
    join flow on flow.id = f.flow_id and flow.is_on and flow.archived_at is null
    where o.id in ${ends}
    group by o.id, f.flow_id, r.period_from, r.period_to
    order by o.id, f.flow_id`);
}

/** The flows of a run and of all runs that led to it, and how many of these were started by an end. */
async function lineOf(tx: Transaction, runId: string): Promise<{ flows: ReadonlySet<string>; followed: number }> {
  const [line] = await tx.execute<{ flows: string[]; followed: number }>(sql`
    with recursive line as (
      select id, parent_id, flow_id, trigger, 1 as depth from run where id = ${runId}
      union all
      select run.id, run.parent_id, run.flow_id, run.trigger, line.depth + 1
      from line join run on run.id = line.parent_id where line.depth < 100)
    select array_agg(distinct flow_id::text) as flows, (count(*) filter (where trigger = 'flow'))::int as followed from line`);
  return { flows: new Set(line?.flows ?? []), followed: line?.followed ?? 0 };
}

async function noteProblem(tx: Transaction, ids: readonly string[], problem: Message | null): Promise<void> {
  const hasNews = problem === null ? sql`problem is not null` : sql`true`;
  await tx
    .update(follow)
    .set({ problem, problemAt: problem === null ? null : sql`now()` })
    .where(and(inArray(follow.id, [...ids]), hasNews));
}

async function startOne(tx: Transaction, registry: Registry, due: DueFollow): Promise<void> {
  const { workspace_id: workspaceId, flow_id: flowId, run_id: parentId, period_from: from, period_to: to } = due;
  const line = await lineOf(tx, parentId);
  // A flow does not hear of its own ends, nor of those that it has brought about: it would go round for ever.
  if (line.flows.has(flowId)) return;
  if (line.followed >= LONGEST_CHAIN) {
    throw new SettingsError(followRefusals.build.chain_too_long({ most: String(LONGEST_CHAIN) }));
  }
  await startRunIn(tx, registry, {
    workspaceId,
    flowId,
    parentId,
    mode: 'live',
    period: from !== null && to !== null ? { from, to } : null,
    trigger: 'flow',
    triggerKey: followKey({ runId: parentId, id: due.outbox_id }),
    startedBy: null,
  });
}

/**
 * Starts the flows that follow the given ends, in the caller's transaction. The key of the start makes an end that is
 * handled again find the run that is there. One that cannot be started says so where it is set up, and the others are.
 */
export async function startFollowers(tx: Transaction, registry: Registry, ends: readonly number[]): Promise<void> {
  if (ends.length === 0) return;
  for (const due of await findDue(tx, ends)) {
    try {
      await tx.transaction((inner) => startOne(inner, registry, due));
      await noteProblem(tx, due.follow_ids, null);
    } catch (error) {
      if (!(error instanceof PasserelleError)) throw error;
      await noteProblem(tx, due.follow_ids, error.detail);
    }
  }
}
