import type { FromSchema } from 'json-schema-to-ts';
import type { DeliverContext } from '#nodes/kit/context.ts';
import { type DeliverItem, defineDelivery } from '#nodes/kit/node-type.ts';
import { accountOf } from './account.ts';
import { type Delivery, findDelivered, storeFile } from './delivery.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { fileFailure } from './failures.ts';
import { sftpMessages } from './messages.ts';
import { pathIn, safeName } from './remote-name.ts';
import { withSession } from './session.ts';

const SHORTEST_DEADLINE_MS = 60_000;
const SLOWEST_BYTES_PER_MS = 20;

const configSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    folder: { type: 'string', maxLength: 1000, default: '.' },
    onConflict: { type: 'string', enum: ['fail', 'overwrite', 'rename'], default: 'fail' },
  },
} as const;

type Context = DeliverContext<FromSchema<typeof configSchema>>;

function deadlineFor(bytes: Uint8Array): number {
  return SHORTEST_DEADLINE_MS + Math.ceil(bytes.byteLength / SLOWEST_BYTES_PER_MS);
}

function deliveryOf({ config, connection, log }: Context, item: DeliverItem): Delivery {
  const { body } = item.envelope;
  if (!connection || !item.bytes || !('sha256' in body)) throw new Error('sftp delivers files, over a connection');
  return {
    account: accountOf(connection),
    log,
    folder: config.folder === '' ? '.' : config.folder,
    name: safeName(body.name),
    bytes: Buffer.from(item.bytes),
    onConflict: config.onConflict,
    item,
  };
}

export const sftpDelivery = defineDelivery({
  id: 'sftp',
  version: 1,
  icon: 'server-2',
  texts: deliveryTexts,
  inputs: [{ id: 'file', kind: 'file' }],
  outputs: [],
  connection: 'sftp',
  config: configSchema,
  messages: sftpMessages.catalogue,
  idempotency: 'lookup',
  deliver: async (context, item) => {
    const delivery = deliveryOf(context, item);
    const deadline = deadlineFor(delivery.bytes);
    return withSession(context, delivery.account, deadline, async (client) => ({
      reference: await storeFile(client, delivery),
    }));
  },
  lookup: async (context, item) => {
    const delivery = deliveryOf(context, item);
    const { account, folder, name, bytes } = delivery;
    return withSession(context, account, deadlineFor(bytes), async (client) => {
      const path = await findDelivered(client, delivery).catch((error: unknown) => {
        throw fileFailure(account, folder, pathIn(folder, name), error);
      });
      return path === null ? null : { reference: path };
    });
  },
});
