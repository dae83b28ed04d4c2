import { spawn } from 'node:child_process';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Cluster } from './cluster.ts';
import { NODE_FLAGS, serverCpu } from './figures.ts';

export interface BulkFigures {
  readonly orders: number;
  readonly perSecond: number;
  readonly peakMegabytes: number;
  /** Milliseconds of CPU an order: the worker's, and PostgreSQL's. */
  readonly cpuWorker: number;
  readonly cpuPostgres: number;
  /** Of the database, an order: the sale, its two entries, their postings, outcome, log and file. */
  readonly bytes: number;
}

async function databaseBytes(url: string): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const [row] = await sql`select pg_database_size(current_database()) as bytes`;
  await sql.end();
  return Number(row?.['bytes']);
}

/** One run of so many orders of ten lines, from the source's page to the stored file, in a process of its own. */
export async function benchBulk(cluster: Cluster, orders: number): Promise<BulkFigures> {
  const url = await cluster.makeDatabase();
  const bytesBefore = await databaseBytes(url);
  const cpuBefore = serverCpu(cluster.pid);
  const child = spawn(process.execPath, [...NODE_FLAGS, join(import.meta.dirname, 'bulk-child.ts')], {
    env: { ...process.env, BENCH_URL: url, BENCH_ORDERS: String(orders) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await new Promise((resolve) => child.once('exit', resolve));
  const result = JSON.parse(text) as Record<'seconds' | 'posted' | 'cpuSeconds' | 'peakMegabytes', number>;
  if (result.posted !== orders) throw new Error(`${result.posted} of ${orders} orders were posted`);
  return {
    orders,
    perSecond: orders / result.seconds,
    peakMegabytes: result.peakMegabytes,
    cpuWorker: (result.cpuSeconds * 1000) / orders,
    cpuPostgres: ((serverCpu(cluster.pid) - cpuBefore) * 1000) / orders,
    bytes: ((await databaseBytes(url)) - bytesBefore) / orders,
  };
}
