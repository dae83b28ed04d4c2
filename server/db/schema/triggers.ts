import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
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
import type { Message } from '#schemas/messages.ts';
import { packedJson } from '../packed-json.ts';
import { instant, newId, workspaceId } from './columns.ts';
import { run } from './runs.ts';
import { connection, flow } from './setup.ts';

/** When a flow starts by itself. What it may hold is said by the schedule schemas; `recurrence` is checked on save. */
export const schedule = pgTable(
  'schedule',
  {
    id: newId(),
    workspaceId: workspaceId(),
    flowId: uuid('flow_id')
      .notNull()
      .references(() => flow.id, { onDelete: 'cascade' }),
    name: text('name').notNull().default(''),
    recurrence: jsonb('recurrence').$type<unknown>().notNull(),
    /** The recurrence as an RFC 5545 rule, for people and other programs. */
    rule: text('rule').notNull(),
    zone: text('zone').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    overlap: text('overlap', { enum: ['skip', 'queue', 'allow'] })
      .notNull()
      .default('skip'),
    /** What happens to slots that passed while nothing was running: none, the last one, or all of them. */
    catchUp: text('catch_up', { enum: ['none', 'last', 'all'] })
      .notNull()
      .default('last'),
    /** Which days a run is about, relative to its slot; null reads everything. */
    period: jsonb('period').$type<unknown>(),
    paused: boolean('paused').notNull().default(false),
    /** The next slot that is not decided yet; null when there is none. */
    nextAt: instant('next_at'),
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('schedule_by_flow').on(table.flowId),
    index('schedule_due').on(table.nextAt).where(sql`not paused`),
  ],
);

/**
 * One planned instant of a schedule. The key makes it impossible to start one instant twice, and a slot that started
 * nothing says why.
 */
export const scheduleSlot = pgTable(
  'schedule_slot',
  {
    scheduleId: uuid('schedule_id')
      .notNull()
      .references(() => schedule.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    status: text('status', { enum: ['waiting', 'started', 'skipped'] }).notNull(),
    reason: jsonb('reason').$type<Message>(),
    runId: uuid('run_id').references(() => run.id, { onDelete: 'set null' }),
    decidedAt: instant('decided_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.scheduleId, table.at] }),
    index('schedule_slot_waiting').on(table.scheduleId).where(sql`status = 'waiting'`),
  ],
);

/** Where a system tells us of changes: one for each source node of a flow that is switched on. */
export const hook = pgTable(
  'hook',
  {
    id: newId(),
    workspaceId: workspaceId(),
    flowId: uuid('flow_id')
      .notNull()
      .references(() => flow.id, { onDelete: 'cascade' }),
    nodeId: text('node_id').notNull(),
    connectionId: uuid('connection_id').references(() => connection.id, { onDelete: 'cascade' }),
    /** What deliveries are signed with. */
    sealedSecret: text('sealed_secret').notNull(),
    /** What the system calls our registrations. */
    remote: jsonb('remote').$type<unknown>(),
    status: text('status', { enum: ['registering', 'active', 'failing', 'removing', 'removed'] }).notNull(),
    problem: jsonb('problem').$type<Message>(),
    checkedAt: instant('checked_at'),
    lastEventAt: instant('last_event_at'),
    /** What was changed before this instant has been swept: read from the source whether a webhook told of it or not. */
    sweptUntil: instant('swept_until'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('hook_of_node').on(table.flowId, table.nodeId)],
);

/**
 * A delivery of a webhook, written before it is answered. Its id is remembered for 30 days; what it says is only a
 * hint which documents to read.
 */
export const hookEvent = pgTable(
  'hook_event',
  {
    id: newId(),
    hookId: uuid('hook_id')
      .notNull()
      .references(() => hook.id, { onDelete: 'cascade' }),
    /** The sender's own id of this delivery. */
    deliveryId: text('delivery_id').notNull(),
    topic: text('topic').notNull(),
    /** Keys of the source documents that it is about. */
    keys: text('keys').array().notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    /** The run that took it up; null while it waits. */
    runId: uuid('run_id'),
  },
  (table) => [
    uniqueIndex('hook_event_once').on(table.hookId, table.deliveryId),
    index('hook_event_waiting').on(table.hookId, table.id).where(sql`run_id is null`),
  ],
);

/**
 * A document that came with a delivery, from a sender that cannot be asked for it again. Apart from the delivery, whose
 * row changes when a run takes it up.
 */
export const receivedDocument = pgTable(
  'received_document',
  {
    eventId: uuid('event_id')
      .notNull()
      .references(() => hookEvent.id, { onDelete: 'cascade' }),
    /** Its place in the delivery. */
    position: integer('position').notNull(),
    hookId: uuid('hook_id').notNull(),
    key: text('key').notNull(),
    /** What the source node gives: key, kind, label and body. */
    item: packedJson('item').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.position] }),
    index('received_by_key').on(table.hookId, table.key, table.eventId),
  ],
);

/** A flow that starts when a run of another one ends. This is also how a flow handles the failures of others. */
export const follow = pgTable(
  'follow',
  {
    id: newId(),
    workspaceId: workspaceId(),
    flowId: uuid('flow_id')
      .notNull()
      .references(() => flow.id, { onDelete: 'cascade' }),
    /** The flow that is followed; null for every flow of the workspace. */
    afterFlowId: uuid('after_flow_id').references(() => flow.id, { onDelete: 'cascade' }),
    statuses: text('statuses').array().notNull(),
    /** Why the flow could not be started when it last should have been; null once it was. */
    problem: jsonb('problem').$type<Message>(),
    problemAt: instant('problem_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('follow_by_after').on(table.workspaceId, table.afterFlowId)],
);

/**
 * That a run came to its end, written by a trigger of the database in the transaction that ended it, whoever that was:
 * no end of a run goes unnoticed.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    workspaceId: workspaceId(),
    runId: uuid('run_id').notNull(),
    flowId: uuid('flow_id').notNull(),
    status: text('status').notNull(),
    at: instant('at').notNull().defaultNow(),
    handledAt: instant('handled_at'),
  },
  (table) => [index('outbox_waiting').on(table.id).where(sql`handled_at is null`)],
);

/** A key with which another program calls the API. Only its hash is kept. */
export const apiKey = pgTable(
  'api_key',
  {
    id: newId(),
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    /** The first characters, to recognise it by. */
    prefix: text('prefix').notNull(),
    hash: text('hash').notNull(),
    role: text('role', { enum: ['viewer', 'editor'] }).notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [uniqueIndex('api_key_hash').on(table.hash)],
);

/** The source documents that a run is limited to (a retry of held ones, what webhooks told of). */
export const runKey = pgTable(
  'run_key',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    /** The source node that reads it. */
    nodeId: text('node_id').notNull(),
    key: text('key').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.position] })],
);
