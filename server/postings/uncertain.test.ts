import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runMessages } from '#flows/messages.ts';
import type { Uncertain } from '#schemas/api/postings.ts';
import type { Message } from '#schemas/messages.ts';
import type { RunStatus } from '#schemas/outcome.ts';
import { hold, outcome, posting, run } from '../db/schema/index.ts';
import { noteHolds } from '../holds/note-holds.ts';
import { type SeededRun, seedRun } from '../http/testing/seed-run.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { seedPostings } from './testing/seed-postings.ts';

let app: TestApp;
let call: Person;
let colleague: Person;
let viewer: Person;
let seeded: SeededRun;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const person = await app.person({ role: 'editor' });
  ({ call, workspaceId } = person);
  colleague = (await app.person({ workspaceId, role: 'editor' })).call;
  viewer = (await app.person({ workspaceId, role: 'viewer' })).call;
  seeded = await seedRun(app.deps.db, workspaceId, 3);
});

const uncertain = (number: string) => runMessages.build.posting_uncertain({ number });

/** The seeded run as it ended: what is uncertain holds its document, the first one is held for a cause of its own. */
async function end(status: RunStatus, held: readonly (readonly [number, Message])[]): Promise<void> {
  const { db } = app.deps;
  await db.delete(outcome).where(eq(outcome.runId, seeded.runId));
  const rows = seeded.sales.map((documentId, index) => {
    const message = held.find(([at]) => at === index)?.[1];
    const common = { documentId, runId: seeded.runId };
    if (!message) return { ...common, outcome: 'posted' as const };
    return { ...common, outcome: 'held' as const, code: message.code, message };
  });
  await db.insert(outcome).values(rows);
  await db.update(run).set({ status }).where(eq(run.id, seeded.runId));
  await db.transaction((tx) => noteHolds(tx, seeded.runId, seeded.sales));
}

const decide = (who: Person, what: object, isThere: boolean, reference: string | null = null) =>
  who('POST', '/api/postings/uncertain/decisions', { what, isThere, reference });
const refusal = (reply: Reply) => [reply.status, (reply.body as { error: { code: string } }).error.code];
const rowOf = async (id: string | undefined) =>
  (
    await app.deps.db
      .select()
      .from(posting)
      .where(eq(posting.id, id ?? ''))
  )[0];
const outcomeOf = async (index: number) =>
  (
    await app.deps.db
      .select()
      .from(outcome)
      .where(eq(outcome.documentId, seeded.sales[index] ?? ''))
  )[0];
const statusOf = async () => (await app.deps.db.select().from(run).where(eq(run.id, seeded.runId)))[0]?.status;
const holds = async () =>
  (await app.deps.db.select().from(hold).where(eq(hold.flowId, seeded.flowId))).map((row) => [
    row.documentKey,
    row.code,
  ]);
const audited = async () =>
  app.database
    .sql`select action, subject, details from audit_log where workspace_id = ${workspaceId} and action like 'posting.%' order by id`;

/** One uncertain posting, that of the second sale. */
async function seedOne(change: Partial<typeof posting.$inferInsert> = {}): Promise<string> {
  const rows = await seedPostings(app.deps.db, workspaceId, seeded, (index) =>
    index === 1 ? { status: 'uncertain', postedAt: null, reference: null, isOpen: true, ...change } : {},
  );
  await end('partial', [[1, uncertain('VT-2')]]);
  return rows[1]?.id ?? '';
}

test('says of an uncertain posting what to look for in the target', async () => {
  const id = await seedOne();
  expect((await viewer('GET', '/api/postings/uncertain/count')).body).toEqual({ count: 1 });
  expect((await viewer('GET', '/api/postings/uncertain')).body).toMatchObject({
    total: 1,
    items: [
      {
        id,
        file: null,
        count: 1,
        sums: [{ currency: 'EUR', count: 1, amount: '102.10' }],
        waitUntil: null,
        first: [{ number: 'VT-2', day: '2026-10-02', amount: '102.10', accounts: ['411', '707'], idempotencyKey: id }],
      },
    ],
  });
});

