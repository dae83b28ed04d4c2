import { drizzle } from 'drizzle-orm/postgres-js';
import pino from 'pino';
import postgres from 'postgres';
import * as schema from '../../db/schema/index.ts';
import { acmeRegistry } from '../../http/testing/acme.ts';
import { fireSchedule } from '../fire-schedule.ts';

/*
 * A process that does the job of one schedule and is killed, without a chance to clean up, when it is about to send a
 * given statement to the database, or when all is done.
 */

interface Order {
  readonly url: string;
  readonly scheduleId: string;
  readonly at: string;
  /** A part of the statement before which the process dies; null to live. */
  readonly before: string | null;
  /** The first such statement is 1. */
  readonly time: number;
}

const order = JSON.parse(process.env['MORTAL_FIRE'] ?? '{}') as Order;
let times = 0;
const sql = postgres(order.url, {
  max: 2,
  debug: (_connection, query) => {
    if (order.before === null || !query.toLowerCase().includes(order.before)) return;
    times += 1;
    if (times === order.time) process.kill(process.pid, 'SIGKILL');
  },
});
const services = { registry: acmeRegistry(), logger: pino({ level: 'silent' }) };
await fireSchedule(drizzle(sql, { schema }), services, order.scheduleId, new Date(order.at));
if (order.before === 'after the commit') process.kill(process.pid, 'SIGKILL');
await sql.end();
