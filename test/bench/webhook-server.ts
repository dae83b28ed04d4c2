import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import type { FlowDefinition } from '#schemas/flow.ts';
import { flow, hook } from '#server/db/schema/index.ts';
import { syncHooksLater } from '#server/hooks/hook-jobs.ts';
import { openSecret } from '#server/hooks/hook-secret.ts';
import { loadTemplates } from '#server/templates/load-templates.ts';
import { findTemplate, instantiate } from '#server/templates/templates.ts';
import { type BenchEngine, openBenchEngine } from './bench-engine.ts';
import { NODE_FLAGS } from './figures.ts';

/** The product as it is served, with a flow that takes documents from other programs and posts their entries. */
export interface WebhookServer {
  readonly engine: BenchEngine;
  readonly flowId: string;
  /** Process id of the server, which is the worker as well. */
  readonly pid: number;
  readonly port: number;
  readonly path: string;
  readonly secret: string;
  /** Entries that the sink has taken. */
  readonly delivered: () => number;
  readonly stop: () => Promise<void>;
}

/** Takes whatever is posted, at once; the least that a target can do. */
async function startSink() {
  let taken = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      taken += 1;
      response.writeHead(201, { 'content-type': 'application/json' }).end(`{"reference":"S${taken}"}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/entries`, taken: () => taken, stop: () => server.close() };
}

async function deliveryFlow({ registry }: BenchEngine): Promise<FlowDefinition> {
  const templates = await loadTemplates(registry);
  const settings = { chart: 'be-pcmn', homeCountry: 'BE', siren: '552100554' };
  const template = instantiate(findTemplate(templates, 'woocommerce-fec'), settings);
  const { start, entries } = template.nodes;
  if (!start || !entries) throw new Error('the template has changed');
  return {
    ...template,
    name: 'bench webhooks',
    connections: { books: { type: 'http-target' } },
    nodes: {
      start,
      orders: { type: 'inbox', version: 1, config: {} },
      entries,
      books: { type: 'http-target', version: 1, connection: 'books', config: { recognises: 'key' } },
    },
    edges: [
      { from: { node: 'orders', port: 'documents' }, to: { node: 'entries', port: 'documents' } },
      { from: { node: 'entries', port: 'entries' }, to: { node: 'books', port: 'journal-entry' } },
    ],
    layout: { nodes: {}, notes: [] },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function until<T>(what: string, ask: () => Promise<T | null>, seconds = 60): Promise<T> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const found = await ask().catch(() => null);
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited ${seconds} s in vain until ${what}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

/** Starts the product on a database, publishes the flow and switches it on. */
export async function startWebhookServer(url: string): Promise<WebhookServer> {
  const key = randomBytes(32);
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-data-'));
  const sink = await startSink();
  const port = await freePort();
  const root = join(import.meta.dirname, '../..');
  const profile = process.env['BENCH_PROF'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROF']}`] : [];
  const script = join(root, 'scripts/passerelle.mjs');
  const child = spawn(process.execPath, [...NODE_FLAGS, ...profile, script, 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      PORT: String(port),
      PASSERELLE_DATA_DIR: folder,
      PASSERELLE_SECRET_KEY: key.toString('base64'),
      PASSERELLE_ALLOW_PRIVATE_NETWORK: 'true',
      PASSERELLE_PUBLIC_URL: `http://127.0.0.1:${port}`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const health = `http://127.0.0.1:${port}/api/health`;
  await until('the server answers', async () => ((await fetch(health)).ok ? true : null), 120);
  const engine = await openBenchEngine(url, key);
  const { db } = engine.database;
  const books = { type: 'http-target', fields: { url: sink.url, signingSecret: 'a bench needs no secret', token: '' } };
  const flowId = await engine.publish(await deliveryFlow(engine), { books });
  await db.update(flow).set({ isOn: true }).where(eq(flow.id, flowId));
  await syncHooksLater(db, flowId);
  const row = await until('the hook is active', async () => {
    const [found] = await db
      .select()
      .from(hook)
      .where(and(eq(hook.flowId, flowId), eq(hook.status, 'active')));
    return found ?? null;
  });
  const secret = openSecret(engine.services.vault, row);
  return {
    ...{ engine, flowId, pid: child.pid ?? 0, port, path: `/hooks/${row.id}`, secret },
    delivered: sink.taken,
    stop: async () => {
      await stopChild(child);
      await engine.database.close();
      sink.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