test('"it is there": posted with its reference and by whom; outcome, hold and run follow', async () => {
  const id = await seedOne();
  expect(await holds()).toEqual([['s2', 'run.posting_uncertain']]);
  expect((await decide(call, { posting: id }, true, 'INV-77')).body).toEqual({ count: 1 });
  expect(await rowOf(id)).toMatchObject({ status: 'posted', reference: 'INV-77', isOpen: false });
  expect((await rowOf(id))?.decidedBy).toBeTruthy();
  expect(await outcomeOf(1)).toMatchObject({ outcome: 'posted', code: null, message: null });
  expect(await holds()).toEqual([]);
  expect(await statusOf()).toBe('succeeded');
  expect(await audited()).toMatchObject([{ action: 'posting.confirmed', subject: `posting:${id}` }]);
  expect((await call('GET', '/api/postings/uncertain/count')).body).toEqual({ count: 0 });
  expect((await call('GET', `/api/postings/${id}`)).body).toMatchObject({ decided: { by: 'Someone' } });
});

test('"it is not there": the claim is given back and kept in the audit; the document waits to be booked', async () => {
  const id = await seedOne();
  expect((await decide(call, { posting: id }, false)).body).toEqual({ count: 1 });
  expect(await rowOf(id)).toBeUndefined();
  expect(await outcomeOf(1)).toMatchObject({ outcome: 'held', code: 'postings.not_there' });
  expect(await holds()).toEqual([['s2', 'postings.not_there']]);
  expect(await statusOf()).toBe('partial');
  expect(await audited()).toMatchObject([
    { action: 'posting.given_back', subject: `posting:${id}`, details: { number: 'VT-2', amount: '102.10' } },
  ]);
  // Free: the same document can be claimed again.
  const again = {
    ...(await seedPostings(app.deps.db, workspaceId, seeded, (at) => ({ sourceDocument: `x${at}` })))[1],
  };
  await app.deps.db
    .insert(posting)
    .values({ ...(again as typeof posting.$inferInsert), id: uuidv7(), sourceDocument: 's2', status: 'intended' });
});

