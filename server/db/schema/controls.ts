import { sql } from 'drizzle-orm';
import { boolean, date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AlarmCause } from '#schemas/api/controls.ts';
import type { Message } from '#schemas/messages.ts';
import { instant, newId, workspaceId } from './columns.ts';
import { flow } from './setup.ts';

/**
 * A day whose source documents and bookings do not agree, by way out. One is open a day at most; it is closed by the
 * check that finds the day in order, and stays known.
 */
export const completenessAlarm = pgTable(
  'completeness_alarm',
  {
    id: newId(),
    workspaceId: workspaceId(),
    flowId: uuid('flow_id')
      .notNull()
      .references(() => flow.id, { onDelete: 'cascade' }),
    /** The node by which the flow's entries leave. */
    way: text('way').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    causes: jsonb('causes').$type<readonly AlarmCause[]>().notNull(),
    raisedAt: instant('raised_at').notNull().defaultNow(),
    checkedAt: instant('checked_at').notNull().defaultNow(),
    clearedAt: instant('cleared_at'),
  },
  (table) => [
    uniqueIndex('completeness_alarm_open').on(table.flowId, table.way, table.day).where(sql`cleared_at is null`),
    index('completeness_alarm_by_workspace').on(table.workspaceId, table.day).where(sql`cleared_at is null`),
  ],
);

/** When a flow was last checked, over which days, and what kept its source from being asked. */
export const completenessCheck = pgTable('completeness_check', {
  flowId: uuid('flow_id')
    .primaryKey()
    .references(() => flow.id, { onDelete: 'cascade' }),
  checkedAt: instant('checked_at').notNull(),
  fromDay: date('from_day', { mode: 'string' }).notNull(),
  toDay: date('to_day', { mode: 'string' }).notNull(),
  /** The source itself was asked what it sold. */
  isLive: boolean('is_live').notNull(),
  problem: jsonb('problem').$type<Message>(),
});
