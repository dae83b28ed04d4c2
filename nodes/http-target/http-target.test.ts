import { afterEach, describe, expect, test } from 'vitest';
import { checkConfig } from '#nodes/kit/config.ts';
import type { DeliverContext, LogOptions, StepLog } from '#nodes/kit/context.ts';
import { createHttpClient } from '#nodes/kit/http-client.ts';
import { createNetworkGuard } from '#nodes/kit/network.ts';
import type { DeliverItem, DeliverNodeType } from '#nodes/kit/node-type.ts';
import { canonicalJson } from '#schemas/canonical-json.ts';
import { type JournalEntry, journalEntry, parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import { AuthError, RemoteDownError, RemoteRefusedError, SettingsError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { connector } from './index.ts';
import { isSigned, signCall } from './sign.ts';
import type { Manner } from './testing/ledger.ts';
import { type Receiver, startReceiver } from './testing/receiver.ts';
import type { Trouble } from './testing/trouble.ts';

const node = connector.nodeTypes[0] as DeliverNodeType;
const connectionType = connector.connectionTypes[0];
const closing: (() => Promise<void>)[] = [];
let lines: Message[] = [];

afterEach(async () => {
  lines = [];
  for (const close of closing.splice(0)) await close();
});

async function receiver(manner: Manner, plan?: (nth: number) => Trouble | null): Promise<Receiver> {
  const started = await startReceiver({ manner, ...(plan ? { plan } : {}) });
  closing.push(started.close);
  return started;
}

function contextFor(target: Receiver, config: object, given: Partial<Receiver> = {}): DeliverContext<unknown> {
  const write = (message: Message, _options?: LogOptions) => lines.push(message);
  const log: StepLog = { debug: () => undefined, info: write, warning: write, error: write };
  const { signal } = new AbortController();
  const network = createNetworkGuard({ allowPrivate: true });
  const http = createHttpClient({ network, log, signal, secrets: Object.values(target.secrets) });
  closing.push(http.close);
  const { fields, secrets } = { ...target, ...given };
  const connection = { id: 'c1', type: 'http-target', fields, secrets };
  const run = { runId: 'r1', flowName: 'f', zone: 'Europe/Brussels', period: null, dryRun: false };
  const full = checkConfig(node, config);
  return { http, network, log, signal, now: () => new Date(), config: full, connection, run };
}

function itemOf(number: string, given: Partial<DeliverItem> = {}): DeliverItem {
  const line = {
    account: '400000',
    auxiliaryAccount: null,
    label: 'Café „Zoë“',
    vat: null,
    currencyAmount: null,
    dueDate: null,
    rule: 'receivable',
    lineage: [{ part: 'total' as const, id: '1', amount: '10.10' }],
  };
  const body = journalEntry({
    id: `e-${number}`,
    journal: 'VEN',
    journalName: 'Ventes',
    date: '2026-03-01',
    documentDate: '2026-03-01',
    pieceNumber: number,
    reference: '',
    label: '',
    currency: 'EUR',
    source: { system: 's', documentKind: 'sale', id: number, number, url: null },
    partyName: null,
    lines: [
      { ...line, debit: '10.10', credit: '0.00', role: 'receivable' },
      { ...line, account: '700000', debit: '0.00', credit: '10.10', role: 'revenue' },
    ],
  });
  const envelope = { key: `s/${number}`, kind: 'journal-entry' as const, body };
  return { envelope, bytes: null, idempotencyKey: `passerelle-${number}`, again: false, ...given };
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => `no failure but ${JSON.stringify(value)}`,
    (error: unknown) => error,
  );
}

/** What the engine does after an answer that was lost: asks when it can be asked, sends again when that is safe. */
async function settle(context: DeliverContext<unknown>, item: DeliverItem): Promise<string | null> {
  const kind = typeof node.idempotency === 'function' ? node.idempotency(context.config) : node.idempotency;
  if (kind === 'none') return null;
  const again = { ...item, again: true };
  const found = kind === 'lookup' ? await node.lookup?.(context, again) : null;
  return (found ?? (await node.deliver(context, again))).reference;
}

describe('a document', () => {
  test('arrives as canonical JSON, signed, with its key, and the receiver’s reference comes back', async () => {
    const target = await receiver('key');
    const item = itemOf('V1');
    expect(await node.deliver(contextFor(target, { recognises: 'key' }), item)).toEqual({ reference: 'R1' });
    expect(target.bookings).toEqual([expect.objectContaining({ key: 'passerelle-V1', number: 'V1' })]);
    expect(target.bookings[0]?.body).toBe(canonicalJson(item.envelope.body));
    expect(target.bookings[0]?.body).toContain('Café „Zoë“');
  });

  test('AT-130 carries the boxes of the VAT return on each of its lines', async () => {
    const target = await receiver('key');
    const item = itemOf('V1');
    const entry = item.envelope.body as JournalEntry;
    const vat = { code: 'BE21', rate: '21', country: 'BE', regime: 'domestic' as const, grids: ['03'] };
    const body = journalEntry({ ...entry, lines: entry.lines.map((line) => ({ ...line, vat })) });
    await node.deliver(contextFor(target, {}), { ...item, envelope: { ...item.envelope, body } });
    const received = parseJournalEntry(JSON.parse(target.bookings[0]?.body ?? ''));
    expect(received.lines.map((line) => line.vat?.grids)).toEqual([['03'], ['03']]);
  });

  test('that is refused says why, in the receiver’s words, and nothing is booked', async () => {
    const target = await receiver('key', () => ({ kind: 'error', status: 422 }));
    const error = await failureOf(node.deliver(contextFor(target, {}), itemOf('V1')));
    expect(error).toBeInstanceOf(RemoteRefusedError);
    expect(error).toMatchObject({ detail: { params: { document: 'V1', status: '422', reason: 'out of order' } } });
  });

  test.each([
    [401, AuthError],
    [403, AuthError],
    [404, SettingsError],
    [400, RemoteRefusedError],
    [409, RemoteRefusedError],
    [413, RemoteRefusedError],
  ])('answered %i surely did not arrive', async (status, kind) => {
    const target = await receiver('key', () => ({ kind: 'error', status }));
    expect(await failureOf(node.deliver(contextFor(target, {}), itemOf('V1')))).toBeInstanceOf(kind);
    expect(target.bookings).toHaveLength(0);
  });

  test('is sent by one call and never a second one of its own accord', async () => {
    const target = await receiver('nothing', () => ({ kind: 'throttle', retryAfterSeconds: 7 }));
    const error = await failureOf(node.deliver(contextFor(target, {}), itemOf('V1')));
    expect(error).toMatchObject({ name: 'RemoteDownError', notSent: true, retry: { afterMs: 7000 } });
    expect(target.calls()).toBe(1);
  });

  test('to a port where nobody listens was surely not sent', async () => {
    const target = await receiver('nothing');
    const context = contextFor(target, {});
    await target.close();
    expect(await failureOf(node.deliver(context, itemOf('V1')))).toMatchObject({ notSent: true });
  });

  test('answered by a page that is no JSON may or may not have arrived', async () => {
    const target = await receiver('nothing', () => ({ kind: 'noise-before-json' }));
    const error = await failureOf(node.deliver(contextFor(target, {}), itemOf('V1')));
    expect(error).toMatchObject({ name: 'RemoteDownError', notSent: false });
  });
});

const TROUBLES: readonly Trouble[] = [
  { kind: 'close' },
  { kind: 'drop-answer' },
  { kind: 'late', afterMs: 1200 },
  { kind: 'error', status: 500 },
  { kind: 'error-after', status: 500 },
  { kind: 'cut-answer' },
];

describe.each(['key', 'number', 'lookup', 'nothing'] as const)('a receiver that recognises by %s', (manner) => {
  test.each(TROUBLES)('met with $kind has the document once, or a person is asked', async (trouble) => {
    const target = await receiver(manner, (nth) => (nth === 1 ? trouble : null));
    const context = contextFor(target, { recognises: manner, timeoutSeconds: 1 });
    const item = itemOf('V1');
    const error = await failureOf(node.deliver(context, item));
    expect(error).toBeInstanceOf(RemoteDownError);
    expect(error).toMatchObject({ notSent: false });
    await target.settled();
    const reference = await settle(context, item);
    if (manner === 'nothing') {
      expect(reference).toBeNull();
      expect(target.bookings.length).toBeLessThanOrEqual(1);
    } else {
      expect(reference).toBe('R1');
      expect(target.bookings).toHaveLength(1);
    }
  });

  test('whose answer comes twice has booked once, and the next document gets its own answer', async () => {
    const target = await receiver(manner, (nth) => (nth === 1 ? { kind: 'double-answer' } : null));
    const context = contextFor(target, { recognises: manner });
    expect(await node.deliver(context, itemOf('V1'))).toEqual({ reference: 'R1' });
    const next = await node.deliver(context, itemOf('V2')).catch(() => settle(context, itemOf('V2')));
    expect(next === null || JSON.stringify(next).includes('R2')).toBe(true);
    expect(target.bookings.map((booking) => booking.number)).toEqual(['V1', 'V2']);
  });
});

describe('a number that the receiver has', () => {
  test('counts as there, with a word in the log when it is the first time that it is sent', async () => {
    const target = await receiver('number');
    const context = contextFor(target, { recognises: 'number' });
    await node.deliver(context, itemOf('V1'));
    expect(await node.deliver(context, itemOf('V1', { again: true }))).toEqual({ reference: 'R1' });
    expect(lines).toEqual([]);
    expect(await node.deliver(context, itemOf('V1'))).toEqual({ reference: 'R1' });
    expect(lines.map((line) => line.code)).toEqual(['http-target.there_already']);
  });

  test('for another key is another document: refused', async () => {
    const target = await receiver('number');
    const context = contextFor(target, { recognises: 'number' });
    await node.deliver(context, itemOf('V1', { idempotencyKey: 'from elsewhere' }));
    const error = await failureOf(node.deliver(context, itemOf('V1', { again: true })));
    expect(error).toMatchObject({ name: 'RemoteRefusedError', detail: { code: 'http-target.number_taken' } });
  });
});

describe('a look-up', () => {
  test('that is answered by a page shown for every address is no answer', async () => {
    const target = await receiver('lookup');
    target.misbehave({ kind: 'noise-before-json' });
    const context = contextFor(target, { recognises: 'lookup' });
    await expect(node.lookup?.(context, itemOf('V1'))).resolves.toBeNull();
    await node.deliver(context, itemOf('V1'));
    target.misbehave({ kind: 'noise-before-json' });
    expect(await failureOf(Promise.resolve(node.lookup?.(context, itemOf('V1'))))).toBeInstanceOf(RemoteDownError);
  });

  test.each([
    [500, RemoteDownError],
    [401, AuthError],
  ])('answered %i does not pass for “not there”', async (status, kind) => {
    const target = await receiver('lookup');
    target.misbehave({ kind: 'error', status });
    const context = contextFor(target, { recognises: 'lookup' });
    expect(await failureOf(Promise.resolve(node.lookup?.(context, itemOf('V1'))))).toBeInstanceOf(kind);
  });
});

describe('the signature', () => {
  test('is HMAC-SHA256 over timestamp, point and body', () => {
    // printf '1772366400.{}' | openssl dgst -sha256 -hmac "0123456789abcdef"
    const headers = signCall('0123456789abcdef', '{}', new Date('2026-03-01T12:00:00.900Z'));
    expect(headers).toEqual({
      'x-passerelle-timestamp': '1772366400',
      'x-passerelle-signature': 'sha256=045b94e22889c4d3f49ea1ebebe0e8ca0e2883cb1419c86020b25064809b5516',
    });
    expect(isSigned(headers, '0123456789abcdef', '{}')).toBe(true);
    expect(isSigned(headers, '0123456789abcdef', '{ }')).toBe(false);
    expect(isSigned({ ...headers, 'x-passerelle-timestamp': '1772366401' }, '0123456789abcdef', '{}')).toBe(false);
    expect(isSigned({}, '0123456789abcdef', '{}')).toBe(false);
  });

  test('with another secret makes the receiver refuse', async () => {
    const target = await receiver('key');
    const secrets = { ...target.secrets, signingSecret: 'another secret of ours' };
    expect(await failureOf(node.deliver(contextFor(target, {}, { secrets }), itemOf('V1')))).toBeInstanceOf(AuthError);
  });
});

describe('the connection', () => {
  const accessOf = (target: Receiver, url = target.url, secrets = target.secrets) => {
    const { config: _config, run: _run, ...context } = contextFor(target, {});
    return { ...context, connection: { id: 'c1', type: 'http-target', fields: { url }, secrets } };
  };

  test('is fine when the receiver is there, and refused with the wrong secret', async () => {
    const target = await receiver('key');
    const report = await connectionType?.test(accessOf(target));
    expect(report?.findings[0]).toMatchObject({ code: 'http-target.reachable', params: { status: '404' } });
    const wrong = accessOf(target, target.url, { signingSecret: 'another secret of ours', token: '' });
    expect(await failureOf(Promise.resolve(connectionType?.test(wrong)))).toBeInstanceOf(AuthError);
  });

  test.each(['ftp://x.example/', 'https://u:p@x.example/', 'https://x.example/?key=secret', 'entries'])(
    'with the address %s is refused, and the address is not repeated',
    async (url) => {
      const target = await receiver('key');
      const error = await failureOf(Promise.resolve(connectionType?.test(accessOf(target, url))));
      expect(error).toMatchObject({ name: 'SettingsError', detail: { code: 'http-target.bad_address', params: {} } });
      expect(target.calls()).toBe(0);
    },
  );
});
