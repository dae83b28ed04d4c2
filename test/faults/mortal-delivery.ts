import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/postgres-js';
import pino from 'pino';
import { isFinished } from '#schemas/outcome.ts';
import { openDatabase } from '#server/db/database.ts';
import * as schema from '#server/db/schema/index.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { ConnectionLimits } from '#server/limits/connection-limits.ts';
import { Leases } from '#server/limits/leases.ts';
import { createVault } from '#server/vault/vault.ts';
import { AwaitPoints, type Fate } from './await-points.ts';
import { faultRegistry } from './fault-flow.ts';

/*
 * A process that takes one run forward until it dies of its fate, or the run is over. It is the real engine with what a
 * registered worker shares with others; only death is added. It loads everything first and then waits for its order.
 */

export interface Order {
  readonly url: string;
  readonly secretKey: string;
  readonly runId: string;
  /** The name under which it registers: whoever buries it takes that back, as a living worker would in time. */
  readonly workerId: string;
  readonly fate: Fate;
}

const [line] = (await once(createInterface(process.stdin), 'line')) as [string];
const { url, secretKey, runId, workerId, fate } = JSON.parse(line) as Order;
const points = new AwaitPoints(fate);
const database = openDatabase(url, 8);
const { sql } = database;
const db = drizzle(points.wrapSql(sql), { schema });
const logger = pino({ level: 'silent' });
await sql`insert into worker_process (id, lock_ids) values (${workerId}, '{}')`;
const nodeTypes = new Map([...faultRegistry.nodeTypes].map(([id, type]) => [id, points.wrapNode(type)]));
const services: EngineServices = {
  ...{ db, logger, registry: { ...faultRegistry, nodeTypes } },
  vault: createVault(Buffer.from(secretKey, 'base64')),
  config: { allowPrivateNetwork: true },
  retryDelaysMs: [10, 10, 10, 10, 10],
  now: () => new Date(),
  sharing: { limits: new ConnectionLimits(db, logger), leases: new Leases(db, () => workerId) },
};

/** What the next batch is: a wave that somebody else began, one of its own, or the end of the run. */
async function waveOf(): Promise<string> {
  const [row] = await sql`
    select jsonb_typeof(position -> 'wave') = 'array' as begun from run_stage
    where run_id = ${runId} and status = 'running'`;
  if (!row) return 'end';
  return row['begun'] === true ? 'again' : 'fresh';
}

for (;;) {
  const [row] = await sql`select status from run where id = ${runId}`;
  if (!row || isFinished(row['status'])) break;
  points.beginBatch(await waveOf());
  if ((await advanceRun(services, runId, new AbortController().signal)) === 'away') await sleep(50);
}
await sql`delete from worker_process where id = ${workerId}`;
await database.close();
process.exit(0);
