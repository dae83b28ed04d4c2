import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Posting } from '#schemas/api/postings.ts';
import { connection, posting, runStep } from '../db/schema/index.ts';
import { type SeededRun, seedRun } from '../http/testing/seed-run.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { seedPostings } from './testing/seed-postings.ts';

let app: TestApp;
let call: Person;
let seeded: SeededRun;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const person = await app.person();
  ({ call, workspaceId } = person);
  seeded = await seedRun(app.deps.db, workspaceId, 6);
});

interface Listed {
  readonly items: Posting[];
  readonly next: string | null;
}
function listOf(reply: Reply): Listed {
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as Listed;
}
const find = async (query: string) =>
  listOf(await call('GET', `/api/postings?${query}`)).items.map(({ number }) => number);
const refusal = (reply: Reply) => [reply.status, (reply.body as { error: { code: string } }).error.code];

test('lists postings by booking day, newest first, in pages without a hole or a double', async () => {
  // Two on one day: the claim decides.
  await seedPostings(app.deps.db, workspaceId, seeded, (index) => (index === 3 ? { day: '2026-10-03' } : {}));
  const numbers: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const query: string = after === '' ? '' : `&after=${after}`;
    const page: Listed = listOf(await call('GET', `/api/postings?limit=2${query}`));
    numbers.push(...page.items.map(({ number }) => number));
    after = page.next;
  }
  expect(numbers).toEqual(['VT-6', 'VT-5', 'VT-4', 'VT-3', 'VT-2', 'VT-1']);
  expect(refusal(await call('GET', '/api/postings?after=nonsense'))).toEqual([400, 'runs.bad_cursor']);
});

test('says of each what was booked, where, by which run, and what it was made of', async () => {
  await app.deps.db.insert(runStep).values({
    runId: seeded.runId,
    nodeId: 'text',
    position: 3,
    stage: 2,
    nodeType: 'fec',
    nodeVersion: 1,
    kind: 'render',
    title: 'FEC',
  });
  await seedPostings(app.deps.db, workspaceId, seeded, (index) => (index === 0 ? { fileId: seeded.fileId } : {}));
  const shown = listOf(await call('GET', '/api/postings')).items.at(-1);
  expect(shown).toMatchObject({
    state: 'posted',
    flow: { id: seeded.flowId, name: 'Seeded' },
    run: seeded.runId,
    target: { kind: 'files', name: 'FEC', books: null },
    document: { id: seeded.sales[0], key: 's1', number: '1', label: 'Order 1' },
    file: { id: seeded.fileId, name: 'Écritures "VT" 10%.txt' },
    number: 'VT-1',
    day: '2026-10-01',
    amount: '101.10',
    reference: 'REF/1',
    revision: 0,
    first: null,
  });
});

test('names a target after its connection, and still lists it when the connection is gone', async () => {
  const [kept, gone] = [uuidv7(), uuidv7()];
  const fields = { workspaceId, type: 'acme', fields: {}, sealedSecrets: '', secretsSet: [] };
  await app.deps.db.insert(connection).values({ ...fields, id: kept, name: 'Books of the shop' });
  await seedPostings(app.deps.db, workspaceId, seeded, (index) => ({
    target: index < 3 ? `connection:${kept}:ACME SA` : `connection:${gone}`,
  }));
  const { body } = await call('GET', '/api/postings/targets');
  const names = (body as { items: Posting['target'][] }).items.map(({ kind, name, books }) => [kind, name, books]);
  expect(names.sort()).toEqual([
    ['connection', null, null],
    ['connection', 'Books of the shop', 'ACME SA'],
  ]);
  expect(await find(`target=connection:${kept}:ACME%20SA`)).toEqual(['VT-3', 'VT-2', 'VT-1']);
});

test('finds a posting by entry number, document number, customer, amount and reference', async () => {
  await seedPostings(app.deps.db, workspaceId, seeded);
  const search = (text: string) => find(`search=${encodeURIComponent(text)}`);
  expect(await search('VT-4')).toEqual(['VT-4']);
  expect(await search('vt-4')).toEqual(['VT-4']);
  expect(await search('4')).toEqual(['VT-4']);
  expect(await search('dupre 2')).toEqual(['VT-2']);
  expect(await search('CÉC')).toHaveLength(6);
  expect(await search('103,10')).toEqual(['VT-3']);
  expect(await search('103.1 EUR')).toEqual(['VT-3']);
  expect(await search('ref/5')).toEqual(['VT-5']);
  expect(await search('%')).toEqual([]);
  expect(await search("' or 1=1 --")).toEqual([]);
  expect(await search('VT-%')).toEqual([]);
});

