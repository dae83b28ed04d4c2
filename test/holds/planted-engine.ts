import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { connector as download } from '#nodes/download/index.ts';
import { connector as journalEntry } from '#nodes/journal-entry/index.ts';
import { registryOf } from '#nodes/kit/registry.ts';
import { connector as manualTrigger } from '#nodes/manual-trigger/index.ts';
import { connector as textFile } from '#nodes/text-file/index.ts';
import type { HoldCause } from '#schemas/api/holds.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { isFinished } from '#schemas/outcome.ts';
import { HEADLESS_WORKSPACE, publishHeadless } from '#server/cli/headless-flow.ts';
import { hold, posting, run } from '#server/db/schema/index.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { listHoldCauses } from '#server/holds/list-causes.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import { startRun } from '#server/jobs/control.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { createVault } from '#server/vault/vault.ts';
import type { PlantedShop } from './planted-shop.ts';

export const CALLER = { workspaceId: HEADLESS_WORKSPACE, userId: 'ada', role: 'editor' } as const;

function flowWith(mapping: Readonly<Record<string, unknown>>): FlowDefinition {
  const node = (type: string, config: Readonly<Record<string, unknown>> = {}) => ({ type, version: 1, config });
  const edge = (from: string, out: string, to: string, into: string) => ({
    from: { node: from, port: out },
    to: { node: to, port: into },
  });
  return {
    ...{ format: 'passerelle.flow/1', name: 'Planted', description: '', zone: 'Europe/Paris', connections: {} },
    nodes: {
      start: node('manual-trigger'),
      orders: node('planted-sales'),
      entries: node('journal-entry', mapping),
      file: node('text-file', { preset: 'fec', siren: '732829320' }),
      done: node('download'),
    },
    edges: [
      edge('orders', 'sales', 'entries', 'documents'),
      edge('entries', 'entries', 'file', 'entries'),
      edge('file', 'file', 'done', 'file'),
    ],
    layout: { nodes: {}, notes: [] },
  };
}

/** The engine on a real PostgreSQL with the real mapping and file format; only the shop is planted. */
export class PlantedEngine {
  readonly database: TestDatabase;
  readonly services: EngineServices;

  private constructor(database: TestDatabase, services: EngineServices) {
    this.database = database;
    this.services = services;
  }

  static async create(shop: PlantedShop): Promise<PlantedEngine> {
    const database = await testDatabase();
    const services: EngineServices = {
      ...{ db: database.db, retryDelaysMs: [], now: () => new Date() },
      registry: registryOf([shop.connector, manualTrigger, journalEntry, textFile, download]),
      vault: createVault(randomBytes(32)),
      config: { allowPrivateNetwork: false },
      logger: pino({ level: 'silent' }),
    };
    return new PlantedEngine(database, services);
  }

  /** Publishes the flow with these settings of its mapping, as a new version when they differ. */
  publish(mapping: Readonly<Record<string, unknown>>): Promise<string> {
    const { registry, vault } = this.services;
    return publishHeadless({ database: this.database, registry, vault }, flowWith(mapping), {});
  }

  /** Takes a run to its end. */
  async drain(runId: string): Promise<void> {
    for (;;) {
      await advanceRun(this.services, runId, new AbortController().signal);
      const rows = this.services.db.select({ status: run.status }).from(run).where(eq(run.id, runId));
      const [row] = await rows;
      if (row && isFinished(row.status)) return;
    }
  }

  /** Runs everything. @returns the run's id */
  async runAll(flowId: string): Promise<string> {
    const { workspaceId } = CALLER;
    const order = { workspaceId, flowId, mode: 'live' as const, period: null, startedBy: null };
    const runId = await startRun(this.services.db, this.services.registry, { ...order, trigger: 'manual' });
    await this.drain(runId);
    return runId;
  }

  async causes(): Promise<HoldCause[]> {
    return (await listHoldCauses(this.services, CALLER, {})).items;
  }

  /** Keys of the documents in the queue. */
  async waitingKeys(): Promise<string[]> {
    const rows = await this.services.db.select({ key: hold.documentKey }).from(hold);
    return rows.map(({ key }) => key).sort();
  }

  /** Source documents of the postings, one for each posting. */
  async postedKeys(): Promise<string[]> {
    const rows = await this.services.db.select({ key: posting.sourceDocument, status: posting.status }).from(posting);
    const unfinished = rows.filter(({ status }) => status !== 'posted');
    if (unfinished.length > 0) throw new Error(`${unfinished.length} postings are not posted`);
    return rows.map(({ key }) => key).sort();
  }
}
