import { type SQL, sql } from 'drizzle-orm';
import type { BatchLog } from '#flows/batch-log.ts';
import { type ControlPorts, findClosedFault, type TargetWay } from '#flows/controls/check-entries.ts';
import { findNumberFaults, type NumberedEntry } from '#flows/controls/check-numbers.ts';
import { waysOut } from '#flows/controls/ways-out.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { Message } from '#schemas/messages.ts';
import { closedWhileBooking } from '../books-locks/closed-until.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Claimed } from './claim-entries.ts';
import type { LoadedRun } from './load-run.ts';
import { documentTarget, fileTarget } from './postings.ts';
import type { EngineServices } from './services.ts';
import { insertOutcomes } from './write-documents.ts';

type ListedValues = Record<'value', string>;

function textList(values: readonly string[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
}

/** The ways out of a run, as the ledger and the connections know them. */
export function targetWays(
  { flow, row }: Pick<LoadedRun, 'flow'> & { readonly row: Pick<LoadedRun['row'], 'flowId' | 'bindings'> },
  registry: Registry,
): TargetWay[] {
  return waysOut(flow, registry).map((way): TargetWay => {
    const type = registry.nodeTypes.get(flow.nodes[way.node]?.type ?? '');
    if (type?.kind === 'render') return { ...way, target: fileTarget(row.flowId, way.node), connection: null };
    const { target, connectionId } = documentTarget(flow, registry, row, way.node);
    return { ...way, target, connection: connectionId };
  });
}

/** Values that a list of a connection has now. One that vanished there counts as missing. */
function listedIn(db: Database): ControlPorts['listed'] {
  return async (connection, list, values) => {
    const rows = await db.execute<ListedValues>(sql`
      select value from reference_value
      where connection_id = ${connection} and list = ${list} and vanished_at is null and value in (${textList(values)})`);
    if (rows.length === values.length) return new Set(values);
    const [read] = await db.execute(sql`
      select 1 from reference_list where connection_id = ${connection} and list = ${list} and read_at is not null`);
    return read ? new Set(rows.map(({ value }) => value)) : null;
  };
}

interface NumberedRow extends Record<string, unknown> {
  readonly number: string;
  readonly journal: string;
  readonly day: string;
  readonly root: string;
  readonly document: string | null;
}

function toNumbered({ number, journal, day, root, document }: NumberedRow): NumberedEntry {
  return { pieceNumber: number, journal, day, root, document: document ?? number };
}

/** Entries that earlier pages of the run made for the same way, and that were not held since. */
async function numberedInRun(db: Database, runId: string, way: TargetWay, numbers: readonly string[]) {
  const rows = await db.execute<NumberedRow>(sql`
    select d.number, d.body->>'journal' as journal, d.day::text as day, r.key as root,
      d.body->'source'->>'number' as document
    from document d join document r on r.id = d.root_id
    where d.run_id = ${runId} and d.kind = 'journal-entry' and d.number in (${textList(numbers)})
      and d.node_id in (${textList(way.feeders)})
      and not exists (select 1 from outcome o where o.document_id = d.root_id and o.outcome in ('held', 'failed'))`);
  return rows.map(toNumbered);
}

/** Entries that other runs claimed for, or posted to, a target. What was declared void no longer has its number. */
async function numberedAtTarget(
  db: Database | Transaction,
  { row }: LoadedRun,
  target: string,
  numbers: readonly string[],
): Promise<NumberedEntry[]> {
  if (numbers.length === 0) return [];
  const rows = await db.execute<NumberedRow>(sql`
    select p.number, d.body->>'journal' as journal, p.day::text as day, p.source_document as root,
      d.body->'source'->>'number' as document
    from posting p join document d on d.id = p.entry_id
    where p.workspace_id = ${row.workspaceId} and p.target = ${target} and p.number in (${textList(numbers)})
      and p.reset_id is null and p.run_id <> ${row.id} and d.kind = 'journal-entry'`);
  return rows.map(toNumbered);
}

/** How what the mappings of a run made is held against what its targets demand. */
export function controlPorts(services: EngineServices, loaded: LoadedRun): ControlPorts {
  const { db, registry } = services;
  return {
    ways: targetWays(loaded, registry),
    listed: listedIn(db),
    numbered: async (way, numbers) => [
      ...(await numberedInRun(db, loaded.row.id, way, numbers)),
      ...(await numberedAtTarget(db, loaded, way.target, numbers)),
    ],
    closedUntil: loaded.facts.books?.closedUntil ?? null,
  };
}

/** What may have changed since the entries were made and confirmed: the books were closed, a number was taken. */
async function findLateFaults(
  tx: Transaction,
  loaded: LoadedRun,
  way: Pick<TargetWay, 'target' | 'rules'>,
  claimed: readonly Claimed[],
): Promise<Map<string, Message>> {
  const { workspaceId, flowId } = loaded.row;
  const until = await closedWhileBooking(tx, workspaceId, flowId);
  const faults = new Map<string, Message>();
  for (const { stored, entry } of claimed) {
    const fault = findClosedFault(entry, until);
    if (fault && !faults.has(stored.root_key)) faults.set(stored.root_key, fault);
  }
  const numbers = [...new Set(claimed.map(({ entry }) => entry.pieceNumber))];
  const taken = await numberedAtTarget(tx, loaded, way.target, numbers);
  const numbered = claimed.map(({ stored, entry }) => ({ root: stored.root_key, entry }));
  for (const [root, fault] of findNumberFaults(numbered, taken, way.rules.fiscalYearEnd)) {
    if (!faults.has(root)) faults.set(root, fault);
  }
  return faults;
}

/**
 * The last look before entries are claimed for a target, in the transaction that claims them: whoever closes the books
 * waits for it, or is seen by it. Documents that may no longer be booked are held whole.
 *
 * @returns the entries that may be claimed
 */
export async function holdLate(
  tx: Transaction,
  services: EngineServices,
  loaded: LoadedRun,
  node: string,
  claimed: readonly Claimed[],
  log: BatchLog,
): Promise<readonly Claimed[]> {
  const way = targetWays(loaded, services.registry).find((one) => one.node === node);
  if (!way || claimed.length === 0 || loaded.row.mode === 'dry') return claimed;
  const faults = await findLateFaults(tx, loaded, way, claimed);
  if (faults.size === 0) return claimed;
  const roots = new Map(claimed.map(({ stored }) => [stored.root_key, stored.root_id]));
  const verdicts = [...faults].map(([root, message]) => {
    log.forNode(node).warning(message, { document: root });
    return { documentId: roots.get(root) ?? '', verdict: { outcome: 'held' as const, message } };
  });
  await insertOutcomes(tx, loaded.row.id, verdicts);
  return claimed.filter(({ stored }) => !faults.has(stored.root_key));
}
