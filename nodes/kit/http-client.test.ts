import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RemoteDownError, RemoteRefusedError, SettingsError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import type { LogOptions, StepLog } from './context.ts';
import { createHttpClient, type HttpClientOptions, type OwnedHttpClient } from './http-client.ts';
import { createNetworkGuard } from './network.ts';

const CANARY = 'k4n4rie/+secret';
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Site {
  readonly url: string;
  readonly seen: { method: string; path: string; headers: IncomingMessage['headers'] }[];
  readonly close: () => Promise<void>;
}

async function startSite(handle: Handler): Promise<Site> {
  const seen: Site['seen'] = [];
  const server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}`, seen, close };
}

const sites: Site[] = [];
const clients: OwnedHttpClient[] = [];
let lines: { message: Message; options: LogOptions | undefined }[] = [];
let waits: number[] = [];

async function site(handle: Handler): Promise<Site> {
  const started = await startSite(handle);
  sites.push(started);
  return started;
}

/** Answers with these, one after the other, and with the last one from then on. */
function inTurn(...handlers: Handler[]): Handler {
  let turn = 0;
  return (request, response) => {
    handlers[Math.min(turn, handlers.length - 1)]?.(request, response);
    turn += 1;
  };
}
const answer =
  (status: number, body = '', headers: Record<string, string> = {}): Handler =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };
const hang: Handler = () => undefined;
const cutOff: Handler = (request) => request.socket.destroy();

function client(options: Partial<HttpClientOptions> = {}): OwnedHttpClient {
  const write = (message: Message, given?: LogOptions) => lines.push({ message, options: given });
  const log: StepLog = { debug: write, info: write, warning: write, error: write };
  const made = createHttpClient({
    network: createNetworkGuard({ allowPrivate: true }),
    log,
    signal: new AbortController().signal,
    secrets: [CANARY],
    sleep: async (ms) => {
      waits.push(ms);
    },
    random: () => 1,
    ...options,
  });
  clients.push(made);
  return made;
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

beforeEach(() => {
  lines = [];
  waits = [];
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((made) => made.close()));
  await Promise.all(sites.splice(0).map((started) => started.close()));
});

describe('a call', () => {
  test('carries method, query, headers and body, and returns status, headers and text', async () => {
    const shop = await site((request, response) => {
      request.pipe(response.writeHead(201, { 'X-Total': '7', 'Set-Cookie': ['a=1', 'b=2'] }));
    });
    const request = {
      method: 'POST' as const,
      url: `${shop.url}/orders?a=1`,
      query: { 'filter[id]': '1 2' },
      headers: { 'X-Key': 'k' },
      body: 'café',
    };
    const response = await client({ userAgent: 'Test/1' }).send(request);
    expect(response).toMatchObject({
      status: 201,
      text: 'café',
      headers: { 'x-total': '7', 'set-cookie': 'a=1, b=2' },
    });
    expect(shop.seen[0]).toMatchObject({ method: 'POST', path: '/orders?a=1&filter%5Bid%5D=1+2' });
    expect(shop.seen[0]?.headers).toMatchObject({ 'x-key': 'k', 'user-agent': 'Test/1' });
  });

  test('undoes compression and reads the charset that the answer names', async () => {
    const latin = Buffer.from([0xe9, 0x74, 0xe9]);
    const headers = { 'content-encoding': 'gzip', 'content-type': 'text/plain; charset=ISO-8859-1' };
    const shop = await site((_request, response) => response.writeHead(200, headers).end(gzipSync(latin)));
    expect((await client().send({ url: shop.url })).text).toBe('été');
  });

  test('returns a 404 or 401 as it is: its meaning belongs to the connector', async () => {
    const shop = await site(inTurn(answer(404, 'none'), answer(401)));
    const http = client();
    expect(await http.send({ url: shop.url })).toMatchObject({ status: 404, text: 'none' });
    expect((await http.send({ url: shop.url })).status).toBe(401);
    expect(shop.seen).toHaveLength(2);
  });

  test.each(['ftp://host/x', 'file:///etc/passwd', 'shop', `https://user:${CANARY}@host/`])(
    'to %s is refused before anything is sent',
    async (url) => {
      const error = await failureOf(client().send({ url }));
      expect(error).toBeInstanceOf(SettingsError);
      expect(String(error)).not.toContain(CANARY);
    },
  );

  test('of more than 50 MB is given up, compressed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(51 * 1024 * 1024));
    const headers = { 'content-encoding': 'gzip' };
    const shop = await site((_request, response) => response.writeHead(200, headers).end(bomb));
    expect(await failureOf(client().send({ url: shop.url }))).toBeInstanceOf(RemoteRefusedError);
    const plain = await site((_request, response) => response.end(Buffer.alloc(51 * 1024 * 1024)));
    expect(await failureOf(client().send({ url: plain.url }))).toBeInstanceOf(RemoteRefusedError);
  });
});