test('two people decide at once: one is heard, the other is told', async () => {
  const answers: [boolean, boolean][] = [
    [true, false],
    [false, false],
    [true, true],
    [false, true],
  ];
  for (const [first, second] of answers) {
    seeded = await seedRun(app.deps.db, workspaceId, 3);
    const id = await seedOne();
    const both = await Promise.all([decide(call, { posting: id }, first), decide(colleague, { posting: id }, second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(late && refusal(late)).toEqual([409, 'postings.decided_meanwhile']);
    expect(refusal(await decide(call, { posting: id }, true))).toEqual([409, 'postings.decided_meanwhile']);
    const winner = both[0]?.status === 200 ? first : second;
    expect((await rowOf(id))?.status).toBe(winner ? 'posted' : undefined);
  }
});

test('only editors decide, and only on what is uncertain', async () => {
  const id = await seedOne();
  expect((await decide(viewer, { posting: id }, true)).status).toBe(403);
  const [posted] = await app.deps.db
    .select()
    .from(posting)
    .where(and(eq(posting.workspaceId, workspaceId), eq(posting.number, 'VT-1')));
  expect(refusal(await decide(call, { posting: posted?.id ?? '' }, false))).toEqual([
    409,
    'postings.decided_meanwhile',
  ]);
  expect(refusal(await decide(call, { posting: uuidv7() }, false))).toEqual([404, 'postings.missing']);
  expect((await rowOf(id))?.status).toBe('uncertain');
});

test('while a call may still take effect nobody can say that it is not there', async () => {
  const id = await seedOne({ askAfter: new Date(Date.now() + 3_600_000) });
  const { items } = (await call('GET', '/api/postings/uncertain')).body as { items: Uncertain[] };
  expect(items[0]?.waitUntil).not.toBeNull();
  expect(refusal(await decide(call, { posting: id }, false))).toEqual([409, 'postings.still_settling']);
  expect((await rowOf(id))?.status).toBe('uncertain');
  expect((await decide(call, { posting: id }, true)).status).toBe(200);
});

test('one answer decides on all entries of a file, unless their number has changed since it was shown', async () => {
  const rows = await seedPostings(app.deps.db, workspaceId, seeded, () => ({
    status: 'uncertain',
    fileId: seeded.fileId,
  }));
  await end(
    'cancelled',
    [0, 1, 2].map((at) => [at, runMessages.build.cancelled_uncertain()] as const),
  );
  const { items } = (await call('GET', '/api/postings/uncertain')).body as { items: Uncertain[] };
  expect(items).toMatchObject([
    { id: seeded.fileId, file: { id: seeded.fileId }, count: 3, from: '2026-10-01', to: '2026-10-03' },
  ]);
  expect(items[0]?.sums).toEqual([{ currency: 'EUR', count: 3, amount: '306.30' }]);
  expect((await decide(call, { posting: rows[0]?.id ?? '' }, true)).body).toEqual({ count: 1 });
  expect(refusal(await decide(call, { file: seeded.fileId, count: 3 }, false))).toEqual([
    409,
    'postings.decided_meanwhile',
  ]);
  expect((await decide(call, { file: seeded.fileId, count: 2 }, false)).body).toEqual({ count: 2 });
  expect(await holds()).toEqual([
    ['s2', 'postings.not_there'],
    ['s3', 'postings.not_there'],
  ]);
  expect(await outcomeOf(0)).toMatchObject({ outcome: 'posted' });
  // Somebody stopped this run: that is how it ended, whatever is found out later.
  expect(await statusOf()).toBe('cancelled');
});

test('a document of which one entry arrived and another did not stays held', async () => {
  const id = await seedOne();
  const [row] = await app.deps.db.select().from(posting).where(eq(posting.id, id));
  if (!row) throw new Error('nothing was seeded');
  const other = { ...row, id: uuidv7(), kind: 'payment', number: 'BQ-2' };
  await app.deps.db.insert(posting).values(other);
  await decide(call, { posting: id }, true);
  expect(await outcomeOf(1)).toMatchObject({ outcome: 'held', code: 'run.posting_uncertain' });
  await decide(call, { posting: other.id }, false);
  expect(await outcomeOf(1)).toMatchObject({ outcome: 'held', code: 'postings.not_there' });
  expect(await holds()).toEqual([['s2', 'postings.not_there']]);
  expect(await statusOf()).toBe('partial');
});

test('a document that is held for another cause as well stays held for that', async () => {
  const id = await seedOne();
  const message = { code: 'acme.odd', params: {}, text: 'Odd', remedy: null, field: null };
  await end('partial', [[1, message]]);
  await decide(call, { posting: id }, true);
  expect(await outcomeOf(1)).toMatchObject({ outcome: 'held', code: 'acme.odd' });
  expect(await holds()).toEqual([['s2', 'acme.odd']]);
});

test('while the run goes on, its end decides on the outcome', async () => {
  const id = await seedOne();
  await app.deps.db.update(run).set({ status: 'running' }).where(eq(run.id, seeded.runId));
  await decide(call, { posting: id }, true);
  expect(await outcomeOf(1)).toBeUndefined();
  expect(await statusOf()).toBe('running');
});

test('a decision that cannot be written whole is not written at all', async () => {
  const id = await seedOne();
  await app.deps.db.execute(sql`create function burst() returns trigger language plpgsql as $$
    begin raise exception 'no room'; end $$`);
  await app.deps.db.execute(
    sql`create trigger burst before delete or update on hold for each row execute function burst()`,
  );
  expect((await decide(call, { posting: id }, true)).status).toBe(500);
  expect((await decide(call, { posting: id }, false)).status).toBe(500);
  await app.deps.db.execute(sql`drop trigger burst on hold`);
  expect((await rowOf(id))?.status).toBe('uncertain');
  expect(await outcomeOf(1)).toMatchObject({ code: 'run.posting_uncertain' });
  expect(await audited()).toEqual([]);
});
