import { and, eq, isNotNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PostingReset, ResetPreview, ResetScope } from '#schemas/api/postings.ts';
import { posting, run } from '../db/schema/index.ts';
import { type SeededRun, seedRun } from '../http/testing/seed-run.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { seedPostings } from './testing/seed-postings.ts';

type Row = typeof posting.$inferInsert;

let app: TestApp;
let owner: Person;
let seeded: SeededRun;
let workspaceId: string;
let rows: Row[];
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const person = await app.person();
  ({ call: owner, workspaceId } = person);
  seeded = await seedRun(app.deps.db, workspaceId, 6);
  await app.deps.db.update(run).set({ status: 'succeeded' }).where(eq(run.id, seeded.runId));
  rows = await seedPostings(app.deps.db, workspaceId, seeded, (index) =>
    index > 3 ? { day: `2026-11-0${index}` } : {},
  );
});

const refusal = (reply: Reply) => [reply.status, (reply.body as { error: { code: string } }).error.code];
const wholeFlow = (): ResetScope => ({ kind: 'flow', flow: seeded.flowId });
const list = (ids: readonly (string | undefined)[], numbers: readonly string[] = []): ResetScope => ({
  kind: 'list',
  flow: seeded.flowId,
  ids: ids.flatMap((id) => id ?? []),
  numbers: [...numbers],
});

async function preview(scope: ResetScope): Promise<ResetPreview> {
  const reply = await owner('POST', '/api/postings/reset/preview', { scope });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as ResetPreview;
}
const reset = (scope: ResetScope, token: string, reason = 'The dossier was restored', who: Person = owner) =>
  who('POST', '/api/postings/reset', { scope, token, reason });
const wasReset = async () =>
  (
    await app.deps.db
      .select()
      .from(posting)
      .where(and(eq(posting.workspaceId, workspaceId), isNotNull(posting.resetId)))
      .orderBy(posting.number)
  ).map(({ number }) => number);

/** A correction of the first sale. */
async function correctFirst(change: Partial<Row> = {}): Promise<void> {
  const [first] = rows;
  if (!first?.id) throw new Error('nothing was seeded');
  const correction = { ...first, id: uuidv7(), revision: 1, correctsId: first.id, number: 'VT-1C', amount: '5.00' };
  await app.deps.db.insert(posting).values({ ...correction, day: '2026-11-20', ...change });
}

test('AT-081 the preview of a reset says what would become bookable again, and changes nothing', async () => {
  await correctFirst();
  const shown = await preview(wholeFlow());
  expect(shown).toMatchObject({
    flow: { id: seeded.flowId, name: 'Seeded' },
    count: 7,
    documents: 6,
    corrected: 1,
    beyond: 0,
    undecided: 0,
    sums: [{ currency: 'EUR', count: 7, amount: '626.60' }],
    months: [
      { month: '2026-10', currency: 'EUR', count: 4, amount: '410.40' },
      { month: '2026-11', currency: 'EUR', count: 3, amount: '216.20' },
    ],
  });
  expect(shown.first.map(({ number, reference }) => [number, reference])).toEqual([
    ['VT-1C', 'REF/1'],
    ['VT-6', 'REF/6'],
    ['VT-5', 'REF/5'],
    ['VT-4', 'REF/4'],
    ['VT-3', 'REF/3'],
    ['VT-2', 'REF/2'],
    ['VT-1', 'REF/1'],
  ]);
  expect(await preview(wholeFlow())).toEqual(shown);
  expect(await wasReset()).toEqual([]);
});

test('AT-081 resets by list of ids and of numbers as people write them, and says which it does not know', async () => {
  const scope = list([rows[1]?.id], ['4', 'VT-5', '4711']);
  const shown = await preview(scope);
  expect([shown.count, shown.unknown]).toEqual([3, ['4711']]);
  expect((await reset(scope, shown.token)).body).toMatchObject({ count: 3, by: 'Someone', flow: { name: 'Seeded' } });
  expect(await wasReset()).toEqual(['VT-2', 'VT-4', 'VT-5']);
});

test('AT-082 credit notes are reset as sales are', async () => {
  const [pattern] = rows;
  if (!pattern) throw new Error('nothing was seeded');
  const note = { ...pattern, id: uuidv7(), kind: 'credit-note', sourceDocument: 'r1', number: 'NC-1' };
  await app.deps.db.insert(posting).values(note);
  const scope = list([], ['NC-1']);
  expect((await reset(scope, (await preview(scope)).token)).status).toBe(200);
  expect(await wasReset()).toEqual(['NC-1']);
});

test('AT-088 one reset takes sales and credit notes alike, by a list of ids or all of them', async () => {
  const [pattern] = rows;
  if (!pattern) throw new Error('nothing was seeded');
  const note = { ...pattern, id: uuidv7(), kind: 'credit-note', sourceDocument: 'r1', number: 'NC-1' };
  await app.deps.db.insert(posting).values(note);
  const some = list([rows[1]?.id, note.id]);
  expect((await reset(some, (await preview(some)).token)).body).toMatchObject({ count: 2 });
  expect(await wasReset()).toEqual(['NC-1', 'VT-2']);
  const rest = await preview(wholeFlow());
  expect((await reset(wholeFlow(), rest.token)).body).toMatchObject({ count: 5 });
  expect(await wasReset()).toEqual(['NC-1', 'VT-1', 'VT-2', 'VT-3', 'VT-4', 'VT-5', 'VT-6']);
});

