import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Run, Step } from '#schemas/api/runs.ts';
import type { LogLevel } from '#schemas/outcome.ts';
import type { Database } from '../db/database.ts';
import { delivery, file, flowVersion, review, runStep, stepLog } from '../db/schema/index.ts';
import { readRemoved } from '../retention/read-removed.ts';
import { readCauses } from './causes.ts';
import { countOne, findRun, presentRun, type Scope } from './list-runs.ts';

async function countLogs(db: Database, runId: string): Promise<(node: string, level: LogLevel) => number> {
  const rows = await db
    .select({ node: stepLog.nodeId, level: stepLog.level, lines: sql<number>`count(*)::int` })
    .from(stepLog)
    .where(and(eq(stepLog.runId, runId), inArray(stepLog.level, ['warning', 'error'])))
    .groupBy(stepLog.nodeId, stepLog.level);
  return (node, level) => rows.find((row) => row.node === node && row.level === level)?.lines ?? 0;
}

async function readSteps(db: Database, runId: string): Promise<Step[]> {
  const rows = await db.select().from(runStep).where(eq(runStep.runId, runId)).orderBy(asc(runStep.position));
  const logs = await countLogs(db, runId);
  return rows.map((row) => ({
    node: row.nodeId,
    type: row.nodeType,
    title: row.title,
    kind: row.kind,
    status: row.status,
    received: row.received,
    emitted: row.emitted,
    expected: row.expected,
    warnings: logs(row.nodeId, 'warning'),
    errors: logs(row.nodeId, 'error'),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}

/** Complete files, each with the ids of the nodes that have delivered it. */
async function readFiles(db: Database, runId: string): Promise<Run['files']> {
  const isComplete = and(eq(file.runId, runId), eq(file.status, 'complete'));
  const rows = await db.select().from(file).where(isComplete).orderBy(file.nodeId, file.fileKey);
  const isDelivered = and(eq(delivery.runId, runId), eq(delivery.status, 'delivered'));
  const delivered = await db.select().from(delivery).where(isDelivered).orderBy(delivery.nodeId);
  return rows.map(({ id, name, mediaType, charset, size, sha256, entryCount, lineCount, totalDebit, totalCredit }) => ({
    ...{ id, name, mediaType, charset, size, sha256, entryCount, lineCount, totalDebit, totalCredit },
    deliveredTo: delivered.filter((row) => row.fileId === id).map((row) => row.nodeId),
  }));
}

async function readDefinition(db: Database, flowId: string, version: number): Promise<unknown> {
  const isVersion = and(eq(flowVersion.flowId, flowId), eq(flowVersion.number, version));
  const [row] = await db.select({ definition: flowVersion.definition }).from(flowVersion).where(isVersion);
  return row?.definition ?? null;
}

/** One run with its steps, causes and files. @throws Refusal 404 */
export async function readRun(db: Database, scope: Scope, id: string): Promise<Run> {
  const { run, flowName } = await findRun(db, scope, id);
  const isOpen = and(eq(review.runId, id), eq(review.status, 'open'));
  const [[open], counts, steps, files, causes, definition, removed] = await Promise.all([
    db.select({ nodeId: review.nodeId }).from(review).where(isOpen),
    countOne(db, id),
    readSteps(db, id),
    readFiles(db, id),
    readCauses(db, id),
    readDefinition(db, run.flowId, run.version),
    readRemoved(db, run),
  ]);
  return {
    ...presentRun(run, flowName, counts),
    steps,
    problem: run.problem,
    review: run.status === 'in-review' ? (open?.nodeId ?? null) : null,
    definition,
    files,
    causes,
    removed,
  };
}
