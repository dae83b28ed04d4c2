import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { FakeServer, Fault } from '#nodes/kit/testing.ts';

const API_KEY = 'acme-key-for-tests';

/** Orders as the real shop sends them. Replace these by recorded answers, and say in a README where they come from. */
const orders = [1, 2, 3, 4, 5].map((id) => ({
  id: String(id),
  number: `A-${id}`,
  paid_at: `2026-10-0${id}T10:00:00Z`,
  currency: 'EUR',
  customer: 'Marie Dupont',
  net: '100.00',
  vat: '20.00',
  vat_rate: '20',
  country: 'FR',
}));

function answer(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

/** Answers as the fault says; without one, with the page. */
function answerWith(response: ServerResponse, fault: Fault | undefined, text: string): void {
  switch (fault?.kind) {
    case 'throttle':
      answer(response, 429, '{}', { 'retry-after': String(fault.retryAfterSeconds) });
      break;
    case 'error':
      answer(response, fault.status, '{}');
      break;
    case 'refuse-credentials':
      answer(response, 401, '{}');
      break;
    case 'noise-before-json':
      answer(response, 200, `<b>Notice</b>\n${text}`);
      break;
    case 'cut-answer':
      response.writeHead(200, { 'content-length': text.length });
      response.write(text.slice(0, text.length / 2), () => response.destroy());
      break;
    case 'close':
      response.destroy();
      break;
    case 'hang':
      break;
    default:
      answer(response, 200, text);
  }
}

/** A faithful stand-in for the shop on loopback: it pages, checks the key, and fails when told to. */
export async function startFake(): Promise<FakeServer> {
  const faults: (Fault | undefined)[] = [];
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    const url = new URL(request.url ?? '/', 'http://shop');
    const [page, size] = ['page', 'per_page'].map((name) => Number(url.searchParams.get(name))) as [number, number];
    const text = JSON.stringify({ orders: orders.slice((page - 1) * size, page * size), total: orders.length });
    const knows = request.headers.authorization === `Bearer ${API_KEY}`;
    answerWith(response, knows ? faults.shift() : { kind: 'refuse-credentials' }, text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  return {
    fields: { url: `http://127.0.0.1:${port}` },
    secrets: { apiKey: API_KEY },
    misbehave: (fault, { times = 1, after = 0 } = {}) => {
      faults.push(...Array.from({ length: after }, () => undefined), ...Array.from({ length: times }, () => fault));
    },
    calls: () => calls,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
