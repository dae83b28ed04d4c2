import pino from 'pino';
import type { NodeType, SourceNodeType } from '#nodes/kit/node-type.ts';
import { loadRegistry } from '#nodes/kit/registry.ts';
import { type Database, openDatabase } from '#server/db/database.ts';
import { collectEvents } from '#server/hooks/collect-events.ts';
import { tendHook } from '#server/hooks/tend-hook.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { createVault } from '#server/vault/vault.ts';

/*
 * A process that does one job of the webhooks until it dies, for killed.test.ts: before it commits, after it, or after
 * the other system was told and before that is written down.
 */

interface Order {
  readonly url: string;
  readonly secretKey: string;
  readonly publicUrl: string;
  readonly job: 'collect' | 'tend';
  readonly id: string;
  readonly moment: 'before-commit' | 'after-commit' | 'after-call';
}

const order = JSON.parse(process.env['MORTAL_HOOKS'] ?? '{}') as Order;

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
    return order.moment === 'after-commit' ? die() : result;
  };
  return Object.assign(Object.create(db) as Database, { transaction });
}

function mortalType(type: NodeType): NodeType {
  const support = type.kind === 'source' ? (type as SourceNodeType).webhooks : undefined;
  const told = support?.register;
  if (type.kind !== 'source' || !support || !told || order.moment !== 'after-call') return type;
  const register: typeof told = async (...given) => {
    await told(...given);
    return die();
  };
  return { ...type, webhooks: { ...support, register } };
}

const database = openDatabase(order.url, 2);
const registry = await loadRegistry();
const nodeTypes = new Map([...registry.nodeTypes].map(([id, type]) => [id, mortalType(type)]));
const services: EngineServices = {
  db: mortalDatabase(database.db),
  registry: { ...registry, nodeTypes },
  vault: createVault(Buffer.from(order.secretKey, 'hex')),
  config: { allowPrivateNetwork: true, publicUrl: order.publicUrl },
  logger: pino({ level: 'silent' }),
  retryDelaysMs: [],
  now: () => new Date(),
};
await (order.job === 'collect' ? collectEvents(services, order.id) : tendHook(services, order.id));
await database.close();
