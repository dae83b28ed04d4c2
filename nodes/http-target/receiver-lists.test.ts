import { afterEach, expect, test } from 'vitest';
import { createHttpClient } from '#nodes/kit/http-client.ts';
import type { ListContext } from '#nodes/kit/lists.ts';
import { createNetworkGuard } from '#nodes/kit/network.ts';
import { AuthError, RemoteRefusedError, SettingsError } from '#schemas/errors.ts';
import { receiverLists } from './receiver-lists.ts';
import { type Receiver, type ReceiverOptions, startReceiver } from './testing/receiver.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function start(options: Partial<ReceiverOptions> = {}): Promise<Receiver> {
  const receiver = await startReceiver({ manner: 'key', ...options });
  closers.push(receiver.close);
  return receiver;
}

function contextOf({ fields, secrets }: Pick<Receiver, 'fields' | 'secrets'>): ListContext {
  const silent = () => undefined;
  const log = { debug: silent, info: silent, warning: silent, error: silent };
  const { signal } = new AbortController();
  const network = createNetworkGuard({ allowPrivate: true });
  const http = createHttpClient({ network, log, signal, secrets: Object.values(secrets) });
  closers.push(() => http.close());
  return {
    http,
    network,
    log,
    signal,
    now: () => new Date(),
    connection: { id: 'c', type: 'http-target', fields, secrets },
  };
}

test('AT-048 accounts, journals, VAT codes and payment modes are those that the books have now', async () => {
  const receiver = await start({
    lists: {
      accounts: [{ value: '700000', name: 'Ventes' }, { value: '451000' }],
      journals: [{ value: 'VEN', name: 'Ventes', details: { kind: 'sales' } }],
      'vat-codes': [{ value: 'BE21', name: '21 %' }],
      'payment-modes': [],
    },
  });
  const context = contextOf(receiver);
  expect(await receiverLists.accounts(context)).toEqual([
    { value: '700000', name: 'Ventes' },
    { value: '451000', name: '451000' },
  ]);
  expect(await receiverLists.journals(context)).toEqual([{ value: 'VEN', name: 'Ventes', details: { kind: 'sales' } }]);
  expect(await receiverLists['vat-codes'](context)).toHaveLength(1);
  expect(await receiverLists['payment-modes'](context)).toEqual([]);
  expect(receiver.bookings).toEqual([]);
});

test('a list that the receiver has not is said to be missing, and what to do', async () => {
  const problem = receiverLists['analytic-plans'](contextOf(await start()));
  await expect(problem).rejects.toThrow(SettingsError);
  await expect(problem).rejects.toMatchObject({ detail: { code: 'http-target.no_such_list' } });
});

test('an answer in another shape is refused as a whole, and wrong credentials are said', async () => {
  const receiver = await start({ lists: { journals: [{ value: '', name: 'x' }] } });
  await expect(receiverLists.journals(contextOf(receiver))).rejects.toThrow(RemoteRefusedError);
  const stranger = { fields: receiver.fields, secrets: { ...receiver.secrets, token: 'another-token' } };
  await expect(receiverLists.journals(contextOf(stranger))).rejects.toThrow(AuthError);
});
