import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { idempotencyOf } from '#flows/deliver-item.ts';
import { type FindPostings, type PostedFact, postingText } from '#flows/ledger.ts';
import type { Plan, Stage } from '#flows/plan.ts';
import { checkConfig } from '#nodes/kit/config.ts';
import type { DeliverNodeType, Idempotency } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { type JournalEntry, parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Database, Transaction } from '../db/database.ts';
import { document, posting } from '../db/schema/index.ts';
import type { RunRow } from './load-run.ts';

/** A flow's files are one target: what went into one of them is not put into the next. */
export function fileTarget(flowId: string, renderNode: string): string {
  return `flow:${flowId}:${renderNode}`;
}

/** Where a delivery node puts documents one by one, and how it protects against a second copy. */
export interface DocumentTarget {
  readonly type: DeliverNodeType;
  readonly config: unknown;
  readonly idempotency: Idempotency;
  readonly connectionId: string | null;
  /** The same for every flow that delivers to the same books. */
  readonly target: string;
}

/** Whether a stage carries documents themselves and not files made of them. */
export function deliversDocuments(flow: FlowDefinition, registry: Registry, stage: Stage): boolean {
  if (stage.kind !== 'deliver') return false;
  return stage.inlets.some(({ node }) => registry.nodeTypes.get(flow.nodes[node]?.type ?? '')?.kind !== 'render');
}

export function documentTarget(
  flow: FlowDefinition,
  registry: Registry,
  row: Pick<RunRow, 'flowId' | 'bindings'>,
  id: string,
): DocumentTarget {
  const node = flow.nodes[id];
  const type = registry.nodeTypes.get(node?.type ?? '');
  if (!node || type?.kind !== 'deliver') throw new Error(`node ${id} delivers nothing: the flow was not validated`);
  const config = checkConfig(type, node.config);
  const connectionId = (node.connection === undefined ? undefined : row.bindings[node.connection]) ?? null;
  const books = type.booksOf?.(config);
  const place = connectionId === null ? `flow:${row.flowId}:${id}` : `connection:${connectionId}`;
  return {
    type,
    config,
    connectionId,
    idempotency: idempotencyOf(type, config),
    target: books === undefined ? place : `${place}:${books}`,
  };
}

/** Every target of a flow: a document counts as transferred when all of them have it. */
export function targetsOf(flow: FlowDefinition, registry: Registry, plan: Plan, row: RunRow): string[] {
  const targets = plan.stages.flatMap((stage) => {
    if (stage.kind === 'render') return [fileTarget(row.flowId, stage.node)];
    if (!deliversDocuments(flow, registry, stage)) return [];
    return [documentTarget(flow, registry, row, stage.node).target];
  });
  return [...new Set(targets)];
}

type PostingRow = typeof posting.$inferSelect;

/** What is the same in all targets; null when they differ: then none of them speaks for the others. */
function common<T>(values: readonly (T | null)[]): T | null {
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
}

/** What the rows of one document say together; null unless every target has it. */
function factOf(rows: readonly PostingRow[], targets: readonly string[]): PostedFact | null {
  const byTarget = Map.groupBy(rows, (row) => row.target);
  if (byTarget.size < targets.length) return null;
  const histories = [...byTarget.values()];
  const [history] = histories;
  const [first] = history ?? [];
  const last = history?.at(-1);
  if (!history || !first || !last) return null;
  const open = rows.find((row) => row.status !== 'posted');
  const lasts = histories.flatMap((one) => one.at(-1) ?? []);
  const states = new Set(lasts.map((one) => `${one.revision}:${one.hash}`));
  return {
    status: open?.status ?? 'posted',
    day: (last.postedAt ?? last.intendedAt).toISOString().slice(0, 10),
    // A change that one target took and another did not is not settled by the first.
    hash: common(lasts.map((one) => one.hash)) ?? '',
    sourceHash: common(lasts.map((one) => one.sourceHash)),
    revision: last.revision,
    of: first.number,
    entryIds: history.map((row) => row.entryId),
    isUneven: states.size > 1,
  };
}

/** Looks up what the ledger knows; claims of the run itself do not count. */
export function postingFinder(
  db: Database | Transaction,
  workspaceId: string,
  targets: readonly string[],
  runId: string,
): FindPostings {
  return async (keys) => {
    if (keys.length === 0 || targets.length === 0) return new Map();
    const documents = [...new Set(keys.map((key) => key.sourceDocument))];
    const rows = await db
      .select()
      .from(posting)
      .where(
        and(
          eq(posting.workspaceId, workspaceId),
          inArray(posting.target, [...targets]),
          inArray(posting.sourceDocument, documents),
          isNull(posting.resetId),
          sql`${posting.runId} <> ${runId}`,
        ),
      )
      .orderBy(asc(posting.revision));
    const byKey = Map.groupBy(rows, (row) => postingText(row));
    return new Map(
      [...byKey].flatMap(([key, found]) => {
        const fact = factOf(found, targets);
        return fact === null ? [] : [[key, fact] as const];
      }),
    );
  };
}

/** Entries as they were booked, by their ids. */
export async function readBookedEntries(
  db: Database | Transaction,
  ids: readonly string[],
): Promise<Map<string, JournalEntry>> {
  const rows = await db
    .select({ id: document.id, body: document.body })
    .from(document)
    .where(inArray(document.id, [...ids]));
  return new Map(rows.map(({ id, body }) => [id, parseJournalEntry(body)]));
}
