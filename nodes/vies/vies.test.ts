import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkConfig } from '#nodes/kit/config.ts';
import type { EnrichContext, Memory, StepLog } from '#nodes/kit/context.ts';
import { createHttpClient } from '#nodes/kit/http-client.ts';
import { createNetworkGuard } from '#nodes/kit/network.ts';
import type { EnrichNodeType, Json, MapResult } from '#nodes/kit/node-type.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { connector } from './index.ts';
import { envelopeOf, saleTo } from './testing/documents.ts';
import { type FakeVies, type Mishap, startFakeVies } from './testing/fake.ts';

const node = connector.nodeTypes[0] as EnrichNodeType;
const DUTCH = 'NL004495445B01';
const GERMAN = 'DE136695976';
const BELGIAN = 'BE0428759497';
const GREEK = 'EL094259216';

let vies: FakeVies;
let now = new Date('2026-11-21T10:00:00Z');
let kept = new Map<string, { value: Json; at: Date; until: Date }>();
let warnings: Message[] = [];
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  vies = await startFakeVies();
  closing.push(vies.close);
  now = new Date('2026-11-21T10:00:00Z');
  kept = new Map();
  warnings = [];
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const memory: Memory = {
  get: async (keys) => new Map([...kept].filter(([key, { until }]) => keys.includes(key) && until > now)),
  put: async (key, value, until) => {
    kept.set(key, { value, at: now, until });
  },
};

function contextFor(config: object): EnrichContext<unknown> {
  const ignore = () => undefined;
  const log: StepLog = { debug: ignore, info: ignore, error: ignore, warning: (message) => warnings.push(message) };
  const { signal } = new AbortController();
  const network = createNetworkGuard({ allowPrivate: true });
  const http = createHttpClient({ network, log, signal, secrets: [] });
  closing.push(http.close);
  const run = { runId: 'r1', flowName: 'f', zone: 'Europe/Brussels', period: null, dryRun: false };
  const parties = { find: async () => new Map(), save: async () => undefined };
  const full = checkConfig(node, { address: vies.address, ownNumber: BELGIAN, ...config });
  return { http, network, log, signal, now: () => now, config: full, connection: null, run, memory, parties };
}

async function check(documents: readonly SalesDocument[], config: object = {}): Promise<readonly MapResult[]> {
  return node.run(contextFor(config), documents.map(envelopeOf));
}
function bodyOf(result: MapResult | undefined): SalesDocument {
  if (!result || !('emit' in result)) throw new Error(`not passed on: ${JSON.stringify(result)}`);
  return result.emit[0]?.body as SalesDocument;
}
const heldOf = (result: MapResult | undefined) => (result && 'hold' in result ? result.hold : undefined);

describe('a number of another Member State', () => {
  test('EF-21 is asked about once, and its answer and proof go on with every document that carries it', async () => {
    vies.numbers.set(DUTCH, 'UITGEVERIJ B.V.');
    const results = await check([saleTo('1', DUTCH, 'NL'), saleTo('2', 'nl 0044.95445-b01', 'NL')]);
    expect(vies.asked).toEqual([
      { countryCode: 'NL', vatNumber: '004495445B01', requesterMemberStateCode: 'BE', requesterNumber: '0428759497' },
    ]);
    for (const result of results) {
      expect(bodyOf(result).buyer.vatCheck).toEqual({
        number: DUTCH,
        isValid: true,
        checkedAt: '2026-11-21T10:00:00.000Z',
        consultation: 'WAPI1',
        name: 'UITGEVERIJ B.V.',
      });
    }
  });

  test('EF-21 is asked about again only after the days of the settings', async () => {
    vies.numbers.set(GERMAN, '---');
    await check([saleTo('1', GERMAN, 'DE')], { validDays: 10 });
    now = new Date('2026-11-30T10:00:00Z');
    const [result] = await check([saleTo('2', GERMAN, 'DE')], { validDays: 10 });
    expect(bodyOf(result).buyer.vatCheck).toMatchObject({ checkedAt: '2026-11-21T10:00:00.000Z', name: null });
    expect(vies.asked).toHaveLength(1);
    now = new Date('2026-12-02T10:00:00Z');
    await check([saleTo('3', GERMAN, 'DE')], { validDays: 10 });
    expect(vies.asked).toHaveLength(2);
  });

  test('of Greece is asked about as EL, and without an own number no proof is asked for', async () => {
    vies.numbers.set(GREEK, 'ΒΙΒΛΙΑ ΑΕ');
    const [result] = await check([saleTo('1', 'GR094259216', 'GR')], { ownNumber: '', homeCountry: 'BE' });
    expect(vies.asked).toEqual([{ countryCode: 'EL', vatNumber: '094259216' }]);
    expect(bodyOf(result).buyer.vatCheck).toMatchObject({ number: GREEK, isValid: true, consultation: null });
  });
});

test('numbers of the own country, impossible ones and none at all are not asked about', async () => {
  const documents = [
    saleTo('1', BELGIAN, 'BE'),
    saleTo('2', 'NL123456789B01', 'NL'),
    saleTo('3', null, 'NL'),
    saleTo('4', 'CHE123456789', 'CH'),
  ];
  const results = await check(documents);
  expect(results.map((result) => bodyOf(result))).toEqual(documents);
  expect(vies.asked).toEqual([]);
});

