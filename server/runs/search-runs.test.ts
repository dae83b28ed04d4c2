import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ListedRun } from '#schemas/api/runs.ts';
import { document, run } from '../db/schema/index.ts';
import { type SeededRun, seedRun } from '../http/testing/seed-run.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';

let app: TestApp;
let call: Person;
let workspaceId: string;
let seeded: SeededRun;
let other: SeededRun;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const person = await app.person();
  ({ call, workspaceId } = person);
  seeded = await seedRun(app.deps.db, workspaceId, 5);
  other = await seedRun(app.deps.db, workspaceId, 2);
});

interface Listed {
  readonly items: ListedRun[];
  readonly total: number;
  readonly isCut: boolean;
}
async function list(query: Record<string, string>, who: Person = call): Promise<Listed> {
  const reply = await who('GET', `/api/runs?${new URLSearchParams(query)}`);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as Listed;
}
const ids = ({ items }: Listed) => items.map(({ id }) => id);
const refusal = (reply: Reply) => [reply.status, (reply.body as { error: { code: string } }).error.code];
const rename = (at: number, change: Partial<typeof document.$inferInsert>) =>
  app.deps.db
    .update(document)
    .set(change)
    .where(eq(document.id, seeded.sales[at] ?? ''));

test('AT-241 finds the runs that read a document, by how its number begins, and says which documents these are', async () => {
  await rename(0, { number: 'WEB-2026-0042' });
  for (const search of ['WEB-2026-0042', 'web-2026', ' WEB-2026-00 ']) {
    const found = await list({ search });
    expect([ids(found), found.total, found.isCut]).toEqual([[seeded.runId], 1, false]);
    expect(found.items[0]?.matches).toMatchObject([
      { number: 'WEB-2026-0042', label: 'Order 1', party: 'Client 1', total: '101.10', outcome: 'held' },
    ]);
  }
  // Both runs read an order 2.
  expect(ids(await list({ search: '2' }))).toEqual([other.runId, seeded.runId]);
  expect(ids(await list({ search: '2026-0042' }))).toEqual([]);
  expect(ids(await list({ search: 'WEB%' }))).toEqual([]);
});

test('AT-241 finds them by customer, word by word, whatever the capitals and accents', async () => {
  await rename(1, { party: 'Maison Noémie Lefèvre-Peeters' });
  for (const search of ['noemie', 'Lefèvre', 'LEFEVRE', 'peet maison', 'lefèvre-peeters']) {
    expect(ids(await list({ search })), search).toEqual([seeded.runId]);
  }
  expect(ids(await list({ search: 'oemie' }))).toEqual([]);
});

test('AT-241 finds them by amount, with a comma or a point, exactly, whatever its sign', async () => {
  await rename(2, { total: '-1234.560000' });
  for (const search of ['1234,56', '1234.56', '1 234,56', '1.234,56', '-1234,56', '1234.56 EUR']) {
    expect(ids(await list({ search })), search).toEqual([seeded.runId]);
  }
  expect(ids(await list({ search: '1234.57' }))).toEqual([]);
  expect(ids(await list({ search: '234,56' }))).toEqual([]);
});

test('shows at most three documents as the reason, and none without a search', async () => {
  expect((await list({ search: 'client' })).items.map(({ matches }) => matches.length)).toEqual([2, 3]);
  expect((await list({})).items.flatMap(({ matches }) => matches)).toEqual([]);
});

test('what thousands of documents have is looked for among the newest, and the answer says so', async () => {
  const rows = Array.from({ length: 2100 }, (_, index) => {
    const id = uuidv7();
    const common = { nodeId: 'sales', kind: 'sales-document' as const, label: 'x', hash: 'h' };
    return {
      ...common,
      id,
      runId: seeded.runId,
      key: `many${index}`,
      rootId: id,
      number: `M${index}`,
      party: 'Comptoir',
    };
  });
  await app.deps.db.insert(document).values(rows);
  const found = await list({ search: 'comptoir' });
  expect([ids(found), found.isCut, found.items[0]?.matches.length]).toEqual([[seeded.runId], true, 3]);
});

test('AT-230 AT-241 filters by trigger, flow, status and days, together with a search', async () => {
  const { db } = app.deps;
  await db.update(run).set({ trigger: 'schedule', status: 'partial' }).where(eq(run.id, other.runId));
  expect(ids(await list({ trigger: 'schedule' }))).toEqual([other.runId]);
  expect((await list({ trigger: 'schedule' })).items[0]?.trigger).toBe('schedule');
  expect(ids(await list({ trigger: 'manual' }))).toEqual([seeded.runId]);
  expect(ids(await list({ search: '2', status: 'partial' }))).toEqual([other.runId]);
  expect(ids(await list({ search: '2', flow: seeded.flowId }))).toEqual([seeded.runId]);
});

test('a day is a day of the reader: 23:30 in Brussels is not tomorrow in London', async () => {
  const at = new Date('2026-07-15T22:30:00Z');
  // The id of a run is as old as the run.
  const hex = at.getTime().toString(16).padStart(12, '0');
  const id = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${uuidv7().slice(-12)}`;
  const [row] = await app.deps.db.select().from(run).where(eq(run.id, seeded.runId));
  if (!row) throw new Error('nothing was seeded');
  await app.deps.db.insert(run).values({ ...row, id, createdAt: at });
  const on = async (day: string, zone: string) => ids(await list({ from: day, to: day, zone }));
  expect(await on('2026-07-16', 'Europe/Brussels')).toEqual([id]);
  expect(await on('2026-07-15', 'Europe/Brussels')).toEqual([]);
  expect(await on('2026-07-15', 'Europe/London')).toEqual([id]);
  expect(ids(await list({ to: '2026-07-15', zone: 'UTC' }))).toEqual([id]);
  expect((await call('GET', '/api/runs?from=2026-07-15&zone=Europe/Atlantis')).status).toBe(400);
});

test('finds nothing of another workspace', async () => {
  const stranger = (await app.person()).call;
  expect(await list({ search: 'client' }, stranger)).toMatchObject({ items: [], total: 0 });
});

test('AT-164 "include already transferred" needs an owner and a reason, and both are kept', async () => {
  const start = (who: Person, order: object) =>
    who('POST', `/api/flows/${seeded.flowId}/runs`, { mode: 'live', period: null, ...order });
  const editor = (await app.person({ workspaceId, role: 'editor' })).call;
  const reason = 'The dossier was restored from a backup';
  expect((await start(editor, { includePosted: true, reason })).status).toBe(403);
  expect(refusal(await start(call, { includePosted: true }))).toEqual([422, 'postings.reason_needed']);
  expect(refusal(await start(call, { includePosted: true, reason: ' abc  ' }))).toEqual([
    422,
    'postings.reason_needed',
  ]);
  const { id } = (await start(call, { includePosted: true, reason })).body as { id: string };
  const [again] = await app.deps.db.select().from(run).where(eq(run.id, id));
  expect(again).toMatchObject({ includePosted: true, reason });
  const lines = await app.database.sql`select details from audit_log where subject = ${`run:${id}`}`;
  expect(lines).toMatchObject([{ details: { mode: 'live', includePosted: true, reason } }]);
  const usual = (await start(editor, { reason: 'left over' })).body as { id: string };
  const [plain] = await app.deps.db.select().from(run).where(eq(run.id, usual.id));
  expect(plain).toMatchObject({ includePosted: false, reason: null });
});
