import { sql } from 'drizzle-orm';
import { doublePrecision, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Message } from '#schemas/messages.ts';
import { instant } from './columns.ts';
import { connection } from './setup.ts';

/**
 * Processes that take runs further. One that stops writing its heartbeat is dead: the jobs that its graphile-worker
 * workers had locked are freed by whoever notices first, and its leases go with its row.
 */
export const workerProcess = pgTable('worker_process', {
  id: uuid('id').primaryKey(),
  /** The ids under which graphile-worker locks jobs for this process. */
  lockIds: text('lock_ids').array().notNull(),
  startedAt: instant('started_at').notNull().defaultNow(),
  heartbeatAt: instant('heartbeat_at').notNull().defaultNow(),
});

/**
 * A place in a line of limited length: "at most n batches of this flow, on this connection, to this company". Taken
 * by inserting, given back by deleting, and freed with the process that died holding it.
 */
export const lease = pgTable(
  'lease',
  {
    /** "flow:<id>", "connection:<id>", "target:<target>". */
    resource: text('resource').notNull(),
    slot: integer('slot').notNull(),
    workerId: uuid('worker_id')
      .notNull()
      .references(() => workerProcess.id, { onDelete: 'cascade' }),
    /** What holds it, for the screen: the run. */
    runId: uuid('run_id'),
    takenAt: instant('taken_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.resource, table.slot] })],
);

/** How many calls a connection may still make, shared by all workers. Floating point is right here: it is no money. */
export const rateBucket = pgTable('rate_bucket', {
  connectionId: uuid('connection_id')
    .primaryKey()
    .references(() => connection.id, { onDelete: 'cascade' }),
  tokens: doublePrecision('tokens').notNull(),
  refilledAt: instant('refilled_at').notNull().defaultNow(),
  /** Nobody calls before: the system said so (Retry-After). */
  pausedUntil: instant('paused_until'),
});

/** The circuit breaker of a connection. No row means closed and never failed. */
export const connectionHealth = pgTable('connection_health', {
  connectionId: uuid('connection_id')
    .primaryKey()
    .references(() => connection.id, { onDelete: 'cascade' }),
  state: text('state', { enum: ['closed', 'open', 'half-open'] })
    .notNull()
    .default('closed'),
  /** Calls that failed in a row. */
  failures: integer('failures').notNull().default(0),
  /** How often it opened in a row: the pause grows with it. */
  openings: integer('openings').notNull().default(0),
  retryAt: instant('retry_at'),
  problem: jsonb('problem').$type<Message>(),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
});