describe('a number that is not valid', () => {
  test('holds its document, and only that one', async () => {
    vies.numbers.set(DUTCH, 'UITGEVERIJ B.V.');
    const [held, free] = await check([saleTo('1', GERMAN, 'DE'), saleTo('2', DUTCH, 'NL')]);
    expect(heldOf(held)).toMatchObject({ code: 'vies.invalid', params: { document: '1', number: GERMAN } });
    expect(bodyOf(free).buyer.vatCheck?.isValid).toBe(true);
  });

  test('can make the customer a consumer', async () => {
    const [result] = await check([saleTo('1', GERMAN, 'DE')], { whenInvalid: 'consumer' });
    expect(bodyOf(result).buyer).toMatchObject({ vatNumber: null, vatCheck: { number: GERMAN, isValid: false } });
    expect(warnings.map(({ code }) => code)).toEqual(['vies.as_consumer']);
  });

  test('can go on with a warning, its answer on it', async () => {
    const [result] = await check([saleTo('1', GERMAN, 'DE')], { whenInvalid: 'warn' });
    expect(bodyOf(result).buyer).toMatchObject({ vatNumber: GERMAN, vatCheck: { isValid: false } });
    expect(warnings.map(({ code }) => code)).toEqual(['vies.invalid']);
  });

  test('is asked about again the day after, for it may have been given since', async () => {
    await check([saleTo('1', GERMAN, 'DE')]);
    vies.numbers.set(GERMAN, 'NEU GMBH');
    now = new Date('2026-11-21T20:00:00Z');
    expect(heldOf((await check([saleTo('1', GERMAN, 'DE')]))[0])).toBeDefined();
    now = new Date('2026-11-22T10:00:01Z');
    expect(bodyOf((await check([saleTo('1', GERMAN, 'DE')]))[0]).buyer.vatCheck?.name).toBe('NEU GMBH');
    expect(vies.asked).toHaveLength(2);
  });
});

describe('a service that does not answer', () => {
  const mishaps: readonly [string, Mishap][] = [
    ['a member state that is away', { kind: 'trouble', error: 'MS_UNAVAILABLE' }],
    [
      'too many questions of everybody, with status 500',
      { kind: 'trouble', error: 'GLOBAL_MAX_CONCURRENT_REQ', status: 500 },
    ],
    ['a time-out of the member state', { kind: 'trouble', error: 'TIMEOUT' }],
    ['an error without words', { kind: 'status', status: 500 }],
    ['a page of maintenance', { kind: 'noise' }],
    ['a connection that breaks', { kind: 'close' }],
  ];
  test.each(mishaps)('holds the document: %s', async (_name, mishap) => {
    vies.misbehave('DE', mishap);
    const [held] = await check([saleTo('1', GERMAN, 'DE')]);
    expect(heldOf(held)).toMatchObject({ code: 'vies.unanswered', params: { document: '1', number: GERMAN } });
    expect(vies.asked).toHaveLength(1);
    expect(kept.size).toBe(0);
    vies.misbehave('DE', null);
    vies.numbers.set(GERMAN, 'VERLAG GMBH');
    expect(bodyOf((await check([saleTo('1', GERMAN, 'DE')]))[0]).buyer.vatCheck?.isValid).toBe(true);
  });

  test('lets the document pass with a warning and without an answer, when the user wants that', async () => {
    vies.misbehave('*', { kind: 'trouble', error: 'SERVICE_UNAVAILABLE' });
    const document = saleTo('1', GERMAN, 'DE');
    const [result] = await check([document], { whenDown: 'warn' });
    expect(bodyOf(result)).toEqual(document);
    expect(warnings).toMatchObject([{ code: 'vies.passed_unasked', params: { reason: 'SERVICE_UNAVAILABLE' } }]);
  });

  test('as a whole is not asked about the rest of the batch; one member state says nothing of the others', async () => {
    vies.numbers.set(DUTCH, 'UITGEVERIJ B.V.');
    vies.misbehave('DE', { kind: 'trouble', error: 'MS_UNAVAILABLE' });
    const batch = [saleTo('1', GERMAN, 'DE'), saleTo('2', DUTCH, 'NL')];
    const [held, free] = await check(batch);
    expect([heldOf(held)?.code, bodyOf(free).buyer.vatCheck?.isValid]).toEqual(['vies.unanswered', true]);
    kept.clear();
    vies.misbehave('*', { kind: 'close' });
    const asked = vies.asked.length;
    expect((await check(batch)).map((result) => heldOf(result)?.code)).toEqual(['vies.unanswered', 'vies.unanswered']);
    expect(vies.asked.length - asked).toBe(1);
  });
});

test('an own number that VIES refuses stops the run with the setting that mends it', async () => {
  vies.misbehave('*', { kind: 'trouble', error: 'INVALID_REQUESTER_INFO' });
  const refused = check([saleTo('1', GERMAN, 'DE')]).catch((error: unknown) => error);
  await expect(refused).resolves.toBeInstanceOf(SettingsError);
  expect(((await refused) as SettingsError).detail.code).toBe('vies.own_number_refused');
});
