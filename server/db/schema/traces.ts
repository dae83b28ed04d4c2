import { sql } from 'drizzle-orm';
import { bigint, date, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import type { Message } from '#schemas/messages.ts';
import { LOG_LEVELS } from '#schemas/outcome.ts';
import { packedJson } from '../packed-json.ts';
import { instant } from './columns.ts';

/*
 * What may be thrown away before its run. Both tables are partitioned by day on their id, whose first 48 bits are the
 * time (RFC 9562 version 7): an old day is dropped whole, and a look-up by id touches one partition.
 */

/** What a run's source documents were when they were read. Journal entries are proof and stay with their document. */
export const payload = pgTable('payload', {
  documentId: uuid('document_id').primaryKey(),
  body: packedJson('body').notNull(),
});

export const stepLog = pgTable(
  'step_log',
  {
    id: uuid('id')
      .primaryKey()
      .$defaultFn(() => uuidv7()),
    runId: uuid('run_id').notNull(),
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

/** Settings of the whole installation, such as how long each class of data is kept. */
export const setting = pgTable('setting', {
  name: text('name').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
  updatedBy: text('updated_by'),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** The size of the database, once a day: what a forecast is made of. */
export const sizeSample = pgTable('size_sample', {
  day: date('day', { mode: 'string' }).primaryKey(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  /** Bytes by class of data: proof, payload, trace, other. */
  byClass: jsonb('by_class').$type<Record<string, number>>().notNull(),
});
