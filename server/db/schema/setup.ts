import {
  bigserial,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Message } from '#schemas/messages.ts';
import { user } from './accounts.ts';
import { instant, newId, workspaceId } from './columns.ts';

/** An account on an external system. The secret fields are one sealed text; the key's id says which key seals it. */
export const connection = pgTable(
  'connection',
  {
    id: newId(),
    workspaceId: workspaceId(),
    type: text('type').notNull(),
    name: text('name').notNull(),
    fields: jsonb('fields').$type<Record<string, unknown>>().notNull(),
    sealedSecrets: text('sealed_secrets').notNull(),
    secretsSet: text('secrets_set').array().notNull(),
    isDemo: boolean('is_demo').notNull().default(false),
    status: text('status', { enum: ['untested', 'ok', 'failing'] })
      .notNull()
      .default('untested'),
    lastTestedAt: instant('last_tested_at'),
    lastProblem: jsonb('last_problem').$type<Message>(),
    /** Calls a second that a person allows, in place of what the type says. Floating point is right here: it is no money. */
    callsPerSecond: doublePrecision('calls_per_second'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [index('connection_by_workspace').on(table.workspaceId)],
);

export const flow = pgTable(
  'flow',
  {
    id: newId(),
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    templateId: text('template_id'),
    /** Slot → connection id. Bindings belong to the workspace, not to the definition. */
    bindings: jsonb('bindings').$type<Record<string, string>>().notNull().default({}),
    publishedVersion: integer('published_version'),
    /** Schedules, webhooks and runs of other flows start it. Off, only people and the API do. */
    isOn: boolean('is_on').notNull().default(false),
    /** Runs of it that may be under way at once; the others wait their turn. */
    concurrency: integer('concurrency').notNull().default(1),
    /** A run that takes longer is ended as failed. */
    maxMinutes: integer('max_minutes').notNull().default(1440),
    archivedAt: instant('archived_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [index('flow_by_workspace').on(table.workspaceId)],
);

export const flowDraft = pgTable('flow_draft', {
  flowId: uuid('flow_id')
    .primaryKey()
    .references(() => flow.id, { onDelete: 'cascade' }),
  definition: jsonb('definition').$type<FlowDefinition>().notNull(),
  revision: integer('revision').notNull().default(1),
  updatedBy: text('updated_by').references(() => user.id, { onDelete: 'set null' }),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Immutable: a trigger in the migrations refuses any change of a row. */
export const flowVersion = pgTable(
  'flow_version',
  {
    flowId: uuid('flow_id')
      .notNull()
      .references(() => flow.id),
    number: integer('number').notNull(),
    definition: jsonb('definition').$type<FlowDefinition>().notNull(),
    hash: text('hash').notNull(),
    note: text('note').notNull().default(''),
    publishedBy: text('published_by'),
    publishedAt: instant('published_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.flowId, table.number] })],
);

/** Who did what. Only ever inserted into. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    workspaceId: workspaceId(),
    userId: text('user_id'),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [index('audit_log_by_workspace').on(table.workspaceId, table.id)],
);

/** One value, sealed with the secret key when the database is first used: a wrong key is noticed at start. */
export const keyCheck = pgTable('key_check', {
  keyId: text('key_id').primaryKey(),
  sealed: text('sealed').notNull(),
});
