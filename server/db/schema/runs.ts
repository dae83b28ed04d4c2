import { sql } from 'drizzle-orm';
import {
  bigserial,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { DOCUMENT_KINDS } from '#schemas/documents/index.ts';
import type { Message } from '#schemas/messages.ts';
import { LOG_LEVELS, OUTCOMES, RUN_STATUSES } from '#schemas/outcome.ts';
import { instant, newId, workspaceId } from './columns.ts';
import { flow, flowVersion } from './setup.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** One execution of one version. Its bindings are copied, so that a later re-binding changes no past run. */
export const run = pgTable(
  'run',
  {
    id: newId(),
    workspaceId: workspaceId(),
    flowId: uuid('flow_id').notNull(),
    version: integer('version').notNull(),
    bindings: jsonb('bindings').$type<Record<string, string>>().notNull(),
    trigger: text('trigger', { enum: ['manual', 'schedule', 'webhook', 'api', 'cli'] }).notNull(),
    mode: text('mode', { enum: ['live', 'dry'] }).notNull(),
    periodFrom: date('period_from', { mode: 'string' }),
    periodTo: date('period_to', { mode: 'string' }),
    status: text('status', { enum: RUN_STATUSES }).notNull().default('queued'),
    problem: jsonb('problem').$type<Message>(),
    startedBy: text('started_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    foreignKey({ columns: [table.flowId, table.version], foreignColumns: [flowVersion.flowId, flowVersion.number] }),
    index('run_by_workspace').on(table.workspaceId, table.id),
    index('run_by_flow').on(table.flowId, table.id),
  ],
);

/**
 * How far a run has come in one stage. `batch` grows by one with every recorded batch and is what a worker must still
 * find when it writes: a batch done twice, or late, writes nothing.
 */
export const runStage = pgTable(
  'run_stage',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    stage: integer('stage').notNull(),
    status: text('status', { enum: ['waiting', 'running', 'parked', 'done', 'failed'] })
      .notNull()
      .default('waiting'),
    batch: integer('batch').notNull().default(0),
    /** Where to go on: the source's cursor, the last entry rendered with the format's state. */
    position: jsonb('position').$type<unknown>(),
    /** Tries of the present batch that failed. */
    attempts: integer('attempts').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.runId, table.stage] })],
);

export const runStep = pgTable(
  'run_step',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    nodeId: text('node_id').notNull(),
    position: integer('position').notNull(),
    stage: integer('stage').notNull(),
    nodeType: text('node_type').notNull(),
    nodeVersion: integer('node_version').notNull(),
    kind: text('kind').notNull(),
    title: text('title'),
    status: text('status', { enum: ['waiting', 'running', 'done', 'parked', 'failed'] })
      .notNull()
      .default('waiting'),
    received: integer('received').notNull().default(0),
    emitted: integer('emitted').notNull().default(0),
    expected: integer('expected'),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.nodeId] })],
);

/**
 * A document of a run. `rootId` is the source document that it was made of (itself for a source document): outcomes
 * belong to roots, and an entry can always be followed back to its sale.
 */
export const document = pgTable(
  'document',
  {
    id: uuid('id').primaryKey(),
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    /** The node that emitted it. */
    nodeId: text('node_id').notNull(),
    key: text('key').notNull(),
    kind: text('kind', { enum: DOCUMENT_KINDS }).notNull(),
    rootId: uuid('root_id').notNull(),
    /** Order of emission within the run. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    /** Booking date for an entry: files are written in this order, and then as entries were made. */
    sortKey: text('sort_key').notNull().default(''),
    label: text('label').notNull(),
    number: text('number'),
    day: date('day', { mode: 'string' }),
    total: numeric('total', { precision: 22, scale: 6 }),
    currency: text('currency'),
    party: text('party'),
    url: text('url'),
    /** Null for a source document that could not be read. */
    body: jsonb('body').$type<unknown>(),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('document_once').on(table.runId, table.nodeId, table.key),
    index('document_in_order').on(table.runId, table.nodeId, table.sortKey, table.seq),
    index('document_by_kind').on(table.runId, table.kind, table.sortKey, table.seq),
    index('document_by_root').on(table.rootId),
  ],
);

