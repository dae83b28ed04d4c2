import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { AuthError, RemoteDownError, RemoteRefusedError, SettingsError } from '#schemas/errors.ts';
import { readSales } from './read-sales.ts';
import { type FakeOptions, type FakeShop, startFakeShop } from './testing/fake.ts';
import { type RawRecord, recordedCase, type ShopData, shopOf } from './testing/shop-data.ts';
import { contextFor, readAll } from './testing/shop-test.ts';

const names = readdirSync(join(import.meta.dirname, 'testing/fixtures/recorded')).map((file) =>
  file.replace('.json', ''),
);
const NOVEMBER = { period: { from: '2026-11-01', to: '2026-11-30' } };
const OCTOBER = { period: { from: '2026-10-01', to: '2026-10-31' } };

const started: FakeShop[] = [];
async function fakeOf(options: Partial<FakeOptions> = {}): Promise<FakeShop> {
  const fake = await startFakeShop({ shop: shopOf(names.map(recordedCase)), ...options });
  started.push(fake);
  return fake;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((fake) => fake.close()));
});

function shopWith(change: (order: RawRecord) => RawRecord, name = 'prices-incl__be-guest-simple-shipping'): ShopData {
  const { order, refunds } = recordedCase(name);
  return shopOf([{ order: change(order), refunds }]);
}
const idsOf = (items: readonly { key: string }[]) => items.map((item) => item.key.replace(/^.*:(\w|-)+:(\d+)$/, '$2'));

describe('reading a shop', () => {
  test('gives each order and refund once, over several pages', async () => {
    const fake = await fakeOf();
    const items = await readAll(contextFor(fake, { config: { perPage: 7 } }));
    const refunds = names.flatMap((name) => recordedCase(name).refunds).length;
    expect(new Set(items.map((item) => item.key)).size).toBe(names.length + refunds);
    expect(items).toHaveLength(names.length + refunds);
    expect(items.filter((item) => item.problem)).toEqual([]);
  });

  test('skips unpaid, failed and cancelled orders with the reason, and keeps what was read', async () => {
    const items = await readAll(contextFor(await fakeOf()));
    const skipped = items.filter((item) => item.skip);
    expect(skipped.map((item) => [item.label, item.skip?.code])).toEqual([
      ['order 76', 'woocommerce.not_paid_yet'],
      ['order 77', 'woocommerce.not_paid_yet'],
      ['order 78', 'woocommerce.status_not_booked'],
      ['order 79', 'woocommerce.status_not_booked'],
    ]);
    expect(skipped.every((item) => item.body !== null)).toBe(true);
  });

  test('skips the refunds of an order that is not booked', async () => {
    const shop = shopWith((order) => ({ ...order, status: 'on-hold' }), 'prices-incl__refund-partial-one-line');
    const items = await readAll(contextFor(await fakeOf({ shop })));
    expect(items.map((item) => item.skip?.code)).toEqual(['woocommerce.not_paid_yet', 'woocommerce.order_not_booked']);
  });

  test('misses no order when another one is deleted between two pages', async () => {
    const fake = await fakeOf();
    const last = fake.shop.orders.length;
    const gone = fake.shop.orders.map((order) => Number(order['id'])).sort((a, b) => a - b)[2];
    const items = await readAll(contextFor(fake, { config: { perPage: 5, creditNotes: false } }), (page) => {
      const index = fake.shop.orders.findIndex((order) => order['id'] === gone);
      if (page === 2 && index >= 0) fake.shop.orders.splice(index, 1);
    });
    expect(new Set(items.map((item) => item.key)).size).toBe(last);
  });

  test('ends at the first empty page when a proxy drops the counts', async () => {
    const items = await readAll(
      contextFor(await fakeOf({ dropsCounts: true }), { config: { perPage: 10, creditNotes: false } }),
    );
    expect(items).toHaveLength(names.length);
  });

  test('gives the same keys when a page is read again', async () => {
    const context = contextFor(await fakeOf(), { config: { perPage: 9 } });
    const [first, again] = [await readSales(context, null), await readSales(context, null)];
    expect(again.items.map((item) => item.key)).toEqual(first.items.map((item) => item.key));
    expect(first.next).toEqual({ page: 2, total: names.length });
  });

  test('asks the shop for the percentage that an old order does not carry', async () => {
    const shop = shopWith((order) => ({
      ...order,
      tax_lines: (order['tax_lines'] as RawRecord[]).map(({ rate_percent: _, ...line }) => line),
    }));
    const [item] = await readAll(contextFor(await fakeOf({ shop })));
    expect(item?.body).toMatchObject({ taxes: [{ rate: '21', amount: '9.69' }] });
  });
});

