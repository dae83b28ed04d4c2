import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { RemoteDownError } from '#schemas/errors.ts';
import type { CallEnd, CallGate } from './call-gate.ts';
import { createHttpClient } from './http-client.ts';
import { httpMessages } from './http-messages.ts';
import { createNetworkGuard } from './network.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Answer = (response: ServerResponse) => void;
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('{}');
const hang: Answer = () => undefined;

/** A system that answers with these in turn, and a client that goes through the gate to it. */
async function through(gate: CallGate, ...answers: Answer[]) {
  let calls = 0;
  const server = createServer((_request, response) => {
    answers[Math.min(calls, answers.length - 1)]?.(response);
    calls += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const say = () => undefined;
  const client = createHttpClient({
    network: createNetworkGuard({ allowPrivate: true }),
    log: { debug: say, info: say, warning: say, error: say },
    signal: new AbortController().signal,
    secrets: ['k4n4rie'],
    sleep: async () => undefined,
    gate,
  });
  closing.push(client.close, async () => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/k4n4rie`;
  return { client, url, calls: () => calls };
}

/** Lets so many calls through and notes how they ended. */
function counting(allowed = Number.POSITIVE_INFINITY) {
  const ends: CallEnd[] = [];
  let entered = 0;
  const enter = async () => {
    entered += 1;
    if (entered > allowed) {
      throw new RemoteDownError(httpMessages.build.too_big({ host: 'gate', megabytes: '0' }), {
        retry: { afterMs: 30_000 },
        notSent: true,
      });
    }
    return { leave: async (end: CallEnd) => void ends.push(end) };
  };
  return { gate: { enter }, ends };
}

test('every attempt goes through the gate, and the gate learns how it ended', async () => {
  const { gate, ends } = counting();
  const { client, url } = await through(
    gate,
    status(503),
    status(429, { 'retry-after': '2' }),
    status(429),
    status(404),
  );
  expect((await client.send({ url })).status).toBe(404);
  expect(ends.map(({ kind }) => kind)).toEqual(['down', 'answered', 'answered', 'answered']);
  expect(ends.map((end) => ('pauseMs' in end ? end.pauseMs : null))).toEqual([null, 2000, 1000, null]);
  expect(JSON.stringify(ends)).not.toContain('k4n4rie');
});

test('a wait that is too long for a worker is not sat out: the error says when to come back', async () => {
  const { gate } = counting();
  const { client, url, calls } = await through(gate, status(429, { 'retry-after': '11' }));
  await expect(client.send({ url })).rejects.toMatchObject({ retry: { afterMs: 11_000 }, notSent: true });
  expect(calls()).toBe(1);
});

test('a call that the gate refuses is not made, and counts as not sent', async () => {
  const { gate, ends } = counting(0);
  const { client, url, calls } = await through(gate, status(200));
  await expect(client.send({ url, method: 'POST', body: '{}' })).rejects.toMatchObject({ notSent: true });
  expect([calls(), ends.length]).toEqual([0, 0]);
});

test('a repeated call of which one attempt may have arrived never counts as not sent, whatever stops the next one', async () => {
  const { gate } = counting(1);
  const { client, url, calls } = await through(gate, hang);
  const call = client.send({ url, method: 'POST', body: '{}', retries: 2, timeoutMs: 100 });
  await expect(call).rejects.toMatchObject({
    name: 'RemoteDownError',
    notSent: false,
    retry: { afterMs: 30_000 },
    detail: { code: 'http.timed_out' },
  });
  expect(calls()).toBe(1);
});

test('an answer that the caller wants to judge by itself is an answer, not a failure', async () => {
  const { gate, ends } = counting();
  const { client, url } = await through(gate, status(500));
  expect((await client.send({ url, throwOnDown: false })).status).toBe(500);
  expect(ends).toEqual([{ kind: 'answered', pauseMs: null }]);
});
