import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { RunStatus } from '#schemas/outcome.ts';
import type { Database } from '#server/db/database.ts';
import {
  document,
  file,
  fileChunk,
  flow,
  flowVersion,
  outcome,
  payload,
  posting,
  run,
  runStep,
  stepLog,
  workspace,
} from '#server/db/schema/index.ts';
import { addDays, dayOf } from '#server/retention/days.ts';
import { plantedEntry } from './planted-entry.ts';

/** A day of the past, as partitions are named: "2026-08-01". */
export function daysAgo(days: number): string {
  return addDays(dayOf(new Date()), -days);
}

/** An id made at noon of that day. */
export function idOn(day: string): string {
  return uuidv7({ msecs: Date.parse(`${day}T12:00:00Z`) });
}

export async function makePartitions(db: Database, day: string): Promise<void> {
  for (const parent of ['payload', 'step_log'])
    await db.execute(sql`select add_day_partition(${parent}, ${day}::date)`);
}

export interface PlantedFlow {
  readonly workspaceId: string;
  readonly flowId: string;
}

/** A published flow, in a workspace of its own or in the given one. */
export async function plantFlow(db: Database, home?: string): Promise<PlantedFlow> {
  const [workspaceId, flowId] = [home ?? uuidv7(), uuidv7()];
  if (home === undefined) await db.insert(workspace).values({ id: workspaceId, name: 'Home', slug: workspaceId });
  await db.insert(flow).values({ id: flowId, workspaceId, name: 'Ventes', publishedVersion: 1 });
  const definition = { format: 'passerelle.flow/1', name: 'Ventes' } as never;
  await db.insert(flowVersion).values({ flowId, number: 1, definition, hash: 'h' });
  return { workspaceId, flowId };
}

interface RunOn {
  readonly day: string;
  readonly status?: RunStatus;
  readonly mode?: 'live' | 'dry';
  readonly documents?: number;
}

/** A run of that day as it is left behind: sales with their source, an entry each, log lines, postings and a file. */
export async function plantRun(db: Database, { workspaceId, flowId }: PlantedFlow, order: RunOn): Promise<string> {
  const { day, status = 'succeeded', mode = 'live', documents = 20 } = order;
  const at = new Date(`${day}T12:00:00Z`);
  const runId = idOn(day);
  const common = { workspaceId, flowId, version: 1, bindings: {}, trigger: 'manual' as const };
  await db.insert(run).values({ id: runId, ...common, mode, status, createdAt: at, startedAt: at, finishedAt: at });
  const step = { runId, nodeType: 'x', nodeVersion: 1, stage: 0, status: 'done' as const };
  await db.insert(runStep).values([
    { ...step, nodeId: 'orders', position: 0, kind: 'source' },
    { ...step, nodeId: 'entries', position: 1, kind: 'map' },
  ]);
  const fileId = idOn(day);
  await db.insert(file).values({
    id: fileId,
    workspaceId,
    runId,
    nodeId: 'file',
    fileKey: day,
    status: 'complete',
    name: 'f.txt',
    sha256: '0'.repeat(64),
  });
  await db.insert(fileChunk).values({ fileId, position: 0, bytes: Buffer.from('entries') });
  for (let number = 0; number < documents; number += 1) {
    const [sale, entry] = [idOn(day), idOn(day)];
    const shown = { runId, rootId: sale, label: `Order ${number}`, number: String(number), hash: 'h' };
    await db.insert(document).values([
      { ...shown, id: sale, nodeId: 'orders', key: `${number}`, kind: 'sales-document' },
      {
        ...shown,
        id: entry,
        nodeId: 'entries',
        key: `${number}`,
        kind: 'journal-entry',
        body: plantedEntry(number, day),
      },
    ]);
    const message = { code: 'x', params: {}, text: 'Read', remedy: null, field: null };
    await db.insert(payload).values({ documentId: sale, body: { number, text: randomBytes(1500).toString('hex') } });
    await db.insert(stepLog).values({ id: idOn(day), runId, at, level: 'info', documentId: sale, message });
    await db.insert(outcome).values({ documentId: sale, runId, outcome: mode === 'live' ? 'posted' : 'previewed' });
    if (mode === 'dry') continue;
    const of = { workspaceId, target: 't', sourceSystem: 's', sourceDocument: sale, kind: 'sale', flowId, runId };
    const amounts = { number: String(number), day, amount: '12.10', currency: 'EUR', hash: 'h' };
    await db.insert(posting).values({ ...of, ...amounts, entryId: entry, rootId: sale, fileId, status: 'posted' });
  }
  return runId;
}

const PROOF = ['posting', 'run', 'document', 'outcome', 'file', 'file_chunk', 'flow_version', 'audit_log'] as const;

/** How many rows each table of proof has, and the bodies of the entries. */
export async function countProof(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of PROOF) {
    const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`);
    counts[table] = row?.n ?? 0;
  }
  const [row] = await db.execute<{ n: number }>(sql`select count(body)::int as n from document`);
  return { ...counts, bodies: row?.n ?? 0 };
}