describe('a period', () => {
  test.each([
    ['paid', OCTOBER, ['138', '139'], false],
    ['paid', NOVEMBER, ['138', '139'], true],
    ['created', OCTOBER, ['138', '139'], true],
    ['created', NOVEMBER, ['140', '142'], true],
  ] as const)(
    'of %s orders in %o is counted in the run’s zone at the month boundary',
    async (dateAxis, run, ids, isIn) => {
      const items = await readAll(contextFor(await fakeOf(), { config: { dateAxis, creditNotes: false }, run }));
      const found = idsOf(items);
      // 138 and 139 were made at 23:59:59 on 31 October in Brussels (22:59:59 UTC) and paid in November there.
      expect(ids.map((id) => found.includes(id))).toEqual(ids.map(() => isIn));
    },
  );

  test('holds a refund made in it although the order is older', async () => {
    const items = await readAll(contextFor(await fakeOf(), { config: { dateAxis: 'created' }, run: NOVEMBER }));
    const { refunds } = recordedCase('prices-excl-round-at-subtotal__refund-full-with-shipping');
    expect(items.map((item) => item.label)).toContain(`refund ${refunds[0]?.['id']} of order 142`);
    const october = await readAll(
      contextFor(await fakeOf(), { run: { period: { from: '2026-10-10', to: '2026-10-10' } } }),
    );
    expect(october.map((item) => item.label)).toEqual(['refund 72 of order 71', 'refund 75 of order 74']);
  });

  test('ends before the first instant of the day after it', async () => {
    // Orders 140 and 142 were made at midnight sharp; with refunds read, the shop itself filters no order date.
    const items = await readAll(contextFor(await fakeOf(), { config: { dateAxis: 'created' }, run: OCTOBER }));
    expect(items.map((item) => item.label)).not.toContain('order 140');
    expect(items.map((item) => item.label)).toContain('order 138');
  });

  test('lists an unpaid order on the day it was made', async () => {
    const run = { period: { from: '2026-10-08', to: '2026-10-08' } };
    const items = await readAll(contextFor(await fakeOf(), { run }));
    expect(items.map((item) => [item.label, item.skip?.code])).toContainEqual(['order 77', 'woocommerce.not_paid_yet']);
  });

  test('of completed orders leaves an order that is not completed for later', async () => {
    const items = await readAll(
      contextFor(await fakeOf({ shop: shopWith((order) => order) }), { config: { dateAxis: 'completed' } }),
    );
    expect(items[0]?.skip?.code).toBe('woocommerce.not_completed_yet');
  });
});

describe('an order that cannot be read', () => {
  test.each([
    ['total', 'abc', 'woocommerce.value_not_amount'],
    ['total', '99999999999999999999.99', 'woocommerce.value_not_amount'],
    ['total', '', 'woocommerce.value_missing'],
    ['currency', null, 'woocommerce.value_missing'],
    ['date_created_gmt', 'yesterday', 'woocommerce.value_unexpected'],
  ])('because of its %s "%s" is a problem of its own, and the others go on', async (field, value, code) => {
    const shop = shopOf(names.map(recordedCase));
    shop.orders[0] = { ...shop.orders[0], [field]: value };
    const items = await readAll(contextFor(await fakeOf({ shop }), { config: { creditNotes: false } }));
    const problems = items.filter((item) => item.problem);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.problem).toMatchObject({ code, field });
    expect(problems[0]?.excerpt).not.toMatch(/Dupont|client\.example/);
    expect(items).toHaveLength(names.length);
  });

  test('names the line whose amount is none', async () => {
    const shop = shopWith((order) => ({ ...order, fee_lines: [{ id: 1, name: 'x', total: '1,50', taxes: [] }] }));
    const [item] = await readAll(contextFor(await fakeOf({ shop })));
    expect(item?.problem).toMatchObject({ field: 'fee_lines/0/total', params: { value: '1,50' } });
  });

  test('is a problem when its tax rate is gone', async () => {
    const shop = shopWith((order) => ({ ...order, tax_lines: [] }));
    const [item] = await readAll(contextFor(await fakeOf({ shop })));
    expect(item?.problem?.code).toBe('woocommerce.tax_unknown');
  });

  test('is read all the same where plugins send numbers, empty texts and lists with gaps', async () => {
    const shop = shopWith((order) => ({
      ...order,
      total: 55.85,
      number: 1046,
      customer_id: '',
      coupon_lines: null,
      line_items: Object.fromEntries((order['line_items'] as unknown[]).map((line, index) => [index + 3, line])),
    }));
    const [item] = await readAll(contextFor(await fakeOf({ shop })));
    expect(item).toMatchObject({ label: 'order 1046', body: { total: '55.85', buyer: { id: null } } });
  });
});

