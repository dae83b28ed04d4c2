import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { AuthError, SettingsError } from '#schemas/errors.ts';
import { LANGUAGES } from '#schemas/localised.ts';
import { placeholdersOf } from '#schemas/messages.ts';
import { parseShopAddress } from './address.ts';
import { messages } from './messages.ts';
import { signatureOf } from './oauth.ts';
import { parseNoisyJson } from './parse-json.ts';
import { testShop } from './test-shop.ts';
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

describe('the test of a connection', () => {
  test('reports orders, version, currency and how prices are entered', async () => {
    const { findings } = await testShop(contextFor(await fake()));
    expect(findings.map((finding) => finding.code)).toEqual([
      'woocommerce.found_shop',
      'woocommerce.found_version',
      'woocommerce.found_currency',
      'woocommerce.found_prices_include_tax',
    ]);
    expect(findings[0]?.params['orders']).toBe('43');
    expect(findings[1]?.params).toEqual({ version: '11.0.1' });
  });

  test('passes with a key that may not see the settings', async () => {
    const shop = await fake();
    shop.misbehave({ kind: 'error', status: 403 }, { after: 1, times: 2 });
    const { findings } = await testShop(contextFor(shop));
    expect(findings.map((finding) => finding.code)).toContain('woocommerce.found_settings_hidden');
  });

  test('fails with the remedy where the keys are refused', async () => {
    const shop = await fake();
    const secrets = { consumerKey: 'ck_other', consumerSecret: 'cs_other' };
    await expect(testShop(contextFor({ fields: shop.fields, secrets }))).rejects.toThrow(AuthError);
  });

  test('fails with the remedy where a key is missing', async () => {
    const shop = await fake();
    const secrets = { consumerKey: 'ck_other', consumerSecret: ' ' };
    await expect(testShop(contextFor({ fields: shop.fields, secrets }))).rejects.toThrow(/no consumer key/);
  });
});

describe('the address of a shop', () => {
  test.each([
    ['https://shop.example', 'https://shop.example', 'shop.example'],
    ['Shop.Example/', 'https://shop.example', 'shop.example'],
    ['https://shop.example/boutique/', 'https://shop.example/boutique', 'shop.example/boutique'],
    ['https://shop.example/wp-json/wc/v3/orders?x=1', 'https://shop.example', 'shop.example'],
    ['https://shop.example/b/wp-admin/admin.php?page=wc', 'https://shop.example/b', 'shop.example/b'],
    [' http://127.0.0.1:8080 ', 'http://127.0.0.1:8080', '127.0.0.1:8080'],
  ])('%s is read as %s', (text, base, shop) => {
    expect(parseShopAddress(text)).toMatchObject({ base, shop });
  });

  test.each(['', 'ftp://shop.example', 'https://', 'not an address'])('"%s" is refused', (text) => {
    expect(() => parseShopAddress(text)).toThrow(SettingsError);
  });

  test('with a password in it is refused without repeating it', () => {
    expect(() => parseShopAddress('https://me:hunter2@shop.example')).toThrow(SettingsError);
    expect(() => parseShopAddress('https://me:hunter2@shop.example')).not.toThrow(/hunter2/);
  });
});

test('a signature covers method, address and sorted parameters, encoded as RFC 5849 says', () => {
  const query = { b: 'é !*', a: '1', oauth_nonce: 'n' };
  const call = { method: 'get', url: 'https://shop.example:8443/wp-json/wc/v3/orders', query };
  const base =
    'GET&https%3A%2F%2Fshop.example%3A8443%2Fwp-json%2Fwc%2Fv3%2Forders&a%3D1%26b%3D%25C3%25A9%2520%2521%252A%26oauth_nonce%3Dn';
  const expected = createHmac('sha256', 'cs_s&').update(base).digest('base64');
  expect(signatureOf(call, 'cs_s', 'sha256')).toBe(expected);
});

describe('an answer', () => {
  test.each([
    ['\uFEFF[{"id":1}]', [{ id: 1 }]],
    ['<b>Notice</b>: x[0] in /a.php {y}\n[{"id":1}]', [{ id: 1 }]],
    ['Warning: foo\n{"id":2}', { id: 2 }],
    ['<br />\n[]', []],
    // What a database cannot store would end the run for every order.
    ['[{"name":"A\\u0000B \\ud83d"}]', [{ name: 'AB \uFFFD' }]],
  ])('%j is read without its noise', (text, json) => {
    expect(parseNoisyJson(text)).toEqual({ json });
  });

  // The inner list would read as "no orders".
  test.each(['[{"id":1,"meta_data":[]', '<br />[{"id":1,"meta_data":[]', '<html>[x]</html>', ''])(
    '%j that is cut off or no data is not taken for data',
    (text) => expect(parseNoisyJson(text)).toBeNull(),
  );
});

test('every message speaks of the same things in every language', () => {
  for (const [code, { text, remedy }] of Object.entries(messages.catalogue)) {
    for (const localised of [text, ...(remedy ? [remedy] : [])]) {
      const found = placeholdersOf(localised);
      expect(LANGUAGES.map((language) => `${code} ${found[language]}`)).toEqual(
        LANGUAGES.map(() => `${code} ${found.en}`),
      );
    }
  }
});
