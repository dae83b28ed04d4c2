import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Run, RunDocument } from '#schemas/api/runs.ts';
import { outcome, run } from '../db/schema/index.ts';
import { type SeededRun, seedRun } from '../http/testing/seed-run.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { showAmount } from './show-amount.ts';

let app: TestApp;
let call: Person;
let seeded: SeededRun;
let at: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const person = await app.person();
  call = person.call;
  seeded = await seedRun(app.deps.db, person.workspaceId, 5);
  at = `/api/runs/${seeded.runId}`;
});

interface Listed<T> {
  readonly items: T[];
  readonly next: string | null;
  readonly total: number | null;
}
function listOf<T>(reply: Reply): Listed<T> {
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as Listed<T>;
}
const refusal = (reply: Reply) => [reply.status, (reply.body as { error: { code: string } }).error.code];

/** All items of a list, read in pages of two. */
async function readAll<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Listed<T> = listOf(
      await call('GET', `${path}?limit=2${after && `&after=${encodeURIComponent(after)}`}`),
    );
    expect(page.total === null).toBe(after !== '');
    items.push(...page.items);
    after = page.next;
  }
  return items;
}

it('shows a run with its counts, steps, causes, files and the review that waits', async () => {
  const { body } = await call('GET', at);
  expect(body).toMatchObject({
    status: 'in-review',
    review: 'look',
    counts: { total: 5, pending: 4, held: 1 },
    causes: [{ outcome: 'held', count: 1, message: { code: 'acme.odd' } }],
    files: [{ id: seeded.fileId, entryCount: 0, totalDebit: '0.00', deliveredTo: [] }],
    definition: { format: 'passerelle.flow/1' },
  });
  expect((body as Run).steps.map(({ node, warnings, errors }) => [node, warnings, errors])).toEqual([
    ['sales', 0, 0],
    ['entries', 1, 0],
    ['look', 0, 0],
  ]);
});

it('pages through documents, entries, logs and runs without a hole or a double', async () => {
  const documents = await readAll<RunDocument>(`${at}/documents`);
  expect(documents.map(({ id }) => id)).toEqual(seeded.sales);
  const entries = await readAll<{ documentId: string }>(`${at}/entries`);
  expect(entries.map(({ documentId }) => documentId)).toEqual(seeded.entries);
  expect(await readAll(`${at}/logs`)).toHaveLength(2);
  const runs = await readAll<{ id: string; counts: object }>('/api/runs');
  expect(runs).toMatchObject([{ id: seeded.runId, counts: { total: 5 } }]);
  for (const list of [`${at}/documents`, `${at}/entries`, `${at}/logs`, '/api/runs']) {
    expect(refusal(await call('GET', `${list}?after=nonsense`))).toEqual([400, 'runs.bad_cursor']);
  }
});

it('finds documents by what people know of them, and takes their words literally', async () => {
  const find = async (query: string) =>
    listOf<RunDocument>(await call('GET', `${at}/documents?${query}`)).items.map(({ number }) => number);
  expect(await find('search=client+3')).toEqual(['3']);
  expect(await find('search=104.1')).toEqual(['4']);
  expect(await find('search=%25')).toEqual([]);
  expect(await find('outcome=held')).toEqual(['1']);
  expect(await find('outcome=pending')).toEqual(['2', '3', '4', '5']);
  expect(listOf(await call('GET', `${at}/entries?search=707`)).items).toHaveLength(5);
  expect(listOf(await call('GET', `${at}/entries?search=70799`)).items).toHaveLength(0);
  expect(listOf(await call('GET', `${at}/logs?level=warning&node=entries`)).items).toMatchObject([
    { level: 'warning', documentLabel: 'Order 1' },
  ]);
});