describe('the guard', () => {
  test('stops a literal private address and a name that resolves to one', async () => {
    const shop = await site(answer(200));
    const { port } = new URL(shop.url);
    const network = createNetworkGuard({ allowPrivate: false, lookUp: async () => [{ address: '127.0.0.1' }] });
    for (const host of ['127.0.0.1', '0x7f.1', '[::ffff:127.0.0.1]', 'rebound.example']) {
      const error = await failureOf(client({ network }).send({ url: `http://${host}:${port}/` }));
      expect(error).toMatchObject({ name: 'SettingsError', detail: { code: 'network.private_address' } });
    }
    expect(shop.seen).toHaveLength(0);
    expect(waits).toEqual([]);
  });

  test('is asked again for every new connection, so that a name cannot change its address behind it', async () => {
    const shop = await site((_request, response) => response.writeHead(200, { connection: 'close' }).end());
    let address = '127.0.0.1';
    const guard = createNetworkGuard({ allowPrivate: true, lookUp: async () => [{ address }] });
    const http = client({ network: guard });
    const url = `http://shop.example:${new URL(shop.url).port}/`;
    expect((await http.send({ url })).status).toBe(200);
    address = '169.254.169.254';
    expect(await failureOf(http.send({ url }))).toBeInstanceOf(SettingsError);
  });

  test('looks at the target of a redirect as well', async () => {
    const shop = await site(answer(302, '', { location: 'http://169.254.169.254/latest/meta-data' }));
    expect(await failureOf(client().send({ url: shop.url }))).toBeInstanceOf(SettingsError);
  });

  test('lets a name that does not resolve be retried', async () => {
    const network = createNetworkGuard({ allowPrivate: true, lookUp: async () => [] });
    const error = await failureOf(client({ network }).send({ method: 'POST', url: 'http://nowhere.example/' }));
    expect(error).toMatchObject({ name: 'RemoteDownError', detail: { code: 'network.unknown_host' } });
    expect(waits).toHaveLength(3);
  });
});

describe('redirects', () => {
  const secretHeaders = { Authorization: 'Basic x', 'X-Shopify-Access-Token': CANARY, Accept: 'text/csv' };

  test('within the origin keep the credentials', async () => {
    const shop = await site(inTurn(answer(301, '', { location: '/new' }), answer(200, 'here')));
    expect((await client().send({ url: shop.url, headers: secretHeaders })).text).toBe('here');
    expect(shop.seen[1]).toMatchObject({ path: '/new', headers: { authorization: 'Basic x' } });
  });

  test('to another origin take along neither headers nor secret parameters', async () => {
    const other = await site(answer(200, 'file'));
    const query = `?page=2&consumer_secret=abc&k=${encodeURIComponent(CANARY)}`;
    const shop = await site(answer(307, '', { location: `${other.url}/f${query}` }));
    expect((await client().send({ url: shop.url, headers: secretHeaders })).text).toBe('file');
    expect(other.seen[0]?.path).toBe('/f?page=2');
    expect(other.seen[0]?.headers).toMatchObject({ accept: 'text/csv' });
    expect(JSON.stringify(other.seen[0]?.headers)).not.toContain(CANARY);
    expect(other.seen[0]?.headers.authorization).toBeUndefined();
  });

  test('to another origin that wants the credentials name the address to enter', async () => {
    const other = await site(answer(401));
    const shop = await site(answer(301, '', { location: `${other.url}/shop` }));
    const error = await failureOf(client().send({ url: shop.url, headers: secretHeaders }));
    expect(error).toMatchObject({ name: 'SettingsError', detail: { params: { target: `${other.url}/shop` } } });
  });

  test('are followed three times and no more', async () => {
    const step = answer(302, '', { location: '/again' });
    const patient = await site(inTurn(step, step, step, answer(200, 'end')));
    expect((await client().send({ url: patient.url })).text).toBe('end');
    const endless = await site(step);
    expect(await failureOf(client().send({ url: endless.url }))).toBeInstanceOf(SettingsError);
    expect(endless.seen).toHaveLength(4);
  });

  test('of a POST are not followed: the body would be lost or sent elsewhere', async () => {
    const shop = await site(answer(301, '', { location: '/other' }));
    expect(await failureOf(client().send({ method: 'POST', url: shop.url, body: '1' }))).toBeInstanceOf(SettingsError);
    expect(shop.seen).toHaveLength(1);
  });
});

