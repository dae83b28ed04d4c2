import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  date,
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
import { instant, newId, workspaceId } from './columns.ts';
import { file } from './runs.ts';
import { flow } from './setup.ts';

/** A deliberate "may be booked again": who, why, and what of. Postings that it covers no longer stand in the way. */
export const postingReset = pgTable('posting_reset', {
  id: newId(),
  workspaceId: workspaceId(),
  resetBy: text('reset_by').notNull(),
  reason: text('reason').notNull(),
  /** What was asked for: a list, a period, everything of a flow. */
  scope: jsonb('scope').$type<Record<string, unknown>>().notNull(),
  count: integer('count').notNull(),
  at: instant('at').notNull().defaultNow(),
});

/**
 * The durable fact that one document goes, or went, to one target. Unique from the start: whoever inserts the row
 * owns the delivery, everybody else skips. Never deleted with its run; once posted, a trigger in the migrations lets
 * nothing about it change but `resetId`.
 */
export const posting = pgTable(
  'posting',
  {
    id: newId(),
    workspaceId: workspaceId(),
    /** "flow:<flow>:<render node>" for files, "connection:<id>[:<company>]" for what is delivered one by one. */
    target: text('target').notNull(),
    sourceSystem: text('source_system').notNull(),
    sourceDocument: text('source_document').notNull(),
    kind: text('kind').notNull(),
    /** 0 for the first booking of a document, then one more for every correction. */
    revision: integer('revision').notNull().default(0),
    /**
     * - intended: claimed by a run, perhaps under way
     * - posted: the target has it
     * - uncertain: it may have arrived, and only a person can find out
     */
    status: text('status', { enum: ['intended', 'posted', 'uncertain'] }).notNull(),
    flowId: uuid('flow_id')
      .notNull()
      .references(() => flow.id),
    runId: uuid('run_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    rootId: uuid('root_id').notNull(),
    fileId: uuid('file_id'),
    connectionId: uuid('connection_id'),
    number: text('number').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    amount: numeric('amount', { precision: 22, scale: 2 }).notNull(),
    currency: text('currency').notNull(),
    party: text('party'),
    /** Hash of the entry that the document as a whole makes (of a correction: what it corrects to). */
    hash: text('hash').notNull(),
    /** Hash of the source document that it was made of: tells later whether the source has changed. */
    sourceHash: text('source_hash'),
    /** The first posting of the document, for a correction. */
    correctsId: uuid('corrects_id').references((): AnyPgColumn => posting.id),
    reference: text('reference'),
    /** Calls made for it, one by one deliveries only. */
    attempts: integer('attempts').notNull().default(0),
    /** An attempt was begun and its answer never came: it may have arrived. */
    isOpen: boolean('is_open').notNull().default(false),
    /** The target is not asked before: a late call could still take effect. */
    askAfter: instant('ask_after'),
    intendedAt: instant('intended_at').notNull().defaultNow(),
    postedAt: instant('posted_at'),
    /** Who decided on an uncertain one, and when. */
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    resetId: uuid('reset_id').references(() => postingReset.id),
  },
  (table) => [
    uniqueIndex('posting_once')
      .on(table.workspaceId, table.target, table.sourceSystem, table.sourceDocument, table.kind, table.revision)
      .where(sql`reset_id is null`),
    index('posting_by_run').on(table.runId),
    index('posting_by_file').on(table.fileId).where(sql`file_id is not null`),
    index('posting_undecided').on(table.workspaceId, table.id).where(sql`status = 'uncertain'`),
    /*
     * What the list of postings asks for, over ten years of them: by booking day, and what a person looks for. Names are
     * found through the source documents: each index here slows every posting down.
     */
    index('posting_by_day').on(table.workspaceId, table.day, table.id),
    index('posting_by_root').on(table.rootId),
    index('posting_by_number').on(table.workspaceId, table.number.op('text_pattern_ops')),
    index('posting_by_amount').on(table.workspaceId, table.amount),
    index('posting_by_reference')
      .on(table.workspaceId, table.reference.op('text_pattern_ops'))
      .where(sql`reference is not null`),
    index('posting_by_reset').on(table.resetId).where(sql`reset_id is not null`),
    index('posting_by_first').on(table.correctsId).where(sql`corrects_id is not null`),
  ],
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
 * Documents that wait for a person, over all runs: one row a flow and source document, of its latest run. It goes when
 * a later run posts the document, or leaves it out by a rule.
 */
export const hold = pgTable(
  'hold',
  {
    flowId: uuid('flow_id')
      .notNull()
      .references(() => flow.id, { onDelete: 'cascade' }),
    /** Key of the source document. */
    documentKey: text('document_key').notNull(),
    workspaceId: workspaceId(),
    runId: uuid('run_id').notNull(),
    version: integer('version').notNull(),
    /** The source node that read it, and reads it again for a retry. */
    nodeId: text('node_id').notNull(),
    documentId: uuid('document_id').notNull(),
    /** Hash of the source document as it was held: tells later whether it has changed. */
    hash: text('hash').notNull(),
    outcome: text('outcome', { enum: ['held', 'failed'] }).notNull(),
    code: text('code').notNull(),
    /** The same code and the same remedy are one cause: `causeId` of the outcome. */
    cause: text('cause').notNull(),
    message: jsonb('message').$type<import('#schemas/messages.ts').Message>().notNull(),
    label: text('label').notNull(),
    number: text('number'),
    day: date('day', { mode: 'string' }),
    total: numeric('total', { precision: 22, scale: 6 }),
    currency: text('currency'),
    party: text('party'),
    /** When it was first held; later runs that hold it again do not move this. */
    since: instant('since').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    /** Left out by a person, until it is held for another cause or the document changes. */
    dismissedBy: text('dismissed_by'),
    dismissedAt: instant('dismissed_at'),
    dismissedReason: text('dismissed_reason'),
  },
  (table) => [
    primaryKey({ columns: [table.flowId, table.documentKey] }),
    index('hold_by_cause').on(table.workspaceId, table.cause),
  ],
);