describe('keys', () => {
  const first = async (fake: FakeShop, url = fake.fields['url'], auth = 'auto') => {
    const context = contextFor(
      { fields: { url, auth }, secrets: fake.secrets },
      { config: { perPage: 1, creditNotes: false } },
    );
    await readSales(context, null);
    return context;
  };

  test('are signed over http where the shop insists', async () => {
    const context = await first(await fakeOf({ acceptBasicOverHttp: false }));
    expect(context.logged()).not.toMatch(/ck_|cs_/);
  });

  test('are signed anew when the shop has already seen the signature of a call that broke', async () => {
    const fake = await fakeOf({ acceptBasicOverHttp: false });
    fake.misbehave({ kind: 'cut-answer' });
    await first(fake);
    expect(fake.calls()).toBe(3);
  });

  test.each(['header', 'query', 'oauth1'])('go the way that was chosen: %s', async (auth) => {
    const fake = await fakeOf();
    await first(fake, fake.fields['url'], auth);
    expect(fake.calls()).toBe(1);
  });

  test('go signed first, then by header, and the way that worked is remembered', async () => {
    const fake = await fakeOf();
    fake.misbehave({ kind: 'refuse-credentials' });
    const context = contextFor(fake, { config: { perPage: 40, creditNotes: false } });
    const page = await readSales(context, null);
    expect(fake.calls()).toBe(2);
    await readSales(context, page.next);
    expect(fake.calls()).toBe(3);
  });

  test.each([
    ['a shop in a folder', { folder: '/boutique' }, ''],
    ['plain permalinks', { plainPermalinks: true }, ''],
    ['plain permalinks in a folder, signed', { plainPermalinks: true, folder: '/b', acceptBasicOverHttp: false }, ''],
    ['a pasted API path', {}, '/wp-json/wc/v3/'],
    ['a trailing slash', {}, '/'],
  ])('open %s', async (_, options, tail) => {
    const fake = await fakeOf(options);
    await expect(first(fake, `${fake.fields['url']}${tail}`)).resolves.toBeDefined();
  });

  test('that are wrong are refused with the remedy, and appear in no error and no log', async () => {
    const fake = await fakeOf();
    const secrets = { ...fake.secrets, consumerSecret: 'cs_wrong_secret_000' };
    const context = contextFor({ fields: fake.fields, secrets });
    const error: unknown = await readSales(context, null).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AuthError);
    expect(String(error)).toContain('read permission');
    expect(`${String(error)} ${JSON.stringify(error)} ${context.logged()}`).not.toMatch(/ck_1a2b|cs_wrong/);
  });

  test('never travel over http to a host of the public network', async () => {
    const fake = { fields: { url: 'http://192.0.2.1' }, secrets: { consumerKey: 'ck_x', consumerSecret: 'cs_x' } };
    await expect(readSales(contextFor(fake, { allowPrivate: false }), null)).rejects.toThrow(SettingsError);
    const loopback = await fakeOf();
    await expect(readSales(contextFor(loopback, { allowPrivate: false }), null)).rejects.toThrow(
      /PASSERELLE_ALLOW_PRIVATE_NETWORK/,
    );
  });
});

describe('an answer', () => {
  test.each(['noise-before-json', 'html-before-json'] as const)('with %s is read all the same', async (kind) => {
    const fake = await fakeOf();
    fake.misbehave({ kind }, { times: 1 });
    const page = await readSales(contextFor(fake, { config: { creditNotes: false } }), null);
    expect(page.items).toHaveLength(names.length);
  });

  test('that is a page instead of data is worth another try and shows its words', async () => {
    const fake = await fakeOf();
    fake.misbehave({ kind: 'html-instead' }, { times: 5 });
    const failure = readSales(contextFor(fake), null);
    await expect(failure).rejects.toThrow(RemoteDownError);
    await expect(readSales(contextFor(fake), null)).rejects.toThrow(/Briefly unavailable for maintenance/);
  });

  test('cut off, throttled, broken or closed is tried again', async () => {
    const fake = await fakeOf();
    for (const kind of ['cut-answer', 'close'] as const) fake.misbehave({ kind });
    fake.misbehave({ kind: 'throttle', retryAfterSeconds: 1 });
    const page = await readSales(contextFor(fake, { config: { creditNotes: false } }), null);
    expect(page.items).toHaveLength(names.length);
  });

  test('of 5xx that stays is a failure that the engine may repeat from the cursor', async () => {
    const fake = await fakeOf();
    fake.misbehave({ kind: 'error', status: 502 }, { times: 9 });
    await expect(readSales(contextFor(fake), null)).rejects.toThrow(RemoteDownError);
  });

  test('from a site without WooCommerce or without WordPress names the remedy', async () => {
    const fake = await fakeOf();
    const at = (url: string) => contextFor({ fields: { url }, secrets: fake.secrets });
    await expect(readSales(at(`${fake.fields['url']}/elsewhere`), null)).rejects.toThrow(/no WordPress shop/);
  });

  test('that is an object instead of a list is refused', async () => {
    const fake = await fakeOf();
    await expect(readSales(contextFor(fake, { config: { perPage: 500 } }), null)).rejects.toThrow(RemoteRefusedError);
  });
});