describe('what is worth another try', () => {
  test.each([429, 500, 502, 503, 504])('a GET answered %i is repeated after growing waits', async (status) => {
    const shop = await site(inTurn(answer(status), answer(status), answer(200, 'ok')));
    expect((await client().send({ url: shop.url })).text).toBe('ok');
    expect(waits).toEqual([500, 1000]);
  });

  test('a broken connection and an answer cut short are repeated', async () => {
    const short: Handler = (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => request.socket.destroy(), 20);
    };
    const shop = await site(inTurn(cutOff, short, answer(200, 'whole')));
    expect((await client().send({ url: shop.url })).text).toBe('whole');
  });

  test('after the last try the error names the host and the status', async () => {
    const shop = await site(answer(503));
    const error = await failureOf(client().send({ url: `${shop.url}/x?k=1`, retries: 1 }));
    expect(error).toBeInstanceOf(RemoteDownError);
    const { host } = new URL(shop.url);
    expect(error).toMatchObject({ retry: 'later', detail: { code: 'http.down', params: { host, status: '503' } } });
    expect(shop.seen).toHaveLength(2);
  });

  test.each([
    ['a broken connection', cutOff],
    ['500', answer(500)],
    ['502', answer(502)],
    ['504', answer(504)],
  ])('a POST that met %s is not repeated: it may have been carried out', async (_name, handler) => {
    const shop = await site(handler);
    expect(await failureOf(client().send({ method: 'POST', url: shop.url }))).toBeInstanceOf(RemoteDownError);
    expect(shop.seen).toHaveLength(1);
  });

  test('a POST is repeated when throttled, and on all failures when the caller says that it may', async () => {
    const throttled = await site(inTurn(answer(429), answer(200, 'ok')));
    expect((await client().send({ method: 'POST', url: throttled.url })).text).toBe('ok');
    const reading = await site(inTurn(cutOff, answer(500), answer(200, 'ok')));
    expect((await client().send({ method: 'POST', url: reading.url, retries: 3 })).text).toBe('ok');
  });

  test('nothing is repeated with retries 0, and nothing is thrown for a status with throwOnDown false', async () => {
    const shop = await site(answer(429));
    expect(await failureOf(client().send({ url: shop.url, retries: 0 }))).toBeInstanceOf(RemoteDownError);
    expect((await client().send({ url: shop.url, throwOnDown: false })).status).toBe(429);
    expect(shop.seen).toHaveLength(2);
  });

  test('a port where nobody listens says so', async () => {
    const shop = await startSite(answer(200));
    await shop.close();
    const error = await failureOf(client().send({ method: 'POST', url: shop.url }));
    expect(error).toMatchObject({ detail: { code: 'http.unreachable', params: { reason: 'ECONNREFUSED' } } });
    expect(waits).toHaveLength(3);
  });
});

describe('Retry-After', () => {
  const now = () => new Date('2026-03-01T12:00:00Z');
  test.each([
    ['7', 7000],
    ['2.0', 2000],
    ['120', 120_000],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ])('of "%s" is waited for', async (header, ms) => {
    const shop = await site(inTurn(answer(429, '', { 'retry-after': header }), answer(200, 'ok')));
    expect((await client({ now }).send({ url: shop.url })).text).toBe('ok');
    expect(waits).toEqual([ms]);
  });

  test('of more than two minutes is left to the engine', async () => {
    const shop = await site(answer(429, '', { 'retry-after': '121' }));
    const error = await failureOf(client({ now }).send({ url: shop.url }));
    expect(error).toMatchObject({ name: 'RemoteDownError', retry: { afterMs: 121_000 } });
    expect(shop.seen).toHaveLength(1);
    expect(waits).toEqual([]);
  });
});