test('AT-081 resets by period, with every booking of the documents that it covers', async () => {
  await correctFirst();
  const scope: ResetScope = { kind: 'period', flow: seeded.flowId, from: '2026-11-05', to: '2026-11-30' };
  const shown = await preview(scope);
  // The correction is of November, the sale that it corrects of October: they go together.
  expect(shown).toMatchObject({ count: 3, documents: 2, corrected: 1, beyond: 1 });
  expect((await reset(scope, shown.token)).status).toBe(200);
  expect(await wasReset()).toEqual(['VT-1', 'VT-1C', 'VT-6']);
  const backwards: ResetScope = { ...scope, from: '2026-12-01' };
  expect(refusal(await owner('POST', '/api/postings/reset/preview', { scope: backwards }))).toEqual([
    400,
    'postings.period_backwards',
  ]);
});

test('a reset frees the documents for the next run and changes nothing else about what was booked', async () => {
  const before = await app.deps.db
    .select()
    .from(posting)
    .where(eq(posting.id, rows[0]?.id ?? ''));
  const scope = list([rows[0]?.id]);
  const { id } = (await reset(scope, (await preview(scope)).token)).body as PostingReset;
  const after = await app.deps.db
    .select()
    .from(posting)
    .where(eq(posting.id, rows[0]?.id ?? ''));
  expect(after).toEqual([{ ...before[0], resetId: id }]);
  // The index that decides who books lets the document be claimed again; without the reset it would refuse.
  await app.deps.db.insert(posting).values({ ...(rows[0] as Row), id: uuidv7(), status: 'intended' });
  await expect(app.deps.db.insert(posting).values({ ...(rows[1] as Row), id: uuidv7() })).rejects.toThrow();
});

test('what is under way or uncertain is not reset, nor is another booking of the same document', async () => {
  await correctFirst({ status: 'uncertain' });
  await app.deps.db.insert(posting).values({
    ...(rows[2] as Row),
    id: uuidv7(),
    revision: 1,
    status: 'intended',
    number: 'VT-3C',
  });
  const shown = await preview(wholeFlow());
  expect(shown).toMatchObject({ count: 4, documents: 4, undecided: 2 });
  await reset(wholeFlow(), shown.token);
  expect(await wasReset()).toEqual(['VT-2', 'VT-4', 'VT-5', 'VT-6']);
});

test('AT-081 F-09 needs the right, a reason and the preview that was seen, and is audited', async () => {
  const editor = (await app.person({ workspaceId, role: 'editor' })).call;
  const { token } = await preview(wholeFlow());
  expect((await editor('POST', '/api/postings/reset/preview', { scope: wholeFlow() })).status).toBe(403);
  expect((await reset(wholeFlow(), token, 'A good reason', editor)).status).toBe(403);
  expect((await reset(wholeFlow(), token, '  ab  ')).status).toBe(400);
  expect(refusal(await reset(list([rows[0]?.id]), token))).toEqual([409, 'postings.reset_changed']);
  expect(await wasReset()).toEqual([]);
  const done = (await reset(wholeFlow(), token)).body as PostingReset;
  const [line] = await app.database
    .sql`select * from audit_log where action = 'posting.reset' and workspace_id = ${workspaceId}`;
  expect(line).toMatchObject({
    subject: `flow:${seeded.flowId}`,
    details: { reset: done.id, reason: 'The dossier was restored', count: 6, scope: wholeFlow() },
  });
  expect((await editor('GET', '/api/postings/resets')).body).toMatchObject({ items: [done], total: 1 });
});

test('a reset whose preview is out of date is refused: booked meanwhile, reset meanwhile, nothing left', async () => {
  const { token } = await preview(wholeFlow());
  await correctFirst();
  expect(refusal(await reset(wholeFlow(), token))).toEqual([409, 'postings.reset_changed']);
  const fresh = await preview(wholeFlow());
  const both = await Promise.all([reset(wholeFlow(), fresh.token), reset(wholeFlow(), fresh.token)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await wasReset()).toHaveLength(7);
  const empty = await preview(wholeFlow());
  expect(empty.count).toBe(0);
  expect(refusal(await reset(wholeFlow(), empty.token))).toEqual([422, 'postings.nothing_to_reset']);
});

test('a reset waits for the runs of the flow to end', async () => {
  await app.deps.db.update(run).set({ status: 'in-review' }).where(eq(run.id, seeded.runId));
  const { token } = await preview(wholeFlow());
  expect(refusal(await reset(wholeFlow(), token))).toEqual([409, 'postings.run_under_way']);
});

test('the postings of a reset are listed as such', async () => {
  const scope = list([rows[0]?.id]);
  const { id } = (await reset(scope, (await preview(scope)).token)).body as PostingReset;
  const { body } = await owner('GET', `/api/postings?reset=${id}`);
  expect(body).toMatchObject({ items: [{ number: 'VT-1', state: 'reset', reset: id }] });
  expect((await owner('GET', `/api/postings/${rows[0]?.id}`)).body).toMatchObject({
    state: 'reset',
    resetInfo: { id, by: 'Someone', reason: 'The dossier was restored' },
  });
});
