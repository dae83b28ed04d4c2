import { afterEach, describe, expect, test } from 'vitest';
import type { HttpClient, HttpRequest } from '#nodes/kit/http.ts';
import { RemoteDownError } from '#schemas/errors.ts';
import { openShop } from './client.ts';
import { messages as all } from './messages.ts';
import { type FakeOptions, type FakeShop, startFakeShop } from './testing/fake.ts';
import { recordedCase, shopOf } from './testing/shop-data.ts';
import { contextFor } from './testing/shop-test.ts';

const started: FakeShop[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((shop) => shop.close()));
});

/** Stands where TLS would end: calls to https://shop.example reach the fake, and are noted. */
async function overHttps(options: Partial<FakeOptions>) {
  const fake = await startFakeShop({ shop: shopOf([recordedCase('prices-incl__nl-oss')]), ...options });
  started.push(fake);
  const base = contextFor({ fields: { url: 'https://shop.example', auth: 'auto' }, secrets: fake.secrets });
  const sent: HttpRequest[] = [];
  const http: HttpClient = {
    send: (request) => {
      sent.push(request);
      return base.http.send({
        ...request,
        url: request.url.replace('https://shop.example', String(fake.fields['url'])),
      });
    },
  };
  return { shop: await openShop({ ...base, http }), sent, fake };
}

describe('over https', () => {
  test('the keys go in the header and nowhere else', async () => {
    const { shop, sent } = await overHttps({});
    await shop.get('/orders');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers?.['authorization']).toMatch(/^Basic /);
    expect(JSON.stringify([sent[0]?.url, sent[0]?.query])).not.toMatch(/ck_|cs_/);
  });

  test('the keys go as parameters where the host drops the header, and stay that way', async () => {
    const { shop, sent } = await overHttps({ dropsHeader: true });
    await shop.get('/orders');
    await shop.get('/orders', { page: '2' });
    expect(sent.map((request) => 'consumer_key' in (request.query ?? {}))).toEqual([false, true, true]);
  });

  test('keys that are refused both ways are tried twice, not for ever', async () => {
    const { shop, sent, fake } = await overHttps({});
    fake.misbehave({ kind: 'refuse-credentials' }, { times: 9 });
    await expect(shop.get('/orders')).rejects.toThrow(/refuses the keys \(answer 401\)/);
    expect(sent).toHaveLength(2);
  });
});

test('over http in the own network a shop that only takes parameters is read too', async () => {
  const base = contextFor({
    fields: { url: 'http://127.0.0.1' },
    secrets: { consumerKey: 'ck', consumerSecret: 'cs' },
  });
  const isOpen = ({ query }: HttpRequest) => query?.['consumer_key'] === 'ck' && query['consumer_secret'] === 'cs';
  const refusal = '{"code":"woocommerce_rest_cannot_view","message":"No.","data":{"status":401}}';
  const http: HttpClient = {
    send: async (request) => {
      const status = isOpen(request) ? 200 : 401;
      return { status, headers: {}, text: status === 200 ? '[]' : refusal };
    },
  };
  const shop = await openShop({ ...base, http });
  expect((await shop.get('/orders')).json).toEqual([]);
});

test('a certificate that is not valid is named as such', async () => {
  const context = contextFor({
    fields: { url: 'https://shop.example' },
    secrets: { consumerKey: 'ck', consumerSecret: 'cs' },
  });
  const cause = Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' });
  const detail = all.build.not_json({ host: 'h', path: '/', excerpt: '' });
  const http: HttpClient = { send: () => Promise.reject(new RemoteDownError(detail, { cause })) };
  const shop = await openShop({ ...context, http });
  await expect(shop.get('/orders')).rejects.toThrow(/certificate of shop\.example is not valid \(CERT_HAS_EXPIRED\)/);
});
