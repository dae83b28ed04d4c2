import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { WebhookCall } from '#nodes/kit/webhook.ts';
import { fetchSales } from './fetch-sales.ts';
import { listChanges } from './list-changes.ts';
import { isPing, readWebhook, verifyWebhook } from './read-webhook.ts';
import { registerWebhooks } from './register-webhooks.ts';
import { type FakeOptions, type FakeShop, startFakeShop } from './testing/fake.ts';
import { recordedCase, shopOf } from './testing/shop-data.ts';
import { contextFor } from './testing/shop-test.ts';

const SECRET = 'whsec-test';
const CONNECTION = { fields: { url: 'https://shop.test:18443' } };
const WANTED = { address: 'https://books.example/hooks/1', secret: 'abc' };
const PARTIAL = 'prices-incl__refund-partial-one-line';

/** A call as WooCommerce 11.0.1 made it. */
function recordedCall(name: string): WebhookCall {
  const path = join(import.meta.dirname, 'testing/fixtures/recorded-webhooks', `${name}.json`);
  const { headers, raw_body } = JSON.parse(readFileSync(path, 'utf8')) as {
    headers: Record<string, string>;
    raw_body: string;
  };
  return { headers, body: Buffer.from(raw_body, 'utf8') };
}

let shop: FakeShop | null = null;
afterEach(() => shop?.close());
async function open(cases: readonly string[], options: Partial<FakeOptions> = {}): Promise<FakeShop> {
  shop = await startFakeShop({ shop: shopOf(cases.map(recordedCase)), ...options });
  return shop;
}

describe('a recorded webhook', () => {
  test.each(['01-order.created', '02-order.updated', '04-order.created'])('%s is signed with its secret', (name) => {
    expect(verifyWebhook(recordedCall(name), SECRET)).toBe(true);
    expect(verifyWebhook(recordedCall(name), 'whsec-tesT')).toBe(false);
  });

  test('tells of its order by the key under which the order is read', () => {
    const hint = readWebhook(recordedCall('01-order.created'), CONNECTION);
    expect(hint?.keys).toEqual(['woocommerce:shop.test:18443:sale:154']);
    expect(hint?.topic).toBe('order.created');
  });

  test('of another topic about the same state is the same delivery: the order is read once', () => {
    const [created, updated] = ['01-order.created', '02-order.updated'].map((name) =>
      readWebhook(recordedCall(name), CONNECTION),
    );
    expect(updated?.deliveryId).toBe(created?.deliveryId);
  });

  test('about an order that was deleted meanwhile tells of nothing', () => {
    expect(readWebhook(recordedCall('04-order.created'), CONNECTION)).toBeNull();
  });

  test('on creation is a greeting, and nothing else is', () => {
    expect(isPing(recordedCall('00-ping-on-creation'))).toBe(true);
    expect(isPing(recordedCall('01-order.created'))).toBe(false);
    expect(isPing({ headers: {}, body: Buffer.from('webhook_id=1&id=2') })).toBe(false);
  });
});

test('a refund makes another state of its order even when no date of the order moves', () => {
  const call = recordedCall('01-order.created');
  const order = JSON.parse(Buffer.from(call.body).toString()) as Record<string, unknown>;
  const more = { ...order, refunds: [...(order['refunds'] as unknown[]), { id: 156 }] };
  const changed = { headers: call.headers, body: Buffer.from(JSON.stringify(more)) };
  const [before, after] = [call, changed].map((one) => readWebhook(one, CONNECTION)?.deliveryId);
  expect(after).not.toBe(before);
});