it('shows one document with the entries made of it and its log', async () => {
  const { body } = await call('GET', `${at}/documents/${seeded.sales[0]}`);
  expect(body).toMatchObject({
    document: { total: '101.10', outcome: 'held', reason: { code: 'acme.odd' } },
    body: { number: 1 },
    entries: [{ pieceNumber: 'VT-1' }],
    logs: [{ level: 'warning' }],
  });
  const other = await seedRun(app.deps.db, (await app.person()).workspaceId, 1);
  expect(refusal(await call('GET', `${at}/documents/${other.sales[0]}`))).toEqual([404, 'runs.document_missing']);
});

it('writes amounts with two decimals, or with as many as they have', () => {
  expect(['12.500000', '0.000000', '-3.100000', '1.234500', '100', '12.345678'].map(showAmount)).toEqual([
    ...['12.50', '0.00', '-3.10', '1.2345', '100', '12.345678'],
  ]);
});

it('counts and sums what is ticked, and gives every state of the ticks its own hash', async () => {
  const review = async () => (await call('GET', `${at}/review`)).body as { hash: string };
  const tick = (entries: unknown, ticked: boolean) => call('PUT', `${at}/review/ticks`, { entries, ticked });
  const all = await review();
  expect(all).toMatchObject({
    status: 'open',
    instructions: 'Look at the VAT',
    entries: 5,
    ticked: 5,
    tickedDebit: '515.50',
    tickedCredit: '515.50',
  });
  const two = seeded.entries.slice(0, 2);
  const fewer = (await tick(two, false)).body;
  expect(fewer).toMatchObject({ ticked: 3, tickedDebit: '312.30' });
  expect(fewer).not.toMatchObject({ hash: all.hash });
  expect((await tick(two, false)).body).toEqual(fewer);
  const shown = listOf<{ ticked: boolean }>(await call('GET', `${at}/entries`)).items.map(({ ticked }) => ticked);
  expect(shown).toEqual([false, false, true, true, true]);
  expect((await tick('all', false)).body).toMatchObject({ ticked: 0, tickedDebit: '0.00' });
  expect((await tick('all', true)).body).toEqual(all);
  expect((await tick([], false)).body).toEqual(all);
  const foreign = [seeded.entries[0], seeded.sales[0]];
  expect(refusal(await tick(foreign, false))).toEqual([404, 'runs.document_missing']);
  expect(await review()).toEqual(all);
});

it('confirms exactly what was seen, once, and wakes the run up in the same breath', async () => {
  const { hash } = (await call('GET', `${at}/review`)).body as { hash: string };
  await call('PUT', `${at}/review/ticks`, { entries: seeded.entries.slice(0, 1), ticked: false });
  const confirm = (what: string) => call('POST', `${at}/review/confirm`, { hash: what });
  const jobs = () => app.database.sql`
    select payload from graphile_worker._private_jobs where payload ->> 'runId' = ${seeded.runId}`;
  expect(refusal(await confirm(hash))).toEqual([409, 'runs.review_changed']);
  expect(await jobs()).toHaveLength(0);
  expect((await call('GET', at)).body).toMatchObject({ status: 'in-review' });

  const seen = ((await call('GET', `${at}/review`)).body as { hash: string }).hash;
  const both = await Promise.all([confirm(seen), confirm(seen)]);
  expect(both.map((reply) => reply.status)).toEqual([200, 200]);
  expect(await jobs()).toHaveLength(1);
  expect((await call('GET', at)).body).toMatchObject({ status: 'running', review: null });
  const stages = await app.database.sql`select status from run_stage where run_id = ${seeded.runId} order by stage`;
  expect(stages.map((row) => row['status'])).toEqual(['done', 'running', 'waiting']);
  const [row] = await app.database.sql`select * from review where run_id = ${seeded.runId}`;
  expect(row).toMatchObject({ status: 'confirmed', confirmed_hash: seen });
  const audited = await app.database.sql`select action from audit_log where subject = ${`run:${seeded.runId}`}`;
  expect(audited.map((line) => line['action'])).toEqual(['review.confirmed']);

  const late = await call('PUT', `${at}/review/ticks`, { entries: 'all', ticked: true });
  expect(refusal(late)).toEqual([409, 'runs.review_closed']);
  expect(refusal(await confirm(hash))).toEqual([409, 'runs.review_closed']);
});

