import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import pino from 'pino';
import { loadRegistry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { isFinished } from '#schemas/outcome.ts';
import type { Period } from '#schemas/period.ts';
import { HEADLESS_WORKSPACE, publishHeadless } from '#server/cli/headless-flow.ts';
import type { ConnectionInput } from '#server/cli/read-input.ts';
import { posting, run } from '#server/db/schema/index.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import { startRun } from '#server/jobs/control.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { countRun } from '#server/runs/count-outcomes.ts';
import { loadTemplates } from '#server/templates/load-templates.ts';
import { findTemplate, instantiate } from '#server/templates/templates.ts';
import { createVault } from '#server/vault/vault.ts';

type Shop = { readonly fields: Readonly<Record<string, unknown>>; readonly secrets: Readonly<Record<string, string>> };

/** The engine on a real PostgreSQL, taken forward by the test itself instead of by a worker. */
export class EngineHarness {
  readonly database: TestDatabase;
  readonly services: EngineServices;
  /** What the vault seals with: another process needs it to go on with these runs. */
  readonly secretKey: Buffer;
  /** A template with answers to its questions. */
  readonly template: (id: string, settings: Readonly<Record<string, unknown>>) => FlowDefinition;

  private constructor(
    database: TestDatabase,
    services: EngineServices,
    secretKey: Buffer,
    template: EngineHarness['template'],
  ) {
    this.database = database;
    this.secretKey = secretKey;
    this.services = services;
    this.template = template;
  }

  static async create(retryDelaysMs: readonly number[] = []): Promise<EngineHarness> {
    const database = await testDatabase();
    const registry = await loadRegistry();
    const templates = await loadTemplates(registry);
    const secretKey = randomBytes(32);
    const services: EngineServices = {
      db: database.db,
      registry,
      vault: createVault(secretKey),
      config: { allowPrivateNetwork: true },
      logger: pino({ level: 'silent' }),
      retryDelaysMs,
      now: () => new Date(),
    };
    return new EngineHarness(database, services, secretKey, (id, settings) =>
      instantiate(findTemplate(templates, id), settings),
    );
  }

  /** Publishes a template for a shop, by default FEC in small pages so that a run has many batches. */
  publish(
    shop: Shop,
    settings: Readonly<Record<string, unknown>> = { perPage: 10 },
    template = 'woocommerce-fec',
    others: Readonly<Record<string, ConnectionInput>> = {},
  ): Promise<string> {
    return this.publishFlow(this.template(template, settings), shop, others);
  }

  /** Publishes a flow that reads a shop; `others` are the connections of its other slots. */
  publishFlow(
    definition: FlowDefinition,
    shop: Shop,
    others: Readonly<Record<string, ConnectionInput>> = {},
  ): Promise<string> {
    const own = { type: 'woocommerce', fields: { ...shop.fields, ...shop.secrets } };
    const { registry, vault } = this.services;
    return publishHeadless({ database: this.database, registry, vault }, definition, { shop: own, ...others });
  }

  start(flowId: string, trigger: 'manual' | 'cli' = 'cli', period: Period | null = null): Promise<string> {
    const order = { workspaceId: HEADLESS_WORKSPACE, flowId, mode: 'live' as const, period, trigger, startedBy: null };
    return startRun(this.database.db, this.services.registry, order);
  }

  async step(runId: string): Promise<void> {
    await advanceRun(this.services, runId, new AbortController().signal);
  }

  async status(runId: string) {
    const [row] = await this.database.db.select().from(run).where(eq(run.id, runId));
    if (!row) throw new Error('no such run');
    return row;
  }

  /** Takes a run forward until it ends or waits for a person. */
  async drain(runId: string): Promise<string> {
    for (;;) {
      await this.step(runId);
      const { status } = await this.status(runId);
      if (isFinished(status) || status === 'in-review') return status;
    }
  }

  counts(runId: string) {
    return countRun(this.database.db, runId);
  }

  postings(flowId: string) {
    return this.database.db
      .select()
      .from(posting)
      .where(and(eq(posting.flowId, flowId)));
  }
}
