import {
  bigserial,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { PARTY_STATES } from '#nodes/kit/context.ts';
import { LIST_IDS } from '#nodes/kit/lists.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { Message } from '#schemas/messages.ts';
import { packedJson } from '../packed-json.ts';
import { instant, newId, workspaceId } from './columns.ts';
import { connection, flow } from './setup.ts';

/** A set of mapping tables under one name, shared by the flows that name it. Its rules are those of its last revision. */
export const mapping = pgTable(
  'mapping',
  {
    id: newId(),
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    revision: integer('revision').notNull(),
    archivedAt: instant('archived_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('mapping_name').on(table.workspaceId, table.name)],
);

/** The rules as they were saved once, whole: a run is bound to one, and the last can be brought back. */
export const mappingRevision = pgTable(
  'mapping_revision',
  {
    mappingId: uuid('mapping_id')
      .notNull()
      .references(() => mapping.id, { onDelete: 'cascade' }),
    revision: integer('revision').notNull(),
    rules: packedJson('rules').$type<readonly MappingRule[]>().notNull(),
    savedBy: text('saved_by'),
    savedAt: instant('saved_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.mappingId, table.revision] })],
);

/** When a list of a connection was last read, and what went wrong if the last reading failed. */
export const referenceList = pgTable(
  'reference_list',
  {
    connectionId: uuid('connection_id')
      .notNull()
      .references(() => connection.id, { onDelete: 'cascade' }),
    list: text('list', { enum: LIST_IDS }).notNull(),
    readAt: instant('read_at'),
    problem: jsonb('problem').$type<Message>(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.list] })],
);

/** A value of such a list. One that vanished stays, marked: rules may still name it. */
export const referenceValue = pgTable(
  'reference_value',
  {
    connectionId: uuid('connection_id')
      .notNull()
      .references(() => connection.id, { onDelete: 'cascade' }),
    list: text('list', { enum: LIST_IDS }).notNull(),
    value: text('value').notNull(),
    name: text('name').notNull(),
    details: jsonb('details').$type<Record<string, string>>().notNull().default({}),
    position: integer('position').notNull(),
    vanishedAt: instant('vanished_at'),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.list, table.value] })],
);

/** How a customer of a source stands with a target: our key, its reference there, or what a person decided about it. */
export const partyLink = pgTable(
  'party_link',
  {
    connectionId: uuid('connection_id')
      .notNull()
      .references(() => connection.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    workspaceId: workspaceId(),
    state: text('state', { enum: PARTY_STATES }).notNull(),
    reference: text('reference'),
    ledgerAccount: text('ledger_account'),
    auxiliaryAccount: text('auxiliary_account'),
    name: text('name').notNull(),
    vatNumber: text('vat_number'),
    email: text('email'),
    problem: jsonb('problem').$type<Message>(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.key] }),
    index('party_link_by_workspace').on(table.workspaceId, table.state, table.updatedAt),
  ],
);

/** What nodes remember of answers from outside, each under a scope of its node type (and connection). */
export const memory = pgTable(
  'memory',
  {
    workspaceId: workspaceId(),
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    value: jsonb('value').$type<unknown>(),
    keptAt: instant('kept_at').notNull().defaultNow(),
    keepUntil: instant('keep_until').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.scope, table.key] }),
    index('memory_by_end').on(table.keepUntil),
  ],
);

/**
 * Until when the books are closed, as somebody said at a moment: the last row of a scope holds. Only inserted into: who
 * opened a closed period again, and why, stays known. `closedUntil` null opens everything.
 */
export const booksLock = pgTable(
  'books_lock',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    workspaceId: workspaceId(),
    /** Null for the whole workspace. */
    flowId: uuid('flow_id').references(() => flow.id, { onDelete: 'cascade' }),
    closedUntil: date('closed_until', { mode: 'string' }),
    reason: text('reason').notNull().default(''),
    setBy: text('set_by'),
    setAt: instant('set_at').notNull().defaultNow(),
  },
  (table) => [index('books_lock_by_workspace').on(table.workspaceId, table.flowId, table.id)],
);