test('what thousands of postings have is found by walking the ledger, and is not summed', async () => {
  const [pattern] = await seedPostings(app.deps.db, workspaceId, seeded);
  if (!pattern) throw new Error('nothing was seeded');
  const many = Array.from({ length: 2100 }, (_, index) => ({
    ...pattern,
    id: uuidv7(),
    sourceDocument: `many${index}`,
    number: `M-${index}`,
    party: 'Comptoir Lemaire',
    day: '2025-01-01',
  }));
  await app.deps.db.insert(posting).values(many);
  const { body } = await call('GET', '/api/postings/sums?search=M-');
  expect(body).toEqual({ sums: [], isCut: true });
  expect(await find('search=M-&limit=3')).toHaveLength(3);
  expect(await find('search=M-209&limit=500')).toHaveLength(11);
});

test('filters by flow, state and booking days, and sums exactly what it finds, a currency at a time', async () => {
  const states = ['posted', 'posted', 'intended', 'uncertain', 'posted', 'posted'] as const;
  await seedPostings(app.deps.db, workspaceId, seeded, (index) => ({
    status: states[index] ?? 'posted',
    ...(index === 4 ? { currency: 'USD', amount: '0.01' } : {}),
  }));
  expect(await find('state=intended')).toEqual(['VT-3']);
  expect(await find('state=uncertain')).toEqual(['VT-4']);
  expect(await find('state=reset')).toEqual([]);
  expect(await find('from=2026-10-02&to=2026-10-04')).toEqual(['VT-4', 'VT-3', 'VT-2']);
  expect(await find(`flow=${uuidv7()}`)).toEqual([]);
  const { body } = await call('GET', '/api/postings/sums?state=posted');
  expect(body).toEqual({
    sums: [
      { currency: 'EUR', count: 3, amount: '309.30' },
      { currency: 'USD', count: 1, amount: '0.01' },
    ],
    isCut: false,
  });
});

test('shows one posting with its entry and every booking of its document', async () => {
  const [first] = await seedPostings(app.deps.db, workspaceId, seeded);
  if (!first) throw new Error('nothing was seeded');
  const correction = { ...first, id: uuidv7(), revision: 1, correctsId: first.id, number: 'VT-1C', day: '2026-11-02' };
  await app.deps.db.insert(posting).values({ ...correction, amount: '5.00' });
  const { body } = await call('GET', `/api/postings/${correction.id}`);
  expect(body).toMatchObject({
    revision: 1,
    first: { id: first.id, number: 'VT-1' },
    entry: { pieceNumber: 'VT-1', lines: [{ account: '411', debit: '101.10' }, { account: '707' }] },
    revisions: [
      { id: first.id, revision: 0, amount: '101.10' },
      { id: correction.id, revision: 1, amount: '5.00' },
    ],
  });
});

test('nobody sees or touches the postings of another workspace', async () => {
  const [first] = await seedPostings(app.deps.db, workspaceId, seeded, () => ({ status: 'uncertain' }));
  const stranger = (await app.person()).call;
  expect(listOf(await stranger('GET', '/api/postings')).items).toEqual([]);
  expect(listOf(await stranger('GET', '/api/postings?search=VT')).items).toEqual([]);
  expect((await stranger('GET', '/api/postings/sums')).body).toEqual({ sums: [], isCut: false });
  expect((await stranger('GET', '/api/postings/targets')).body).toEqual({ items: [] });
  expect((await stranger('GET', '/api/postings/uncertain')).body).toMatchObject({ items: [], total: 0 });
  expect((await stranger('GET', '/api/postings/uncertain/count')).body).toEqual({ count: 0 });
  expect(refusal(await stranger('GET', `/api/postings/${first?.id}`))).toEqual([404, 'postings.missing']);
  const decision = { what: { posting: first?.id }, isThere: false };
  expect(refusal(await stranger('POST', '/api/postings/uncertain/decisions', decision))).toEqual([
    404,
    'postings.missing',
  ]);
  const scope = { kind: 'flow', flow: seeded.flowId };
  expect((await stranger('POST', '/api/postings/reset/preview', { scope })).status).toBe(404);
  expect((await stranger('POST', '/api/postings/reset', { scope, token: 'x', reason: 'because' })).status).toBe(404);
  const left = await app.deps.db.select().from(posting).where(eq(posting.workspaceId, workspaceId));
  expect(left.every(({ status, resetId }) => status === 'uncertain' && resetId === null)).toBe(true);
});