describe('time', () => {
  test('an answer that does not come, or does not end, is given up', async () => {
    const dripping: Handler = (_request, response) => {
      response.writeHead(200).write('begin');
    };
    const shop = await site(inTurn(hang, dripping));
    const http = client();
    for (const _ of ['hang', 'drip']) {
      const error = await failureOf(http.send({ url: shop.url, timeoutMs: 80, retries: 0 }));
      expect(error).toMatchObject({ name: 'RemoteDownError', detail: { code: 'http.timed_out' } });
    }
  });

  test('an abort ends a call under way with its own reason', async () => {
    const controller = new AbortController();
    const stop = new Error('the run was cancelled');
    const shop = await site(() => controller.abort(stop));
    expect(await failureOf(client({ signal: controller.signal }).send({ url: shop.url }))).toBe(stop);
    expect(await failureOf(client({ signal: controller.signal }).send({ url: shop.url }))).toBe(stop);
    expect(shop.seen).toHaveLength(1);
  });

  test('an abort ends a wait between two tries', async () => {
    const controller = new AbortController();
    const stop = new Error('the run was cancelled');
    const shop = await site((_request, response) => {
      response.writeHead(429, { 'retry-after': '100' }).end();
      setTimeout(() => controller.abort(stop), 50);
    });
    const write = () => undefined;
    const http = createHttpClient({
      network: createNetworkGuard({ allowPrivate: true }),
      log: { debug: write, info: write, warning: write, error: write },
      signal: controller.signal,
      secrets: [],
    });
    clients.push(http);
    expect(await failureOf(http.send({ url: shop.url }))).toBe(stop);
  });
});

describe('the log', () => {
  test('has one line per call with method, address without query, status and time', async () => {
    const shop = await site(inTurn(answer(503, 'busy'), answer(200, '{"a":1}')));
    await client().send({ url: `${shop.url}/orders?page=1` });
    const { host } = new URL(shop.url);
    expect(lines.map((line) => line.message.params)).toMatchObject([{ status: '503' }, { status: '200' }]);
    expect(lines[1]?.message).toMatchObject({
      code: 'http.answered',
      params: { method: 'GET', address: `${host}/orders` },
    });
    expect(lines[1]?.options?.excerpt).toBe('← {"a":1}');
  });

  test('holds at most 2 kB of what was sent and answered, and no secret in any form', async () => {
    const forms = [CANARY, encodeURIComponent(CANARY), Buffer.from(`ck:${CANARY}`).toString('base64')];
    const long = 'x'.repeat(100_000);
    const shop = await site((request, response) => {
      request.resume();
      response.end(`${'y'.repeat(980)}${forms.join(' ')} "password":"zz" ${request.url} ${long}`);
    });
    const url = `${shop.url}/hook/${encodeURIComponent(CANARY)}`;
    await client().send({ method: 'POST', url, query: { k: CANARY }, body: JSON.stringify({ k: CANARY, long }) });
    const text = JSON.stringify(lines);
    expect(lines[0]?.options?.excerpt?.length).toBeLessThanOrEqual(2048);
    expect(lines[0]?.options?.excerpt).toContain('→ {"k":"[hidden]"');
    for (const form of [...forms, 'k4n4rie']) expect(text).not.toContain(form);
  });

  test('and the error of a failed call hold no secret', async () => {
    const shop = await site(cutOff);
    const url = `${shop.url}/${encodeURIComponent(CANARY)}`;
    const error = await failureOf(client().send({ url, query: { k: CANARY }, headers: { 'X-Key': CANARY } }));
    expect(JSON.stringify([lines, error, String(error)])).not.toContain('k4n4rie');
    const broken = await failureOf(client().send({ url, headers: { 'X-Key': `${CANARY}\n1` } }));
    expect(broken).toMatchObject({ name: 'SettingsError', detail: { code: 'http.bad_request' } });
    expect(String(broken)).not.toContain('k4n4rie');
  });
});