it('never lets a tick slip between what was seen and what is confirmed', async () => {
  const { hash } = (await call('GET', `${at}/review`)).body as { hash: string };
  const [confirmed, ticked] = await Promise.all([
    call('POST', `${at}/review/confirm`, { hash }),
    call('PUT', `${at}/review/ticks`, { entries: seeded.entries.slice(2), ticked: false }),
  ]);
  expect([confirmed.status, ticked.status].sort()).toEqual([200, 409]);
});

it('starts the published version, stops it, and resumes what failed only', async () => {
  const started = await call('POST', `/api/flows/${seeded.flowId}/runs`, {
    mode: 'dry',
    period: { from: '2026-10-01', to: '2026-10-31' },
  });
  expect(started.body).toMatchObject({ status: 'queued', mode: 'dry', version: 1, period: { to: '2026-10-31' } });
  const { id } = started.body as { id: string };
  const bad = await call('POST', `/api/flows/${seeded.flowId}/runs`, {
    mode: 'dry',
    period: { from: '2026-11-01', to: '2026-10-31' },
  });
  expect(bad.status).toBe(400);
  expect(refusal(await call('POST', `/api/runs/${id}/resume`))).toEqual([409, 'runs.not_failed']);
  expect((await call('POST', `/api/runs/${id}/cancel`)).status).toBe(200);
  expect(refusal(await call('POST', `/api/runs/${id}/cancel`))).toEqual([409, 'runs.already_over']);
  await app.deps.db.update(run).set({ status: 'failed' }).where(eq(run.id, id));
  expect((await call('POST', `/api/runs/${id}/resume`)).status).toBe(200);
  const empty = (await call('POST', '/api/flows', { name: 'Empty' })).body as { id: string };
  const unpublished = await call('POST', `/api/flows/${empty.id}/runs`, { mode: 'dry', period: null });
  expect(refusal(unpublished)).toEqual([422, 'run.not_published']);
});

it('counts a decided document once, whatever its outcome', async () => {
  const kinds = ['posted', 'skipped', 'failed', 'previewed'] as const;
  const rows = kinds.map((kind, index) => ({
    documentId: seeded.sales[index + 1] ?? '',
    runId: seeded.runId,
    outcome: kind,
  }));
  await app.deps.db.insert(outcome).values(rows);
  const counts = { total: 5, pending: 0, posted: 1, previewed: 1, skipped: 1, held: 1, failed: 1 };
  expect((await call('GET', at)).body).toMatchObject({ counts });
  expect((await call('GET', at)).body).toMatchObject({ causes: [{ outcome: 'failed' }, { outcome: 'held' }] });
});

it('tells causes apart by what there is to do, and lists the documents of one', async () => {
  const rows = [
    ['2', 'USD'],
    ['3', 'GBP'],
    ['4', 'USD'],
  ].map(([number = '', currency = '']) => ({
    documentId: seeded.sales[Number(number) - 1] ?? '',
    runId: seeded.runId,
    outcome: 'held' as const,
    code: 'acme.rate',
    message: {
      code: 'acme.rate',
      params: { document: number, currency },
      text: `Document ${number} is in ${currency}`,
      remedy: `Add a rate for ${currency}.`,
      field: null,
    },
  }));
  await app.deps.db.insert(outcome).values(rows);
  const { causes } = (await call('GET', at)).body as Run;
  expect(causes.map(({ message, numbers, count }) => [message.params['currency'], numbers, count])).toEqual([
    ['USD', ['2', '4'], 2],
    [undefined, ['1'], 1],
    ['GBP', ['3'], 1],
  ]);
  for (const { id, numbers } of causes) {
    const found = listOf<RunDocument>(await call('GET', `${at}/documents?cause=${id}`));
    expect([found.items.map(({ number }) => number), found.total]).toEqual([numbers, numbers.length]);
  }
});
