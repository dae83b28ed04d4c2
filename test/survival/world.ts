import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import type { NodeType, SourceNodeType } from '#nodes/kit/node-type.ts';
import { loadRegistry } from '#nodes/kit/registry.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { isFinished } from '#schemas/outcome.ts';
import { HEADLESS_WORKSPACE, publishHeadless } from '#server/cli/headless-flow.ts';
import { migrate, type OpenDatabase, openDatabase } from '#server/db/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/db/embedded-postgres.ts';
import { file, posting, run, runStage, stepLog } from '#server/db/schema/index.ts';
import { startRun } from '#server/jobs/control.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { startWorker, type Worker } from '#server/jobs/worker.ts';
import { countRun } from '#server/runs/count-outcomes.ts';
import { loadTemplates } from '#server/templates/load-templates.ts';
import { findTemplate, instantiate } from '#server/templates/templates.ts';
import { createVault } from '#server/vault/vault.ts';
import { freePort } from '../start/terminal.ts';
import { recordedCases } from '../template/recorded-shop.ts';

/** Long enough that a run is still under way when something is done to it. */
const PAGE_MS = 120;

/** How many of the next pages never come: the call ends when it is aborted. */
interface Hanging {
  pages: number;
  /** Calls that are hanging now. */
  now: number;
}

async function hang(hanging: Hanging, signal: AbortSignal): Promise<never> {
  hanging.pages -= 1;
  hanging.now += 1;
  if (!signal.aborted) await once(signal, 'abort');
  hanging.now -= 1;
  throw signal.reason;
}

function slowSource(type: NodeType, hanging: Hanging): NodeType {
  if (type.kind !== 'source') return type;
  const read: SourceNodeType['read'] = async (context, cursor) => {
    await sleep(PAGE_MS);
    if (hanging.pages > 0) await hang(hanging, context.signal);
    return type.read(context, cursor);
  };
  return { ...type, read };
}

/** A real PostgreSQL of its own, durable, that the test may stop, kill and fill. */
export class Cluster {
  readonly #folder: string;
  readonly #port: number;
  #server: EmbeddedPostgres;

  private constructor(folder: string, port: number, server: EmbeddedPostgres) {
    this.#folder = folder;
    this.#port = port;
    this.#server = server;
  }

  static async create(): Promise<Cluster> {
    const folder = await mkdtemp(join(tmpdir(), 'passerelle-survival-'));
    const port = await freePort();
    return new Cluster(folder, port, await startEmbeddedPostgres({ folder: join(folder, 'postgres'), port }));
  }

  get url(): string {
    return this.#server.url;
  }

  /** As a power cut would: nothing is written down, the next start recovers. Started again by itself. */
  async crash(): Promise<void> {
    const pidFile = join(this.#folder, 'postgres', 'cluster', 'postmaster.pid');
    process.kill(Number.parseInt(await readFile(pidFile, 'utf8'), 10), 'SIGQUIT');
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  async start(): Promise<void> {
    this.#server = await startEmbeddedPostgres({ folder: join(this.#folder, 'postgres'), port: this.#port });
  }

  async remove(): Promise<void> {
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The product's engine, with a real worker, on such a cluster; a shop is read page by page into a file. */
export class SurvivalWorld {
  readonly cluster: Cluster;
  readonly database: OpenDatabase;
  readonly services: EngineServices;
  readonly warnings: string[];
  readonly hanging: Hanging;
  readonly #shop: FakeShop;
  #flows = 0;

  private constructor(
    cluster: Cluster,
    database: OpenDatabase,
    services: EngineServices,
    shop: FakeShop,
    warnings: string[],
    hanging: Hanging,
  ) {
    this.cluster = cluster;
    this.database = database;
    this.services = services;
    this.warnings = warnings;
    this.hanging = hanging;
    this.#shop = shop;
  }

  static async create(): Promise<SurvivalWorld> {
    const cluster = await Cluster.create();
    const database = openDatabase(cluster.url, 8);
    await migrate(database);
    const registry = await loadRegistry();
    const hanging = { pages: 0, now: 0 };
    const nodeTypes = new Map([...registry.nodeTypes].map(([id, type]) => [id, slowSource(type, hanging)]));
    const names = (await recordedCases()).map(({ name }) => name);
    const shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
    const warnings: string[] = [];
    const services: EngineServices = {
      db: database.db,
      registry: { ...registry, nodeTypes },
      vault: createVault(randomBytes(32)),
      config: { allowPrivateNetwork: true },
      logger: pino({ level: 'warn' }, { write: (line: string) => warnings.push(line) }),
      retryDelaysMs: [],
      now: () => new Date(),
    };
    return new SurvivalWorld(cluster, database, services, shop, warnings, hanging);
  }

  worker(options: Parameters<typeof startWorker>[2] = {}): Promise<Worker> {
    return startWorker(this.services, this.database.url, options);
  }

  /** A flow of its own, so that its postings are too, and a run of it. */
  async start(): Promise<string> {
    this.#flows += 1;
    const templates = await loadTemplates(this.services.registry);
    const definition = instantiate(findTemplate(templates, 'woocommerce-fec'), { perPage: 5, fileName: 'book' });
    const { fields, secrets } = this.#shop;
    const { registry, vault } = this.services;
    const named = { ...definition, name: `survival ${this.#flows}` };
    const needed = { database: this.database, registry, vault };
    const flowId = await publishHeadless(needed, named, {
      shop: { type: 'woocommerce', fields: { ...fields, ...secrets } },
    });
    const order = { workspaceId: HEADLESS_WORKSPACE, flowId, mode: 'live' as const, period: null };
    return startRun(this.database.db, registry, { ...order, trigger: 'cli', startedBy: null });
  }

  async status(runId: string): Promise<string> {
    const [row] = await this.database.db.select({ status: run.status }).from(run).where(eq(run.id, runId));
    return row?.status ?? 'missing';
  }

  /** Waits until so many pages of the source are recorded. */
  async untilPage(runId: string, page: number): Promise<void> {
    for (;;) {
      const rows = this.database.db.select().from(runStage).where(eq(runStage.runId, runId));
      const read = (await rows.catch(() => [])).find(({ stage }) => stage === 0);
      if ((read?.batch ?? 0) >= page) return;
      await sleep(20);
    }
  }

  /** Waits for the end of a run, whatever the database does meanwhile. */
  async ended(runId: string): Promise<string> {
    for (;;) {
      const status = await this.status(runId).catch(() => 'unknown');
      if (status === 'missing' || (status !== 'unknown' && isFinished(status as 'succeeded'))) return status;
      await sleep(100);
    }
  }

  /** All that must be the same however often the run was disturbed. */
  async result(runId: string) {
    const { db } = this.database;
    const postings = await db.select().from(posting).where(eq(posting.runId, runId));
    const files = await db.select().from(file).where(eq(file.runId, runId));
    const stages = await db.select().from(runStage).where(eq(runStage.runId, runId));
    const lines = await db.select().from(stepLog).where(eq(stepLog.runId, runId));
    return {
      status: await this.status(runId),
      counts: await countRun(db, runId),
      postings: postings.map((one) => `${one.kind} ${one.sourceDocument} ${one.revision} ${one.status}`).sort(),
      files: files.map((one) => [one.status, one.sha256, one.entryCount, one.totalDebit, one.totalCredit]),
      attempts: stages.map(({ attempts }) => attempts),
      triedAgain: lines.filter(({ message }) => message.code === 'run.trying_again').length,
    };
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.#shop.close();
    await this.cluster.remove();
  }
}
