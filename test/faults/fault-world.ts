import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import type { Manner } from '#nodes/http-target/testing/ledger.ts';
import { type Receiver, type ReceiverOptions, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { isFinished } from '#schemas/outcome.ts';
import { HEADLESS_WORKSPACE, publishHeadless } from '#server/cli/headless-flow.ts';
import type { OpenDatabase } from '#server/db/database.ts';
import { run } from '#server/db/schema/index.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import { startRun } from '#server/jobs/control.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { createVault } from '#server/vault/vault.ts';
import { faultFlow, faultRegistry } from './fault-flow.ts';
import { Trial } from './trial.ts';

export interface TrialOptions {
  readonly manner: Manner;
  readonly orders: number;
  readonly receiver?: Pick<ReceiverOptions, 'delayMs'>;
  /** Longer than any answer takes on a busy machine, unless answers that come too late are what is tried. */
  readonly timeoutSeconds?: number;
  readonly settleSeconds?: number;
  /** What goes wrong with the calls of the receiver. */
  readonly troubles?: Pick<ReceiverOptions, 'plan' | 'planOfQuestions'>;
}

let flows = 0;

/** The engine and a database in which runs are disturbed. */
export class FaultWorld {
  readonly database: OpenDatabase;
  readonly services: EngineServices;
  /** What the vault seals with: other processes need it to go on with these runs. */
  readonly secretKey: string;

  constructor(database: OpenDatabase) {
    const key = randomBytes(32);
    this.database = database;
    this.secretKey = key.toString('base64');
    this.services = {
      db: database.db,
      registry: faultRegistry,
      vault: createVault(key),
      config: { allowPrivateNetwork: true },
      logger: pino({ level: 'silent' }),
      retryDelaysMs: [10, 10, 10, 10, 10],
      now: () => new Date(),
    };
  }

  /** A target with its books, a flow to it, and the posts that reached it. */
  async trial(options: TrialOptions): Promise<Trial> {
    flows += 1;
    const name = `faults ${flows}`;
    const { manner, orders, timeoutSeconds = 20, settleSeconds = 1, receiver = {}, troubles = {} } = options;
    const posts = new Map<string, number>();
    const books: Receiver = await startReceiver({
      ...{ manner, ...receiver, ...troubles },
      plan: (nth, key) => {
        posts.set(key, (posts.get(key) ?? 0) + 1);
        return troubles.plan?.(nth, key) ?? null;
      },
    });
    const flow = faultFlow({ name, manner, orders, timeoutSeconds, settleSeconds });
    const flowId = await publishHeadless(this.#needed(), flow, {
      books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
    });
    return new Trial(this, { manner, orders, flowId, books, posts });
  }

  #needed() {
    const { registry, vault } = this.services;
    return { database: this.database, registry, vault };
  }

  start(flowId: string): Promise<string> {
    const order = { workspaceId: HEADLESS_WORKSPACE, flowId, mode: 'live' as const, period: null, startedBy: null };
    return startRun(this.services.db, this.services.registry, { ...order, trigger: 'manual' });
  }

  /** "unknown" while the database is away. */
  async status(runId: string): Promise<string> {
    const rows = this.services.db.select({ status: run.status }).from(run).where(eq(run.id, runId));
    const [row] = await rows.catch(() => []);
    return row?.status ?? 'unknown';
  }

  /** Waits for the end of a run that a worker takes forward. */
  async ended(runId: string): Promise<string> {
    for (;;) {
      const status = await this.status(runId);
      if (status !== 'unknown' && isFinished(status as 'succeeded')) return status;
      await sleep(50);
    }
  }

  /** Takes a run forward by hand until it has ended, or until `isEnough`. */
  async drain(runId: string, isEnough: () => Promise<boolean> = async () => false): Promise<void> {
    while (!isFinished((await this.status(runId)) as 'succeeded') && !(await isEnough())) {
      if ((await advanceRun(this.services, runId, new AbortController().signal)) === 'away') await sleep(50);
    }
  }
}
