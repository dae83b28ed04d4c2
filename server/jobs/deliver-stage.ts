import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { createBatchLog } from '#flows/batch-log.ts';
import { settleMsOf } from '#flows/deliver-document.ts';
import { deliverItem } from '#flows/deliver-item.ts';
import { runMessages } from '#flows/messages.ts';
import type { Stage } from '#flows/plan.ts';
import type { DeliverItem } from '#nodes/kit/node-type.ts';
import { parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import { AuthError, RemoteRefusedError, SettingsError } from '#schemas/errors.ts';
import type { Database, Transaction } from '../db/database.ts';
import { delivery, file, posting, runStep } from '../db/schema/index.ts';
import { commitBatch, holdBatch, StaleBatchError, WaitingError } from './commit-batch.ts';
import { fileBytes, fileDocument } from './complete-file.ts';
import { advanceDocuments } from './deliver-documents.ts';
import { keepingLog } from './fail-batch.ts';
import type { LoadedRun } from './load-run.ts';
import { connectionOf, openCall } from './node-world.ts';
import { deliversDocuments, documentTarget } from './postings.ts';
import { refuseSum } from './refuse-sum.ts';
import type { EngineServices } from './services.ts';

type FileRow = typeof file.$inferSelect;

/** The first file of the run that this node has not delivered yet. */
async function nextFile(db: Database, loaded: LoadedRun, stage: Stage): Promise<FileRow | null> {
  const producers = stage.inlets.map((inlet) => inlet.node);
  const [row] = await db
    .select()
    .from(file)
    .where(
      and(
        eq(file.runId, loaded.row.id),
        inArray(file.nodeId, producers),
        eq(file.status, 'complete'),
        sql`not exists (
          select 1 from delivery d where d.run_id = ${loaded.row.id} and d.node_id = ${stage.node}
            and d.file_id = ${file.id} and d.status = 'delivered')`,
      ),
    )
    .orderBy(asc(file.name))
    .limit(1);
  return row ?? null;
}

interface Attempt {
  readonly again: boolean;
  /** No earlier attempt can have arrived: there was none, or the target refused them all. */
  readonly isFirstToArrive: boolean;
  readonly attempts: number;
}

function isDelivery(loaded: LoadedRun, stage: Stage, fileId: string) {
  return and(eq(delivery.runId, loaded.row.id), eq(delivery.nodeId, stage.node), eq(delivery.fileId, fileId));
}

/**
 * Says before the call that it will be made: after a crash nobody has to guess whether it was. A run that was cancelled
 * since it was loaded has given its documents back: its file must not leave any more.
 */
async function writeIntent(
  db: Database,
  loaded: LoadedRun,
  stage: Stage,
  fileId: string,
  askAfter: (lost: Date) => Date | null,
): Promise<Attempt> {
  return db.transaction(async (tx) => {
    await holdBatch(tx, loaded);
    const [earlier] = await tx
      .select({ status: delivery.status, at: delivery.at })
      .from(delivery)
      .where(isDelivery(loaded, stage, fileId));
    const notBefore = earlier?.status === 'intended' ? askAfter(earlier.at) : null;
    if (notBefore) throw new WaitingError(notBefore);
    const [written] = await tx
      .insert(delivery)
      .values({ runId: loaded.row.id, nodeId: stage.node, fileId, status: 'intended', attempts: 1 })
      .onConflictDoUpdate({
        target: [delivery.runId, delivery.nodeId, delivery.fileId],
        set: { status: 'intended', attempts: sql`${delivery.attempts} + 1`, at: sql`now()` },
        setWhere: sql`${delivery.status} <> 'delivered'`,
      })
      .returning({ attempts: delivery.attempts });
    // A worker that was slow must not reopen what another one has delivered meanwhile.
    if (!written) throw new StaleBatchError(`file ${fileId} is delivered`);
    const isFirstToArrive = earlier?.status !== 'intended';
    return { again: earlier !== undefined, isFirstToArrive, attempts: written.attempts };
  });
}

/** Errors that say the target took nothing; any other leaves it open whether the file arrived. */
function isRefusal(error: unknown): boolean {
  return error instanceof AuthError || error instanceof SettingsError || error instanceof RemoteRefusedError;
}

/**
 * A refusal is written down, so that cancelling the run may give its documents back; unless another worker has made an
 * attempt since, of which this refusal says nothing.
 */
async function noteRefusal(db: Database, loaded: LoadedRun, stage: Stage, fileId: string, { attempts }: Attempt) {
  await db
    .update(delivery)
    .set({ status: 'failed', at: sql`now()` })
    .where(and(isDelivery(loaded, stage, fileId), eq(delivery.status, 'intended'), eq(delivery.attempts, attempts)));
}

/** The deliveries that carry what a node makes. */
function carriersOf({ plan }: LoadedRun, node: string): readonly Stage[] {
  return plan.stages.filter((stage) => stage.kind === 'deliver' && stage.inlets.some((inlet) => inlet.node === node));
}

/** Once every delivery of a file is made, its entries are posted. */
async function markPosted(tx: Transaction, loaded: LoadedRun, fileRow: FileRow): Promise<void> {
  const carriers = carriersOf(loaded, fileRow.nodeId);
  const made = await tx
    .select({ nodeId: delivery.nodeId, reference: delivery.reference })
    .from(delivery)
    .where(and(eq(delivery.fileId, fileRow.id), eq(delivery.status, 'delivered')));
  if (made.length < carriers.length) return;
  await tx
    .update(posting)
    .set({ status: 'posted', postedAt: sql`now()`, reference: made.map((one) => one.reference).join(', ') })
    .where(and(eq(posting.fileId, fileRow.id), eq(posting.runId, loaded.row.id), eq(posting.status, 'intended')));
}

/** Whether a render node makes entries, each kept as a file, and not files. */
function makesEntries({ registry }: EngineServices, { flow }: LoadedRun, node: string): boolean {
  const type = registry.nodeTypes.get(flow.nodes[node]?.type ?? '');
  return type?.outputs.some((port) => port.kind === 'journal-entry') ?? false;
}

function readsBytes({ registry }: EngineServices, { flow }: LoadedRun, stage: Stage): boolean {
  const type = registry.nodeTypes.get(flow.nodes[stage.node]?.type ?? '');
  return type?.kind !== 'deliver' || type.readsBytes !== false;
}

/** A call whose answer was lost may still take effect for a while: until then a target that is asked would say "no". */
function askAfterOf(services: EngineServices, loaded: LoadedRun, stage: Stage, row: FileRow) {
  const { type, config, idempotency } = documentTarget(loaded.flow, services.registry, loaded.row, stage.node);
  const waits = idempotency === 'lookup' && makesEntries(services, loaded, row.nodeId);
  return (lost: Date): Date | null => {
    if (!waits) return null;
    const until = new Date(lost.getTime() + settleMsOf(type, config));
    return until > services.now() ? until : null;
  };
}

/** Whether the target surely did not take an entry that sums documents up, and nobody else was to take it too. */
function isRefusedSum(services: EngineServices, loaded: LoadedRun, row: FileRow, attempt: Attempt, error: unknown) {
  if (!(error instanceof RemoteRefusedError) || !attempt.isFirstToArrive) return false;
  return makesEntries(services, loaded, row.nodeId) && carriersOf(loaded, row.nodeId).length === 1;
}

/** What is handed to the target: a file, or the entry that is kept as one. */
async function itemOf(
  services: EngineServices,
  loaded: LoadedRun,
  stage: Stage,
  row: FileRow,
  again: boolean,
): Promise<DeliverItem> {
  if (makesEntries(services, loaded, row.nodeId)) {
    const entry = parseJournalEntry(JSON.parse((await fileBytes(services.db, row.id)).toString('utf8')));
    const envelope = { key: entry.id, kind: 'journal-entry' as const, body: entry };
    return { envelope, bytes: null, idempotencyKey: `${stage.node}:${row.id}`, again };
  }
  return {
    envelope: { key: row.id, kind: 'file', body: fileDocument(row) },
    bytes: readsBytes(services, loaded, stage) ? await fileBytes(services.db, row.id) : null,
    idempotencyKey: `${stage.node}:${row.sha256}:${row.id}`,
    again,
  };
}

async function deliverFile(
  services: EngineServices,
  loaded: LoadedRun,
  stage: Stage,
  row: FileRow,
  signal: AbortSignal,
): Promise<void> {
  const bound = await connectionOf(services, loaded, stage.node);
  const secrets = Object.values(bound?.access.secrets ?? {});
  const log = createBatchLog(services.now, secrets);
  const step = log.forNode(stage.node);
  const attempt = await writeIntent(services.db, loaded, stage, row.id, askAfterOf(services, loaded, stage, row));
  const { call, close } = openCall(services, bound, step, signal);
  try {
    const item = await itemOf(services, loaded, stage, row, attempt.again);
    const ports = { connection: bound?.access ?? null, call };
    const delivered = await keepingLog(log.lines, secrets, () =>
      deliverItem(loaded.flow, services.registry, stage.node, loaded.facts, item, ports, log).catch(async (error) => {
        if (isRefusedSum(services, loaded, row, attempt, error)) return error as RemoteRefusedError;
        if (attempt.isFirstToArrive && isRefusal(error)) await noteRefusal(services.db, loaded, stage, row.id, attempt);
        throw error;
      }),
    );
    if (typeof delivered !== 'string') {
      step.error(delivered.detail);
      await commitBatch(services.db, loaded, {
        done: false,
        log: log.lines,
        write: async (tx) => {
          await tx
            .update(delivery)
            .set({ status: 'failed' })
            .where(isDelivery(loaded, stage, row.id));
          await refuseSum(tx, loaded, { fileId: row.id, name: row.name }, delivered.detail);
          await countStep(tx, loaded, stage, 1, 0);
          return null;
        },
      });
      return;
    }
    const reference = delivered;
    step.info(runMessages.build.delivered({ name: row.name, reference }));
    await commitBatch(services.db, loaded, {
      done: false,
      log: log.lines,
      write: async (tx) => {
        await tx
          .update(delivery)
          .set({ status: 'delivered', reference, at: sql`now()` })
          .where(isDelivery(loaded, stage, row.id));
        await markPosted(tx, loaded, row);
        await countStep(tx, loaded, stage, 1, 1);
        return null;
      },
    });
  } finally {
    await close();
  }
}

async function countStep(tx: Transaction, loaded: LoadedRun, stage: Stage, taken: number, delivered: number) {
  await tx
    .update(runStep)
    .set({ received: sql`${runStep.received} + ${taken}`, emitted: sql`${runStep.emitted} + ${delivered}` })
    .where(and(eq(runStep.runId, loaded.row.id), eq(runStep.nodeId, stage.node)));
}

async function skipDelivery(services: EngineServices, loaded: LoadedRun, stage: Stage): Promise<void> {
  const files = await services.db
    .select({ name: file.name })
    .from(file)
    .where(
      and(
        eq(file.runId, loaded.row.id),
        inArray(
          file.nodeId,
          stage.inlets.map((inlet) => inlet.node),
        ),
      ),
    );
  const log = createBatchLog(services.now, []);
  for (const { name } of files) log.forNode(stage.node).info(runMessages.build.not_delivered_dry({ name }));
  await commitBatch(services.db, loaded, { done: true, log: log.lines, write: async () => null });
}

/** The stage without the files that come into it. */
function documentsOf({ flow }: LoadedRun, { registry }: EngineServices, stage: Stage): Stage {
  const isFile = (node: string) => registry.nodeTypes.get(flow.nodes[node]?.type ?? '')?.kind === 'render';
  return { ...stage, inlets: stage.inlets.filter(({ node }) => !isFile(node)) };
}

/** The next file of the run to its target, then its documents; a dry run delivers nothing. */
export async function advanceDeliver(
  services: EngineServices,
  loaded: LoadedRun,
  stage: Stage,
  signal: AbortSignal,
): Promise<void> {
  if (loaded.row.mode === 'dry') return skipDelivery(services, loaded, stage);
  const row = await nextFile(services.db, loaded, stage);
  if (row) return deliverFile(services, loaded, stage, row, signal);
  if (deliversDocuments(loaded.flow, services.registry, stage)) {
    return advanceDocuments(services, loaded, documentsOf(loaded, services, stage), signal);
  }
  await commitBatch(services.db, loaded, { done: true, log: [], write: async () => null });
}