/** How a source document ended in its run. No row yet means pending. */
export const outcome = pgTable(
  'outcome',
  {
    documentId: uuid('document_id')
      .primaryKey()
      .references(() => document.id, { onDelete: 'cascade' }),
    runId: uuid('run_id').notNull(),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    code: text('code'),
    message: jsonb('message').$type<Message>(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [index('outcome_by_run').on(table.runId, table.outcome, table.code)],
);

export const stepLog = pgTable(
  'step_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    nodeId: text('node_id'),
    at: instant('at').notNull(),
    level: text('level', { enum: LOG_LEVELS }).notNull(),
    documentId: uuid('document_id'),
    message: jsonb('message').$type<Message>().notNull(),
    excerpt: text('excerpt'),
  },
  (table) => [
    index('step_log_by_run').on(table.runId, table.id),
    index('step_log_by_document').on(table.documentId).where(sql`document_id is not null`),
  ],
);

/** The review of a run: entries are ticked unless they have a row in review_unticked. */
export const review = pgTable(
  'review',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    nodeId: text('node_id').notNull(),
    status: text('status', { enum: ['open', 'confirmed'] })
      .notNull()
      .default('open'),
    confirmedHash: text('confirmed_hash'),
    confirmedBy: text('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.nodeId] })],
);

export const reviewUnticked = pgTable(
  'review_unticked',
  {
    runId: uuid('run_id').notNull(),
    nodeId: text('node_id').notNull(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.runId, table.nodeId, table.documentId] })],
);

/**
 * The durable fact that one document goes, or went, to one target. Unique from the start: whoever inserts the row
 * owns the delivery, everybody else skips. Never deleted with its run.
 */
export const posting = pgTable(
  'posting',
  {
    id: newId(),
    workspaceId: workspaceId(),
    target: text('target').notNull(),
    sourceSystem: text('source_system').notNull(),
    sourceDocument: text('source_document').notNull(),
    kind: text('kind').notNull(),
    revision: integer('revision').notNull().default(0),
    status: text('status', { enum: ['intended', 'posted', 'uncertain'] }).notNull(),
    flowId: uuid('flow_id')
      .notNull()
      .references(() => flow.id),
    runId: uuid('run_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    rootId: uuid('root_id').notNull(),
    fileId: uuid('file_id'),
    number: text('number').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    amount: numeric('amount', { precision: 22, scale: 2 }).notNull(),
    currency: text('currency').notNull(),
    /** Hash of the entry as it was booked: tells later whether the source has changed. */
    hash: text('hash').notNull(),
    reference: text('reference'),
    intendedAt: instant('intended_at').notNull().defaultNow(),
    postedAt: instant('posted_at'),
  },
  (table) => [
    uniqueIndex('posting_once').on(
      table.workspaceId,
      table.target,
      table.sourceSystem,
      table.sourceDocument,
      table.kind,
      table.revision,
    ),
    index('posting_by_run').on(table.runId),
    index('posting_by_file').on(table.fileId),
  ],
);

export const file = pgTable(
  'file',
  {
    id: newId(),
    workspaceId: workspaceId(),
    runId: uuid('run_id').notNull(),
    nodeId: text('node_id').notNull(),
    /** The renderer's own key of the file within the run ("2026"). */
    fileKey: text('file_key').notNull(),
    status: text('status', { enum: ['open', 'complete'] })
      .notNull()
      .default('open'),
    name: text('name').notNull().default(''),
    mediaType: text('media_type').notNull().default(''),
    charset: text('charset'),
    size: integer('size').notNull().default(0),
    sha256: text('sha256').notNull().default(''),
    entryCount: integer('entry_count').notNull().default(0),
    lineCount: integer('line_count').notNull().default(0),
    totalDebit: numeric('total_debit', { precision: 22, scale: 2 }).notNull().default('0'),
    totalCredit: numeric('total_credit', { precision: 22, scale: 2 }).notNull().default('0'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('file_once').on(table.runId, table.nodeId, table.fileKey)],
);

/** The bytes of a file, in the order in which its batches wrote them. */
export const fileChunk = pgTable(
  'file_chunk',
  {
    fileId: uuid('file_id')
      .notNull()
      .references(() => file.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.position] })],
);

/** The carrying of one file to one place: intended, then delivered with the target's reference; failed when refused. */
export const delivery = pgTable(
  'delivery',
  {
    runId: uuid('run_id').notNull(),
    nodeId: text('node_id').notNull(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => file.id, { onDelete: 'cascade' }),
    status: text('status', { enum: ['intended', 'delivered', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    reference: text('reference'),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.nodeId, table.fileId] })],
);

/**
 * Processes that take runs further. One that stops writing its heartbeat is dead: the jobs that its graphile-worker
 * workers had locked are freed by whoever notices first.
 */
export const workerProcess = pgTable('worker_process', {
  id: uuid('id').primaryKey(),
  /** The ids under which graphile-worker locks jobs for this process. */
  lockIds: text('lock_ids').array().notNull(),
  startedAt: instant('started_at').notNull().defaultNow(),
  heartbeatAt: instant('heartbeat_at').notNull().defaultNow(),
});
