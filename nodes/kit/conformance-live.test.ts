import { createServer, type ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { AuthError, RemoteRefusedError } from '#schemas/errors.ts';
import { defineMessages } from '#schemas/messages.ts';
import { findDeliveryProblems, findSourceProblems } from './conformance-live.ts';
import type { DeliverNodeType, Json, SourceItem, SourceNodeType } from './node-type.ts';
import type { FakeServer, Fault } from './testing.ts';

const SECRET = 'k4n4rie-secret';
const messages = defineMessages('acme', {
  refused: { text: { en: 'Refused', fr: 'Refusé', nl: 'Geweigerd' } },
  broken: { text: { en: 'Broken: {why}', fr: 'Cassé : {why}', nl: 'Kapot: {why}' } },
});

function answerWith(response: ServerResponse, fault: Fault, body: string): void {
  switch (fault.kind) {
    case 'throttle':
      response.writeHead(429, { 'retry-after': String(fault.retryAfterSeconds) }).end();
      return;
    case 'error':
      response.writeHead(fault.status).end();
      return;
    case 'hang':
      return;
    case 'refuse-credentials':
      response.writeHead(401).end(`bad key ${SECRET}`);
      return;
    case 'cut-answer':
      response.writeHead(200, { 'content-length': '1000' }).write(body.slice(0, 5));
      setTimeout(() => response.destroy(), 10);
      return;
    case 'noise-before-json':
      response.end(`<b>Notice</b>${body}`);
      return;
    case 'close':
      response.destroy();
  }
}

/** Three pages of two numbers each; what is posted to it is kept by name. */
async function startFake(): Promise<FakeServer & { readonly posted: string[] }> {
  const posted: string[] = [];
  let fault: Fault | null = null;
  let after = 0;
  let times = 0;
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    const url = new URL(request.url ?? '', 'http://fake');
    const page = url.searchParams.get('page') ?? '0';
    const first = Number.parseInt(page, 10) * 2;
    const body = JSON.stringify([first, first + 1]);
    const strikes = fault !== null && after <= 0 && times > 0;
    if (request.method === 'POST' && !(strikes && fault?.kind !== 'close')) posted.push(url.pathname.slice(1));
    after -= 1;
    if (!strikes || fault === null) return void response.end(body);
    times -= 1;
    answerWith(response, fault, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    fields: { url: `http://127.0.0.1:${port}` },
    secrets: { key: SECRET },
    posted,
    calls: () => calls,
    misbehave: (next, options) => {
      fault = next;
      after = options?.after ?? 0;
      times = options?.times ?? 1;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const itemOf = (key: string): SourceItem => ({ key, kind: 'payment', label: key, body: null });

const read: SourceNodeType['read'] = async ({ http, connection }, cursor) => {
  const page = cursor === null ? 0 : Number(cursor);
  const url = String(connection.fields['url']);
  const response = await http.send({ url, query: { page: String(page) }, headers: { 'X-Key': SECRET } });
  if (response.status === 401) throw new AuthError(messages.build.refused());
  try {
    const items = (JSON.parse(response.text) as number[]).map((number) => itemOf(String(number)));
    return { items, next: page < 2 ? page + 1 : null };
  } catch {
    throw new RemoteRefusedError(messages.build.broken({ why: 'no JSON' }));
  }
};

const texts = {
  title: { en: '', fr: '', nl: '' },
  description: { en: '', fr: '', nl: '' },
  fields: { en: {}, fr: {}, nl: {} },
};
const base = {
  id: 'acme',
  version: 1,
  icon: 'x',
  texts,
  inputs: [],
  outputs: [],
  config: {},
  connection: 'acme',
  messages: {},
};

async function problemsOf(reading: SourceNodeType['read']): Promise<string> {
  return (await findSourceProblems({ ...base, kind: 'source', read: reading }, {}, startFake)).join('\n');
}

test('a source that does all well has no problem', async () => {
  expect(await problemsOf(read)).toBe('');
});

test.each<[string, SourceNodeType['read'], string]>([
  [
    'reads one page only',
    async (context, cursor) => ({ ...(await read(context, cursor)), next: null }),
    'one page only',
  ],
  [
    'reads a document twice',
    async (context, cursor) => ({ ...(await read(context, cursor)), items: [itemOf('same')] }),
    '"payment same" was read twice',
  ],
  [
    'gives other keys each time',
    async (context, cursor) => ({ ...(await read(context, cursor)), items: [itemOf(crypto.randomUUID())] }),
    'other keys',
  ],
  [
    'ends quietly on a broken answer',
    async (context, cursor) =>
      read(context, cursor).catch((): { items: SourceItem[]; next: Json } => ({ items: [], next: null })),
    'noise-before-json: other keys were read',
  ],
  [
    'does not know a refusal',
    async (context, cursor) =>
      read(context, cursor).catch((error: unknown) => {
        throw error instanceof AuthError ? new RemoteRefusedError(messages.build.refused()) : error;
      }),
    'not an AuthError',
  ],
  [
    'puts the key into its error',
    async (context, cursor) =>
      read(context, cursor).catch((error: unknown) => {
        const why = Buffer.from(`user:${SECRET}`).toString('base64');
        throw error instanceof AuthError ? new AuthError(messages.build.broken({ why })) : error;
      }),
    'a secret shows in a log line or error',
  ],
  [
    'does not wait when throttled',
    async (context, cursor) => {
      const send: typeof context.http.send = async (request) => {
        const response = await context.http.send({ ...request, throwOnDown: false });
        return response.status >= 429 ? context.http.send(request) : response;
      };
      return read({ ...context, http: { send } }, cursor);
    },
    'Retry-After of a 429 was not waited for',
  ],
  [
    'waits for a hanging system in vain',
    async (context, cursor) =>
      read(context, cursor).catch((error: unknown) => {
        throw new Error('something', { cause: error });
      }),
    'not a RemoteDownError',
  ],
])('a source that %s is found out', async (_name, reading, sentence) => {
  expect(await problemsOf(reading)).toContain(sentence);
});

function deliveryOf(looksUp: boolean): DeliverNodeType {
  const held = new Map<string, boolean>();
  const lookup: DeliverNodeType['lookup'] = async (_context, item) =>
    held.has(item.envelope.key) ? { reference: item.envelope.key } : null;
  return {
    ...base,
    kind: 'deliver',
    idempotency: looksUp ? 'lookup' : 'none',
    deliver: async ({ http, connection }, item) => {
      held.set(item.envelope.key, true);
      await http.send({ method: 'POST', url: `${String(connection?.fields['url'])}/${item.envelope.key}` });
      return { reference: item.envelope.key };
    },
    ...(looksUp ? { lookup } : {}),
  };
}

async function deliveryProblemsOf(looksUp: boolean): Promise<string> {
  let current: Awaited<ReturnType<typeof startFake>> | null = null;
  const start = async () => {
    current = await startFake();
    return current;
  };
  const count = async (_fake: FakeServer, name: string) =>
    current?.posted.filter((posted) => posted === name).length ?? 0;
  return (await findDeliveryProblems(deliveryOf(looksUp), {}, start, count)).join('\n');
}

test('a delivery that asks before it sends again has no problem, one that does not is found out', async () => {
  expect(await deliveryProblemsOf(true)).toBe('');
  expect(await deliveryProblemsOf(false)).toContain('the target holds "twice.csv" 2 times');
});
