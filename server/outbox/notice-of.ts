import { eq } from 'drizzle-orm';
import type { Notice } from '#schemas/documents/notice.ts';
import type { RunStatus } from '#schemas/outcome.ts';
import { runStatusSchema } from '#schemas/outcome.ts';
import type { Database } from '../db/database.ts';
import { flow, outbox, run } from '../db/schema/index.ts';
import { readCauses } from '../runs/causes.ts';
import { countRun } from '../runs/count-outcomes.ts';

type RunRow = Pick<typeof run.$inferSelect, 'trigger' | 'triggerKey' | 'parentId'>;

/** Retries of retries; a person makes each of them. */
const LONGEST_LINE = 100;
const FOLLOWING = /^after:([0-9a-f-]{36}):(\d+)$/;

/** What makes a run the one that follows this end of another: handling the end again finds it. */
export function followKey(end: { readonly runId: string; readonly id: number }): string {
  return `after:${end.runId}:${end.id}`;
}

interface EndedRun {
  readonly runId: string;
  /** Of the outbox; null when that row is gone. */
  readonly end: { readonly id: number; readonly status: RunStatus; readonly at: Date } | null;
}

/** A retry or a replay of a run that followed another one follows that one too. */
async function followingRun(db: Database, row: RunRow): Promise<RunRow | null> {
  let current: RunRow = row;
  for (let steps = 0; current.trigger !== 'flow' && steps < LONGEST_LINE; steps += 1) {
    if (current.parentId === null) return null;
    const { trigger, triggerKey, parentId } = run;
    const [parent] = await db.select({ trigger, triggerKey, parentId }).from(run).where(eq(run.id, current.parentId));
    if (!parent) return null;
    current = parent;
  }
  return current.trigger === 'flow' ? current : null;
}

async function endedRun(db: Database, row: RunRow): Promise<EndedRun | null> {
  const following = await followingRun(db, row);
  if (!following?.parentId) return null;
  const id = FOLLOWING.exec(following.triggerKey ?? '')?.[2];
  const [end] =
    id === undefined
      ? []
      : await db
          .select()
          .from(outbox)
          .where(eq(outbox.id, Number.parseInt(id, 10)));
  const status = runStatusSchema.safeParse(end?.status).data;
  return {
    runId: following.parentId,
    end: end && status && end.runId === following.parentId ? { id: end.id, status, at: end.at } : null,
  };
}

/**
 * The notice of the end after which a run was started: what the source node "run-notice" reads. Counts and causes are
 * those of the run as it stands now; status and time those of its end, though it may have been resumed since.
 *
 * @param row the run that was started; not the one that ended
 * @returns null for a run that no other one's end started
 */
export async function noticeOf(db: Database, row: RunRow): Promise<Notice | null> {
  const ended = await endedRun(db, row);
  if (!ended) return null;
  const [found] = await db
    .select({ run, flowName: flow.name })
    .from(run)
    .innerJoin(flow, eq(flow.id, run.flowId))
    .where(eq(run.id, ended.runId));
  if (!found) return null;
  const { run: subject, flowName } = found;
  const status = ended.end?.status ?? subject.status;
  const at = ended.end?.at ?? subject.finishedAt ?? subject.createdAt;
  const causes = await readCauses(db, subject.id);
  return {
    id: ended.end ? `${subject.id}/${ended.end.id}` : subject.id,
    kind: 'run-ended',
    at: at.toISOString(),
    flow: { id: subject.flowId, name: flowName },
    run: {
      id: subject.id,
      status,
      path: `/runs/${subject.id}`,
      trigger: subject.trigger,
      version: subject.version,
      startedAt: subject.startedAt?.toISOString() ?? null,
      finishedAt: subject.finishedAt?.toISOString() ?? null,
    },
    counts: await countRun(db, subject.id),
    causes: causes.map(({ message, count }) => ({ message, count })),
    problem: subject.problem,
  };
}
