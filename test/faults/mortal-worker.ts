import { writeSync } from 'node:fs';
import pino from 'pino';
import type { DeliverNodeType, NodeType } from '#nodes/kit/node-type.ts';
import { openDatabase } from '#server/db/database.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { startWorker } from '#server/jobs/worker.ts';
import { createVault } from '#server/vault/vault.ts';
import { faultRegistry } from './fault-flow.ts';

/* A worker process as it is installed; it only says when it calls the target, so that the one at work can be killed. */

function talking(type: NodeType): NodeType {
  if (type.kind !== 'deliver') return type;
  const deliver: DeliverNodeType['deliver'] = (context, item) => {
    writeSync(1, 'call\n');
    return type.deliver(context, item);
  };
  return { ...type, deliver };
}

const { url, secretKey } = JSON.parse(process.env['MORTAL_WORKER'] ?? '{}') as { url: string; secretKey: string };
const services: EngineServices = {
  db: openDatabase(url, 8).db,
  registry: {
    ...faultRegistry,
    nodeTypes: new Map([...faultRegistry.nodeTypes].map(([id, one]) => [id, talking(one)])),
  },
  vault: createVault(Buffer.from(secretKey, 'base64')),
  config: { allowPrivateNetwork: true },
  logger: pino({ level: 'silent' }),
  retryDelaysMs: [10, 10, 10, 10, 10],
  now: () => new Date(),
};
await startWorker(services, url);
writeSync(1, 'ready\n');
