import { afterEach, expect, test } from 'vitest';
import type { ListContext } from '#nodes/kit/lists.ts';
import { AuthError, RemoteRefusedError } from '#schemas/errors.ts';
import { shopLists } from './shop-lists.ts';
import { startFake } from './testing/conformance.ts';
import type { FakeShop } from './testing/fake.ts';
import { contextFor } from './testing/shop-test.ts';

const started: FakeShop[] = [];
async function fake(): Promise<FakeShop> {
  const shop = await startFake();
  started.push(shop);
  return shop;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((shop) => shop.close()));
});

function contextOf(shop: FakeShop): ListContext {
  const silent = () => undefined;
  return {
    ...contextFor(shop),
    log: { debug: silent, info: silent, warning: silent, error: silent },
    signal: new AbortController().signal,
  };
}
const read = async (shop: FakeShop, list: keyof typeof shopLists) => shopLists[list](contextOf(shop));

test('AT-032 AT-161 the order statuses are those that the shop says it has, a plugin’s own included', async () => {
  const shop = await fake();
  Object.assign(shop.shop.lists, {
    statuses: [...shop.shop.lists.statuses, { slug: 'wc-awaiting-pickup', name: 'Pr&ecirc;t', total: 1 }],
  });
  const statuses = await read(shop, 'statuses');
  expect(statuses.map(({ value }) => value)).toContain('on-hold');
  expect(statuses.at(-1)?.value).toBe('awaiting-pickup');
});

test('AT-047 taxes are read as rates, each once with its countries, then as names; without VAT is one of them', async () => {
  const shop = await fake();
  const row = (id: number, country: string, rate: string, name: string) => ({ id, country, rate, name });
  Object.assign(shop.shop, {
    taxes: [
      row(1, 'BE', '21.0000', 'TVA'),
      row(2, 'nl', '21', 'Btw'),
      row(3, 'BE', '6.0000', 'TVA'),
      { id: 4, rate: 'x' },
    ],
  });
  expect(await read(shop, 'taxes')).toEqual([
    { value: '21', name: '21 % (BE, NL)', details: { rate: '21', country: 'BE, NL' } },
    { value: '6', name: '6 % (BE)', details: { rate: '6', country: 'BE' } },
    { value: '0', name: '0 %', details: { rate: '0', country: '' } },
    { value: 'TVA', name: 'TVA (21, 6 %)', details: { kind: 'name', rate: '21, 6', country: 'BE' } },
    { value: 'Btw', name: 'Btw (21 %)', details: { kind: 'name', rate: '21', country: 'NL' } },
  ]);
});

test('AT-047 a shop with more taxes than fit on a page gives all of them', async () => {
  const shop = await fake();
  const taxes = Array.from({ length: 230 }, (_, at) => ({
    id: at + 1,
    country: 'US',
    rate: `${at}.5000`,
    name: 'Tax',
  }));
  Object.assign(shop.shop, { taxes });
  expect(await read(shop, 'taxes')).toHaveLength(230 + 2);
});

test('AT-047 countries, carriers and categories come as rules go by them', async () => {
  const shop = await fake();
  expect(await read(shop, 'countries')).toContainEqual({ value: 'BE', name: 'Belgium' });
  expect(await read(shop, 'carriers')).toEqual([
    { value: 'bpost', name: 'bpost', details: { method: 'flat_rate', zones: 'Belgique, France' } },
    { value: 'Retrait en magasin', name: 'Retrait en magasin', details: { method: 'local_pickup', zones: 'Belgique' } },
    { value: 'Colissimo', name: 'Colissimo', details: { method: 'flat_rate', zones: 'France' } },
  ]);
  expect(await read(shop, 'product-categories')).toEqual([
    { value: 'Thés', name: 'Thés', details: { id: '15' } },
    { value: 'Thés verts', name: 'Thés › Thés verts', details: { id: '16' } },
    { value: 'Accessoires', name: 'Accessoires', details: { id: '17' } },
  ]);
});

test('AT-047 payment methods are all of the shop’s, switched off or not', async () => {
  const methods = await read(await fake(), 'payment-methods');
  expect(methods).toContainEqual({ value: 'bacs', name: 'Direct bank transfer', details: { enabled: 'no' } });
  expect(methods.map(({ value }) => value)).toEqual(expect.arrayContaining(['cheque', 'cod']));
});

test('a shop that answers something else than a list, or refuses the keys, is told apart', async () => {
  const shop = await fake();
  Object.assign(shop.shop.lists, { countries: { code: 'oops' } });
  await expect(read(shop, 'countries')).rejects.toThrow(RemoteRefusedError);
  shop.misbehave({ kind: 'refuse-credentials' }, { times: 10 });
  await expect(read(shop, 'statuses')).rejects.toThrow(AuthError);
});
