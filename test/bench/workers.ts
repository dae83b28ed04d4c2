import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { FlowDefinition } from '#schemas/flow.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { startRun } from '#server/jobs/control.ts';
import { type BenchEngine, fileFlow, openBenchEngine } from './bench-engine.ts';
import type { Cluster } from './cluster.ts';
import { NODE_FLAGS } from './figures.ts';

const RUNS = 8;
const ORDERS = 200;
const DELAY_MS = 50;

async function startSlowTarget() {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      setTimeout(() => {
        response.writeHead(201, { 'content-type': 'application/json' }).end('{"reference":"S"}');
      }, DELAY_MS);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

async function startWorkerChild(url: string, key: Buffer, concurrency = '4'): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...NODE_FLAGS, join(import.meta.dirname, 'worker-child.ts')], {
    env: { ...process.env, BENCH_URL: url, BENCH_KEY: key.toString('base64'), BENCH_CONCURRENCY: concurrency },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child;
}

async function stopWorkerChild(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function targetFlow({ registry }: BenchEngine, index: number): Promise<FlowDefinition> {
  const flow = await fileFlow(registry, ORDERS);
  const { start, orders, entries } = flow.nodes;
  if (!start || !orders || !entries) throw new Error('the template has changed');
  return {
    ...flow,
    name: `bench target ${index}`,
    connections: { books: { type: 'http-target' } },
    nodes: {
      ...{ start, orders, entries },
      books: { type: 'http-target', version: 1, connection: 'books', config: { recognises: 'key' } },
    },
    edges: [
      ...flow.edges.slice(0, 1),
      { from: { node: 'entries', port: 'entries' }, to: { node: 'books', port: 'journal-entry' } },
    ],
  };
}

/**
 * Each worker takes one run at a time: with more, 50 ms a call are no longer what holds it, but this machine's two
 * cores, and those do not double.
 */
const AT_ONCE = '1';

/** Starts so many runs, each to books of its own, and waits until all have ended. @returns seconds */
async function timeRuns(cluster: Cluster, workers: number): Promise<number> {
  const url = await cluster.makeDatabase();
  const key = randomBytes(32);
  const engine = await openBenchEngine(url, key);
  const target = await startSlowTarget();
  const children = await Promise.all(Array.from({ length: workers }, () => startWorkerChild(url, key, AT_ONCE)));
  try {
    const fields = { url: target.url, signingSecret: 'a bench needs no secret', token: '' };
    const flows: string[] = [];
    for (let index = 0; index < RUNS; index += 1) {
      flows.push(await engine.publish(await targetFlow(engine, index), { books: { type: 'http-target', fields } }));
    }
    const began = performance.now();
    const order = { workspaceId: HEADLESS_WORKSPACE, mode: 'live' as const, period: null, startedBy: null };
    for (const flowId of flows) {
      await startRun(engine.database.db, engine.registry, { ...order, flowId, trigger: 'cli' });
    }
    for (let open = RUNS; open > 0; ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const [row] = await engine.database.db.execute<{ open: number }>(
        sql`select count(*)::int as open from run where status in ('queued', 'running')`,
      );
      open = row?.open ?? 0;
    }
    return (performance.now() - began) / 1000;
  } finally {
    for (const child of children) await stopWorkerChild(child);
    target.stop();
    await engine.database.close();
  }
}

export interface WorkerFigures {
  readonly entries: number;
  readonly one: number;
  readonly two: number;
}

/** Runs that deliver to slow targets, taken forward by one worker process and by two. @returns seconds of each */
export async function benchWorkers(cluster: Cluster): Promise<WorkerFigures> {
  const one = await timeRuns(cluster, 1);
  const two = await timeRuns(cluster, 2);
  return { entries: RUNS * ORDERS * 2, one, two };
}

/** Kills the worker that has a run in hand, and says after how many seconds another one records its next batch. */
export async function benchTakeover(cluster: Cluster): Promise<number> {
  const url = await cluster.makeDatabase();
  const key = randomBytes(32);
  const engine = await openBenchEngine(url, key);
  const { db } = engine.database;
  const flowId = await engine.publish(await fileFlow(engine.registry, 20_000));
  const first = await startWorkerChild(url, key);
  const order = { workspaceId: HEADLESS_WORKSPACE, mode: 'live' as const, period: null, startedBy: null };
  const runId = await startRun(db, engine.registry, { ...order, flowId, trigger: 'cli' });
  const batches = async () => {
    const [row] = await db.execute<{ n: number }>(
      sql`select coalesce(sum(batch), 0)::int as n from run_stage where run_id = ${runId}`,
    );
    return row?.n ?? 0;
  };
  while ((await batches()) < 3) await new Promise((resolve) => setTimeout(resolve, 20));
  const second = await startWorkerChild(url, key);
  first.kill('SIGKILL');
  const killed = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = await batches();
  while ((await batches()) === before) await new Promise((resolve) => setTimeout(resolve, 50));
  const seconds = (performance.now() - killed) / 1000;
  await stopWorkerChild(second);
  await engine.database.close();
  return seconds;
}
