import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
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
import { OUTCOMES, RUN_STATUSES, RUN_TRIGGERS } from '#schemas/outcome.ts';
import { instant, newId, workspaceId } from './columns.ts';
import { searchWords } from './search-words.ts';
import { flowVersion } from './setup.ts';

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
    /** The revision of each set of mapping tables that its nodes name: later edits change no run under way. */
    mappings: jsonb('mappings').$type<Record<string, number>>().notNull().default({}),
    trigger: text('trigger', { enum: RUN_TRIGGERS }).notNull(),
    /** What started it, once: a slot, an idempotency key, the run that it follows. A second start with it finds this run. */
    triggerKey: text('trigger_key'),
    /** The run that it repeats, retries or follows. */
    parentId: uuid('parent_id'),
    /** Only the documents of `run_key` are read. */
    isLimited: boolean('is_limited').notNull().default(false),
    /** Documents that were posted before are booked once more: a deliberate choice, audited with its reason. */
    includePosted: boolean('include_posted').notNull().default(false),
    reason: text('reason'),
    mode: text('mode', { enum: ['live', 'dry'] }).notNull(),
    periodFrom: date('period_from', { mode: 'string' }),
    periodTo: date('period_to', { mode: 'string' }),
    status: text('status', { enum: RUN_STATUSES }).notNull().default('queued'),
    problem: jsonb('problem').$type<Message>(),
    startedBy: text('started_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    startedAt: instant('started_at'),
    /** Since when it has been running, set by a trigger: a review or a failure in between does not count as running. */
    activeSince: instant('active_since'),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    foreignKey({ columns: [table.flowId, table.version], foreignColumns: [flowVersion.flowId, flowVersion.number] }),
    index('run_by_workspace').on(table.workspaceId, table.id),
    index('run_by_flow').on(table.flowId, table.id),
    uniqueIndex('run_once').on(table.flowId, table.triggerKey).where(sql`trigger_key is not null`),
    index('run_unfinished').on(table.flowId, table.id).where(sql`status in ('queued', 'running')`),
    index('run_under_way').on(table.flowId).where(sql`status = 'running'`),
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
    /** Of a journal entry, which is proof. What other documents hold is in `payload`, which is kept for a shorter time. */
    body: jsonb('body').$type<unknown>(),
    hash: text('hash').notNull(),
    /** Its source read it and left it out (a status that is not wanted): later stages make nothing of it. */
    isLeftOut: boolean('is_left_out').notNull().default(false),
  },
  (table) => [
    uniqueIndex('document_once').on(table.runId, table.nodeId, table.key),
    index('document_in_order').on(table.runId, table.nodeId, table.sortKey, table.seq),
    index('entry_in_order').on(table.runId, table.sortKey, table.seq).where(sql`kind = 'journal-entry'`),
    /** Which entry of a run has a piece number: no two documents may have one in the same journal and year. */
    index('entry_by_number').on(table.runId, table.number).where(sql`kind = 'journal-entry'`),
    index('document_by_root').on(table.rootId).where(sql`root_id <> id`),
    index('document_by_number').on(table.number.op('text_pattern_ops')).where(sql`root_id = id`),
    index('document_by_total').on(table.total).where(sql`root_id = id`),
    index('document_by_party').using('gin', searchWords('party')).where(sql`root_id = id and party is not null`),
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

export const file = pgTable(
  'file',
  {
    id: newId(),
    workspaceId: workspaceId(),
    runId: uuid('run_id').notNull(),
    nodeId: text('node_id').notNull(),
    /** The renderer's own key of the file within the run ("2026"). */
    fileKey: text('file_key').notNull(),
    /** Refused: an entry that sums up documents and that its target did not take. */
    status: text('status', { enum: ['open', 'complete', 'refused'] })
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