describe('registering', () => {
  test('asks for new and changed orders, once each', async () => {
    const { hooks, ...fake } = await open(['prices-incl__nl-oss']);
    await registerWebhooks(contextFor(fake), WANTED, null);
    expect(hooks.rows.map(({ topic, status }) => `${topic} ${status}`)).toEqual([
      'order.created active',
      'order.updated active',
    ]);
  });

  test('leaves the webhooks of others alone', async () => {
    const { hooks, ...fake } = await open(['prices-incl__nl-oss']);
    await hooks.create({ topic: 'order.created', delivery_url: 'http://127.0.0.1:9/theirs', secret: 's' });
    await registerWebhooks(contextFor(fake), WANTED, null);
    expect(hooks.rows).toHaveLength(3);
    expect(hooks.rows[0]?.delivery_url).toBe('http://127.0.0.1:9/theirs');
  });

  test('gives the shop a new secret when there is one', async () => {
    const { hooks, ...fake } = await open(['prices-incl__nl-oss']);
    const { known } = await registerWebhooks(contextFor(fake), WANTED, null);
    const { repaired } = await registerWebhooks(contextFor(fake), { ...WANTED, secret: 'new' }, known);
    expect(repaired).toBe(true);
    expect(hooks.rows.map((row) => row.secret)).toEqual(['new', 'new']);
  });

  test('with a key that may only read says which right it lacks', async () => {
    const fake = await open(['prices-incl__nl-oss'], { readOnly: true });
    await expect(registerWebhooks(contextFor(fake), WANTED, null)).rejects.toThrow(/may only read.*Read\/Write/s);
  });

  test('works where the shop only understands signed calls', async () => {
    const { hooks, ...fake } = await open(['prices-incl__nl-oss'], { acceptBasicOverHttp: false });
    await registerWebhooks(contextFor(fake), WANTED, null);
    expect(hooks.rows).toHaveLength(2);
  });
});

test('a webhook whose calls are refused six times in a row is switched off by the shop, and mended', async () => {
  const { hooks, shop: data, ...fake } = await open(['prices-incl__nl-oss']);
  const refusing = createServer((_request, response) => response.writeHead(401).end());
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  const bound = refusing.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/`;
  const { known } = await registerWebhooks(contextFor(fake), { address, secret: 's' }, null);
  for (let time = 0; time < 6; time += 1) hooks.tell('order.updated', data.orders[0]?.['id'] as number);
  expect(await hooks.deliver()).toMatchObject({ due: 6, refused: 6 });
  expect(hooks.rows.map((row) => row.status)).toEqual(['active', 'disabled']);
  expect((await registerWebhooks(contextFor(fake), { address, secret: 's' }, known)).repaired).toBe(true);
  expect(hooks.rows.map((row) => row.status)).toEqual(['active', 'active']);
  refusing.close();
});

describe('reading again', () => {
  const keyOf = (fake: FakeShop, kind: string, id: unknown) =>
    `woocommerce:${String(fake.fields['url']).slice('http://'.length)}:${kind}:${String(id)}`;

  test('a sale brings its refunds along, whatever the period', async () => {
    const fake = await open([PARTIAL, 'prices-incl__nl-oss']);
    const { order, refunds } = recordedCase(PARTIAL);
    const context = contextFor(fake, { run: { period: { from: '1990-01-01', to: '1990-01-31' } } });
    const items = await fetchSales(context, [keyOf(fake, 'sale', order.id)]);
    expect(items.map((item) => item.key)).toEqual([
      keyOf(fake, 'sale', order.id),
      ...refunds.map((refund) => keyOf(fake, 'credit-note', refund['id'])),
    ]);
  });

  test('a refund by itself is found through its order, without the sale', async () => {
    const fake = await open([PARTIAL]);
    const key = keyOf(fake, 'credit-note', recordedCase(PARTIAL).refunds[0]?.['id']);
    expect((await fetchSales(contextFor(fake), [key])).map((item) => item.key)).toEqual([key]);
  });

  test('keeps to the statuses that the node books', async () => {
    const fake = await open(['prices-incl__nl-oss']);
    const { order } = recordedCase('prices-incl__nl-oss');
    const context = contextFor(fake, { config: { statuses: ['on-hold'] } });
    const [item] = await fetchSales(context, [keyOf(fake, 'sale', order.id)]);
    expect(item?.skip?.code).toBe('woocommerce.status_not_booked');
  });
});

test('the list of changes names each state as its webhook does, from the instant asked for', async () => {
  const fake = await open([PARTIAL, 'prices-incl__nl-oss']);
  const { order } = recordedCase(PARTIAL);
  const since = new Date(`${String(order['date_modified_gmt'])}Z`);
  const { changes, next } = await listChanges(contextFor(fake), since, null);
  const sample = fake.hooks.callFor({ id: 1, topic: 'order.updated', secret: 's' }, order.id, 0);
  const hint = readWebhook(sample, { fields: fake.fields });
  expect(changes.find((change) => change.key === hint?.keys[0])).toEqual({
    key: hint?.keys[0],
    deliveryId: hint?.deliveryId,
    at: since,
  });
  expect(next).toBeNull();
  expect((await listChanges(contextFor(fake), new Date('2200-01-01'), null)).changes).toEqual([]);
});
