import { and, asc, eq } from 'drizzle-orm';
import pino from 'pino';
import type { DeliverNodeType, NodeType } from '#nodes/kit/node-type.ts';
import { loadRegistry } from '#nodes/kit/registry.ts';
import { isFinished } from '#schemas/outcome.ts';
import { type Database, openDatabase } from '#server/db/database.ts';
import { run, runStage, runStep } from '#server/db/schema/index.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { createVault } from '#server/vault/vault.ts';

/*
 * A process that takes one run forward until it dies, for kill.test.ts. It is the real engine; only the moment of
 * death is added: just before a batch of a stage is committed, just after, or around the call that delivers.
 */

interface Order {
  readonly url: string;
  readonly secretKey: string;
  readonly runId: string;
  /** "source", "review", "render" or "deliver"; null to go on to the end. */
  readonly stage: string | null;
  readonly moment: 'before-commit' | 'after-commit' | 'before-call' | 'after-call';
  /** How many transactions of that stage this process does before. */
  readonly spared: number;
}

const order = JSON.parse(process.env['MORTAL_ENGINE'] ?? '{}') as Order;
const isMomentOfStage = (moment: Order['moment']) => order.moment === moment && current === order.stage;
let current = '';
let spared = order.spared;

/** Nothing is cleaned up: no finally, no rollback, no closed socket but those that the system closes. */
async function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

function mortalDatabase(db: Database): Database {
  const transaction: Database['transaction'] = async (work, options) => {
    const isFatal = spared <= 0;
    const result = await db.transaction(async (tx) => {
      const done = await work(tx);
      if (isFatal && isMomentOfStage('before-commit')) await die();
      return done;
    }, options);
    if (isFatal && isMomentOfStage('after-commit')) await die();
    if (current === order.stage) spared -= 1;
    return result;
  };
  return Object.assign(Object.create(db) as Database, { transaction });
}

function mortalNode(type: NodeType): NodeType {
  if (type.kind !== 'deliver' || type.id !== 'sftp') return type;
  const deliver: DeliverNodeType['deliver'] = async (context, item) => {
    if (isMomentOfStage('before-call')) await die();
    const answer = await type.deliver(context as Parameters<typeof type.deliver>[0], item);
    if (isMomentOfStage('after-call')) await die();
    return answer;
  };
  return { ...type, deliver } as NodeType;
}

/** The kind of the first step of the running stage. */
async function stageOf(db: Database): Promise<string> {
  const isRunning = and(eq(runStage.runId, order.runId), eq(runStage.status, 'running'));
  const rows = db
    .select({ kind: runStep.kind })
    .from(runStep)
    .innerJoin(runStage, and(eq(runStage.runId, runStep.runId), eq(runStage.stage, runStep.stage)))
    .where(isRunning);
  const [row] = await rows.orderBy(asc(runStep.position)).limit(1);
  return row?.kind ?? '';
}

const database = openDatabase(order.url, 4);
const registry = await loadRegistry();
const nodeTypes = new Map([...registry.nodeTypes].map(([id, type]) => [id, mortalNode(type)]));
const services: EngineServices = {
  db: mortalDatabase(database.db),
  registry: { ...registry, nodeTypes },
  vault: createVault(Buffer.from(order.secretKey, 'base64')),
  config: { allowPrivateNetwork: true },
  logger: pino({ level: 'silent' }),
  retryDelaysMs: [],
  now: () => new Date(),
};
for (;;) {
  const [row] = await database.db.select({ status: run.status }).from(run).where(eq(run.id, order.runId));
  if (!row || isFinished(row.status) || row.status === 'in-review') break;
  current = await stageOf(database.db);
  await advanceRun(services, order.runId, new AbortController().signal);
}
await database.close();
