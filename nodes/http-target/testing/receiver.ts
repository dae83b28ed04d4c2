import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FakeServer } from '#nodes/kit/testing.ts';
import { isSigned } from '../sign.ts';
import { CustomerBook } from './customer-book.ts';
import { type Booking, Ledger, type Manner, type Verdict } from './ledger.ts';
import { answer, goWrong, type Trouble } from './trouble.ts';

const SIGNING_SECRET = 'k4n4rie-signing-secret';
const TOKEN = 'k4n4rie-bearer-token';

export interface ReceiverOptions {
  readonly manner: Manner;
  /** Milliseconds before every answer, for a slow target. */
  readonly delayMs?: number;
  /**
   * What goes wrong with the nth call (from 1) that posts a document, when nothing was asked for by `misbehave`: a plan
   * for a whole run.
   */
  readonly plan?: (nth: number, key: string) => Trouble | null;
  /** The same for the nth question whether it has a document. */
  readonly planOfQuestions?: (nth: number, key: string) => Trouble | null;
  readonly port?: number;
  /** What it answers to GET address/lists/name; a list that is not here is not offered. */
  readonly lists?: Readonly<Record<string, readonly object[]>>;
}

/** A receiver of documents on loopback that checks signatures, keeps books and misbehaves when told to. */
export interface Receiver extends FakeServer {
  readonly url: string;
  /** Everything that it has booked, in order; the same document twice stands there twice. */
  readonly bookings: readonly Booking[];
  /** The customers that it keeps. */
  readonly customers: CustomerBook;
  readonly misbehave: (trouble: Trouble, options?: { readonly times?: number; readonly after?: number }) => void;
  /** Resolves when the late calls have taken effect. */
  readonly settled: () => Promise<void>;
}

interface Ordered {
  readonly trouble: Trouble;
  after: number;
  times: number;
}

function nextOrdered(orders: Ordered[]): Trouble | null {
  const [order] = orders;
  if (!order) return null;
  if (order.after > 0) {
    order.after -= 1;
    return null;
  }
  order.times -= 1;
  if (order.times <= 0) orders.shift();
  return order.trouble;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function isKnownCaller(request: IncomingMessage, body: string): boolean {
  return request.headers.authorization === `Bearer ${TOKEN}` && isSigned(request.headers, SIGNING_SECRET, body);
}

const STRANGER: Verdict = { status: 401, answer: { message: 'the signature is wrong' } };

function answerList(response: ServerResponse, values: readonly object[] | undefined): void {
  response.writeHead(values ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(values ? { values } : { message: 'no such list' }));
}

/** Starts a receiver on a free port of 127.0.0.1. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const ledger = new Ledger(options.manner);
  const customerBook = new CustomerBook();
  const orders: Ordered[] = [];
  const pending = new Set<Promise<void>>();
  let calls = 0;
  let posts = 0;
  let questions = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    calls += 1;
    const body = await readBody(request);
    if (options.delayMs) await new Promise((resolve) => setTimeout(resolve, options.delayMs));
    if (!isKnownCaller(request, body)) return answer(response, STRANGER);
    const list = /^\/documents\/lists\/([a-z-]+)$/.exec(request.url ?? '')?.[1];
    if (request.method === 'GET' && list !== undefined) return answerList(response, options.lists?.[list]);
    const customers = /^\/documents\/customers(?:\/([^?]+))?(?:\?(.*))?$/.exec(request.url ?? '');
    if (customers) return answerCustomers(request, response, body, customers);
    const isPost = request.method === 'POST';
    const nth = isPost ? ++posts : ++questions;
    const key = isPost
      ? String(request.headers['idempotency-key'])
      : decodeURIComponent((request.url ?? '').replace(/^\/documents\/?/, ''));
    const act = () => (isPost ? ledger.take(key, body) : ledger.find(key));
    const plan = isPost ? options.plan : options.planOfQuestions;
    const trouble = nextOrdered(orders) ?? plan?.(nth, key) ?? null;
    if (trouble === null) return answer(response, act());
    await goWrong(response, trouble, act);
  }

  /** Troubles that were ordered come to whoever calls next, for a document or for a customer. */
  async function answerCustomers(
    request: IncomingMessage,
    response: ServerResponse,
    body: string,
    [, reference = '', query = '']: RegExpExecArray,
  ): Promise<void> {
    const act = (): Verdict => {
      if (request.method === 'GET') return customerBook.find(new URLSearchParams(query)) as Verdict;
      if (request.method === 'PUT') return customerBook.update(decodeURIComponent(reference), body) as Verdict;
      return customerBook.create(body, request.headers['idempotency-key']?.toString()) as Verdict;
    };
    const trouble = nextOrdered(orders);
    if (trouble === null) return answer(response, act());
    await goWrong(response, trouble, act);
  }

  const server = createServer((request, response) => {
    const work = handle(request, response)
      // The caller hung up: there is nobody to tell.
      .catch(() => {
        response.destroy();
      })
      .finally(() => pending.delete(work));
    pending.add(work);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given out');
  const url = `http://127.0.0.1:${address.port}/documents`;

  return {
    url,
    fields: { url },
    secrets: { signingSecret: SIGNING_SECRET, token: TOKEN },
    bookings: ledger.bookings,
    customers: customerBook,
    misbehave: (trouble, { times = 1, after = 0 } = {}) => orders.push({ trouble, times, after }),
    calls: () => calls,
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
