import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parseAddressList } from '#server/address-list.ts';
import { loadConfig } from '#server/config.ts';
import { serveHooks } from '#server/http/routes/hooks.ts';
import { startTestApp, type TestApp } from '#server/http/testing/test-app.ts';

let server: Server | null = null;
afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = null;
});

/** What a webhook is answered with these lists, and who a proxy says that it comes from. */
async function call(senders: string, proxies = '', forwardedFor: string | null = null): Promise<number> {
  const gate = { hookSenders: parseAddressList(senders), proxies: parseAddressList(proxies) };
  const front = serveHooks({ receive: async () => ({ status: 202 }) }, gate);
  server = createServer((request, response) => {
    front(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const headers = forwardedFor === null ? {} : { 'x-forwarded-for': forwardedFor };
  const { status } = await fetch(`http://127.0.0.1:${port}/hooks/1`, { method: 'POST', headers, body: '{}' });
  await new Promise<void>((resolve) => server?.close(() => resolve()));
  server = null;
  return status;
}

describe('AT-071 a webhook', () => {
  test('is let in whoever sends it while the list is empty', async () => {
    expect(await call('')).toBe(202);
  });

  test('is let in from an address or a network of the list, and from nowhere else', async () => {
    expect(await call('127.0.0.1')).toBe(202);
    expect(await call('203.0.113.7, 127.0.0.0/8')).toBe(202);
    expect(await call('203.0.113.7, 198.51.100.0/24, 2001:db8::/32')).toBe(403);
  });

  test('behind a proxy of ours comes from whom the proxy says, and nobody else is believed', async () => {
    expect(await call('203.0.113.7', '127.0.0.1', '203.0.113.7')).toBe(202);
    expect(await call('203.0.113.7', '127.0.0.1', '198.51.100.9')).toBe(403);
    // Who knocks may claim anything before the proxy adds what it sees.
    expect(await call('203.0.113.7', '127.0.0.1', '203.0.113.7, 198.51.100.9')).toBe(403);
    expect(await call('203.0.113.7', '', '203.0.113.7')).toBe(403);
  });

  test('is not let in by a list with a slip in it: the setting is refused at the start', async () => {
    const setting = { PASSERELLE_HOOK_SENDERS: '203.0.113.7; 203.0.113.8' };
    await expect(loadConfig(setting)).rejects.toThrow(/PASSERELLE_HOOK_SENDERS.*separated by commas/s);
  });
});

describe('AT-071 the addresses that we call from', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ outgoingAddresses: ['203.0.113.7', '203.0.113.8'] });
  });
  afterAll(() => app.close());

  test('are shown where connections are, to enter them into lists elsewhere', async () => {
    const { call: person } = await app.person();
    const { body } = await person('GET', '/api/connections');
    expect(body).toEqual({ items: [], outgoingAddresses: ['203.0.113.7', '203.0.113.8'] });
  });
});
