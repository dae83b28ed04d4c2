import pino from 'pino';
import { loadRegistry } from '#nodes/kit/registry.ts';
import { type Database, openDatabase } from '#server/db/database.ts';
import { handleRunEnds } from '#server/outbox/handle-run-ends.ts';

/*
 * A process that handles the ends of runs until it dies, for outbox.test.ts: just before it commits what it has done, or
 * just after, before anybody learns of it.
 */

interface Order {
  readonly url: string;
  readonly moment: 'before-commit' | 'after-commit';
}

const order = JSON.parse(process.env['MORTAL_HANDLER'] ?? '{}') as Order;

/** Nothing is cleaned up: no finally, no rollback, no closed socket but those that the system closes. */
async function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

function mortalDatabase(db: Database): Database {
  const transaction: Database['transaction'] = async (work, options) => {
    const result = await db.transaction(async (tx) => {
      const done = await work(tx);
      return order.moment === 'before-commit' ? die() : done;
    }, options);
    await die();
    return result;
  };
  return Object.assign(Object.create(db) as Database, { transaction });
}

const database = openDatabase(order.url, 2);
const registry = await loadRegistry();
await handleRunEnds({ db: mortalDatabase(database.db), registry, logger: pino({ level: 'silent' }) });
