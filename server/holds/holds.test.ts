import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Hold, HoldCause } from '#schemas/api/holds.ts';
import type { RunSummary } from '#schemas/api/runs.ts';
import type { Message } from '#schemas/messages.ts';
import {
  auditLog,
  document,
  flow,
  flowVersion,
  outcome,
  posting,
  run,
  runKey,
  runStage,
  runStep,
} from '../db/schema/index.ts';
import { acmeFlow } from '../http/testing/acme.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { cancelRun } from '../jobs/control.ts';
import { noteHolds } from './note-holds.ts';
import { settleHolds } from './settle-holds.ts';

let app: TestApp;
let call: Person;
let workspaceId: string;
let flowId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ call, workspaceId } = await app.person());
  ({ flowId } = await seedRun(app.deps.db, workspaceId, 1));
});

type Ended = readonly ['held' | 'failed' | 'posted' | 'skipped', code: string, remedy?: string];
const trouble = (code: string, remedy: string | null = null): Message => ({
  ...{ code, params: {}, text: code, field: null },
  remedy,
});

/** A run of the flow whose documents ended as given, by key. */
async function runWith(
  ends: Readonly<Record<string, Ended>>,
  options: { mode?: 'live' | 'dry'; hash?: string; flow?: string; settle?: boolean } = {},
): Promise<string> {
  const { db } = app.deps;
  const { mode = 'live', hash = 'h', settle = true } = options;
  const values = { workspaceId, flowId: options.flow ?? flowId, version: 1, bindings: {}, trigger: 'manual' as const };
  const [row] = await db
    .insert(run)
    .values({ ...values, mode, status: 'running' })
    .returning();
  if (!row) throw new Error('no run');
  const step = { runId: row.id, nodeId: 'sales', position: 0, stage: 0, nodeType: 'acme-sales', nodeVersion: 1 };
  await db.insert(runStep).values({ ...step, kind: 'source' });
  await endWith(row.id, ends, { hash, settle, flow: values.flowId });
  return row.id;
}

/** Gives a run's documents their ends, and ends it. */
async function endWith(
  runId: string,
  ends: Readonly<Record<string, Ended>>,
  { hash = 'h', settle = true, flow: ofFlow = flowId } = {},
): Promise<void> {
  const { db } = app.deps;
  const ids = new Map(Object.keys(ends).map((key) => [key, uuidv7()]));
  for (const [key, [ended, code, remedy]] of Object.entries(ends)) {
    const id = ids.get(key) ?? '';
    const facts = {
      label: `Order ${key}`,
      number: key,
      total: '10.500000',
      currency: 'EUR',
      party: `Client ${key}`,
      hash,
    };
    await db.insert(document).values({ id, runId, nodeId: 'sales', key, kind: 'sales-document', rootId: id, ...facts });
    const message = trouble(code, remedy);
    await db.insert(outcome).values({ documentId: id, runId, outcome: ended, code, message });
  }
  await db.transaction(async (tx) => {
    await noteHolds(tx, runId, [...ids.values()]);
    if (settle) await settleHolds(tx, { id: runId, flowId: ofFlow });
  });
  await db.update(run).set({ status: 'partial' }).where(eq(run.id, runId));
}

function body<T>(reply: Reply, status = 200): T {
  expect(reply.status, JSON.stringify(reply.body)).toBe(status);
  return reply.body as T;
}
const causes = async (query = '') => body<{ items: HoldCause[] }>(await call('GET', `/api/holds/causes${query}`)).items;
const holds = async (query = '') => body<{ items: Hold[] }>(await call('GET', `/api/holds${query}`)).items;
const keys = async (query = '') => (await holds(query)).map(({ key, reason }) => `${key} ${reason.code}`);
const refusal = (reply: Reply) => [reply.status, (reply.body as { error: { code: string } }).error.code];

describe('the queue', () => {
  it('holds each document once, with what its latest run says of it, since it was first held', async () => {
    await runWith({ a: ['held', 'x.rate'], b: ['failed', 'x.broken'], c: ['posted', ''] });
    const [before] = await holds();
    const second = await runWith({ a: ['held', 'x.currency'] });
    expect(await keys()).toEqual(['b x.broken', 'a x.currency']);
    const after = (await holds()).find(({ key }) => key === 'a');
    expect(after).toMatchObject({ run: second, since: before?.since, total: '10.50', number: 'a', party: 'Client a' });
  });

  it('lets go of what a later run posts or leaves out by a rule, and of nothing else', async () => {
    const all: Ended = ['held', 'x.rate'];
    await runWith({ posted: all, ruled: all, unticked: all, cancelled: all, elsewhere: all, maybe: all, unread: all });
    await runWith({
      posted: ['posted', ''],
      ruled: ['skipped', 'x.not_paid'],
      unticked: ['skipped', 'run.unticked'],
      cancelled: ['skipped', 'run.cancelled'],
      elsewhere: ['skipped', 'run.being_posted'],
      maybe: ['skipped', 'run.maybe_posted'],
    });
    expect(await keys()).toEqual(['cancelled', 'elsewhere', 'maybe', 'unread'].map((key) => `${key} x.rate`));
  });

  it('is not touched by a dry run', async () => {
    await runWith({ a: ['held', 'x.rate'] });
    await runWith({ a: ['skipped', 'x.not_paid'], b: ['held', 'x.rate'] }, { mode: 'dry' });
    expect(await keys()).toEqual(['a x.rate']);
  });

  it('believes the later of two runs whichever comes last, except that what is posted is posted', async () => {
    const slow = await runWith({ a: ['held', 'x.slow'], b: ['posted', ''], c: ['held', 'x.slow'] }, { settle: false });
    await runWith({ a: ['posted', ''], b: ['held', 'x.late'], c: ['held', 'x.late'] });
    const { db } = app.deps;
    await db.transaction(async (tx) => {
      const rows = await tx.select({ id: document.id }).from(document).where(eq(document.runId, slow));
      await noteHolds(
        tx,
        slow,
        rows.map((row) => row.id),
      );
      await settleHolds(tx, { id: slow, flowId });
    });
    expect(await keys()).toEqual(['c x.late']);
  });

  it('takes in what was held in other ways than by a batch: a run cancelled after its file may have left', async () => {
    const runId = await runWith({ a: ['held', 'x.rate'] });
    await app.deps.db.update(run).set({ status: 'running' }).where(eq(run.id, runId));
    const id = uuidv7();
    const facts = {
      runId,
      nodeId: 'sales',
      key: 'b',
      kind: 'sales-document' as const,
      rootId: id,
      label: 'b',
      hash: 'h',
    };
    await app.deps.db.insert(document).values({ id, ...facts });
    await plantPosting({ key: 'b', runId, rootId: id });
    expect(await cancelRun(app.deps.db, runId)).toBe(true);
    expect(await keys()).toEqual(['a x.rate', 'b run.cancelled_uncertain']);
    const uncertain = (await causes()).map((cause) => [cause.message.code, cause.uncertain]);
    expect(Object.fromEntries(uncertain)).toEqual({ 'x.rate': 0, 'run.cancelled_uncertain': 1 });
    const retry = await call('POST', '/api/holds/retry', { which: { documents: [{ flow: flowId, key: 'b' }] } });
    expect(refusal(retry)).toEqual([409, 'holds.decide_first']);
  });
});

async function plantPosting(of: { key: string; runId: string; rootId: string }): Promise<void> {
  await app.deps.db.insert(posting).values({
    ...{ workspaceId, flowId, runId: of.runId, rootId: of.rootId, entryId: uuidv7(), status: 'uncertain' },
    ...{ target: 't', sourceSystem: 's', sourceDocument: of.key, kind: 'sale', number: of.key, day: '2026-10-31' },
    ...{ amount: '10.50', currency: 'EUR', hash: 'h' },
  });
}

describe('causes', () => {
  it('are counted over all runs and flows with their sums, flows and the first numbers', async () => {
    const other = uuidv7();
    await app.deps.db.insert(flow).values({ id: other, workspaceId, name: 'Other', bindings: {} });
    await app.deps.db.insert(flowVersion).values({ flowId: other, number: 1, definition: acmeFlow(), hash: 'h' });
    await app.deps.db.execute(`insert into flow_draft (flow_id, definition)
      select '${other}', definition from flow_draft where flow_id = '${flowId}'`);
    await runWith({ a: ['held', 'x.rate', 'Add USD'], b: ['held', 'x.rate', 'Add GBP'] });
    await runWith({ c: ['held', 'x.rate', 'Add USD'], d: ['held', 'x.rate', 'Add USD'] });
    await runWith({ e: ['held', 'x.rate', 'Add USD'] }, { flow: other });
    const [usd, gbp, ...rest] = await causes();
    expect(rest).toEqual([]);
    expect(usd).toMatchObject({ count: 4, numbers: ['a', 'c', 'd'], sums: [{ currency: 'EUR', amount: '42.00' }] });
    expect(usd?.flows.map(({ name, count }) => [name, count])).toEqual([
      ['Seeded', 3],
      ['Other', 1],
    ]);
    expect(gbp).toMatchObject({ count: 1, flows: [{ name: 'Seeded', publishedVersion: 1, retrying: 0 }] });
    expect((await causes(`?flow=${other}`)).map(({ count }) => count)).toEqual([1]);
    const found = await holds(`?cause=${usd?.id}&search=client%20d`);
    expect(found.map(({ key }) => key)).toEqual(['d']);
    expect(await call('GET', '/api/holds/count')).toMatchObject({ body: { waiting: 5, dismissed: 0, outdated: 0 } });
  });

  it('and documents are those of the own workspace only, and of flows that still exist', async () => {
    await runWith({ a: ['held', 'x.rate'] });
    const { call: stranger } = await app.person();
    const seen = await stranger('GET', '/api/holds/causes');
    expect(seen.body).toEqual({ items: [], documents: 0 });
    expect(refusal(await stranger('POST', '/api/holds/retry', { which: { flow: flowId } }))).toEqual([
      409,
      'holds.nothing_waiting',
    ]);
    expect(refusal(await stranger('POST', '/api/holds/dismiss', { which: { flow: flowId }, reason: 'mine' }))).toEqual([
      409,
      'holds.nothing_waiting',
    ]);
    await app.deps.db.update(flow).set({ archivedAt: new Date() }).where(eq(flow.id, flowId));
    expect(await causes()).toEqual([]);
  });

  it('pages through documents without losing or doubling one', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [`k${index}`, ['held', 'x.rate'] as Ended]),
    );
    await runWith(many);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: { items: Hold[]; next: string | null } = body(
        await call('GET', `/api/holds?limit=3${after && `&after=${after}`}`),
      );
      seen.push(...page.items.map(({ key }) => key));
      after = page.next;
    }
    expect(seen).toEqual(Object.keys(many));
  });
});

interface Retried {
  readonly runs: RunSummary[];
  readonly count: number;
}

describe('trying again', () => {
  it('starts one run limited to the documents, and does not start a second one for them', async () => {
    const first = await runWith({ a: ['held', 'x.rate'], b: ['held', 'x.rate'], c: ['held', 'x.other'] });
    const [{ id = '' } = {}] = await causes();
    const { runs, count } = body<Retried>(await call('POST', '/api/holds/retry', { which: { cause: id } }));
    expect(count).toBe(2);
    expect(runs).toMatchObject([{ trigger: 'retry', mode: 'live', version: 1, flow: { id: flowId } }]);
    const runId = runs[0]?.id ?? '';
    const limited = await app.deps.db.select().from(runKey).where(eq(runKey.runId, runId));
    expect(limited.map(({ nodeId, key }) => `${nodeId} ${key}`)).toEqual(['sales a', 'sales b']);
    const [row] = await app.deps.db.select().from(run).where(eq(run.id, runId));
    expect(row).toMatchObject({ isLimited: true, parentId: first });
    expect((await causes())[0]?.flows).toMatchObject([{ retrying: 2, retryRun: runId }]);

    expect(refusal(await call('POST', '/api/holds/retry', { which: { cause: id } }))).toEqual([409, 'holds.under_way']);
    const rest = body<Retried>(await call('POST', '/api/holds/retry', { which: { flow: flowId } }));
    expect(rest.count).toBe(1);
  });

  it('says of a document that its source no longer gives that it is gone, and lets it wait on', async () => {
    await runWith({ a: ['held', 'x.rate'], b: ['held', 'x.rate'] });
    const [{ id = '' } = {}] = body<Retried>(await call('POST', '/api/holds/retry', { which: { flow: flowId } })).runs;
    await app.deps.db.update(runStage).set({ status: 'done' }).where(eq(runStage.runId, id));
    await app.deps.db.update(run).set({ status: 'running' }).where(eq(run.id, id));
    await endWith(id, { a: ['posted', ''] });
    expect(await keys()).toEqual(['b holds.gone']);
    expect((await causes()).map(({ count, flows }) => [count, flows[0]?.retrying])).toEqual([[1, 0]]);
  });

  it('of the same documents by two people at once starts one run', async () => {
    await runWith({ a: ['held', 'x.rate'] });
    const which = { documents: [{ flow: flowId, key: 'a' }] };
    const replies = await Promise.all([1, 2, 3].map(() => call('POST', '/api/holds/retry', { which })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('runs the version that was asked for, and refuses one that cannot read these documents', async () => {
    await runWith({ a: ['held', 'x.rate'], b: ['held', 'x.rate'] });
    const { sales, ...others } = acmeFlow().nodes;
    if (!sales) throw new Error('no sales');
    const two = { ...acmeFlow(), nodes: { ...others, sales, more: sales } };
    const renamed = { ...acmeFlow(), nodes: { ...others, left: sales, right: sales } };
    await app.deps.db.insert(flowVersion).values([
      { flowId, number: 2, definition: two, hash: '2' },
      { flowId, number: 3, definition: renamed, hash: '3' },
    ]);
    const retry = (version: number) => call('POST', '/api/holds/retry', { which: { flow: flowId }, version });
    expect(refusal(await retry(9))).toEqual([404, 'flows.version_missing']);
    expect(refusal(await retry(3))).toEqual([422, 'holds.source_gone']);
    expect(await holds()).toHaveLength(2);
    await app.deps.db.update(flow).set({ publishedVersion: null }).where(eq(flow.id, flowId));
    const unpublished = await call('POST', '/api/holds/retry', { which: { flow: flowId } });
    expect(refusal(unpublished)).toEqual([422, 'run.not_published']);
    await app.deps.db.update(flow).set({ publishedVersion: 2 }).where(eq(flow.id, flowId));
    const outdated = async () =>
      body<{ outdated: number }>(await call('GET', `/api/holds/count?flow=${flowId}`)).outdated;
    expect(await outdated()).toBe(2);
    expect(body<Retried>(await retry(1)).runs).toMatchObject([{ version: 1 }]);
    expect(await outdated()).toBe(0);
  });

  it('says when nothing is named, and when nothing waits', async () => {
    expect((await call('POST', '/api/holds/retry', { which: {} })).status).toBe(400);
    expect(refusal(await call('POST', '/api/holds/retry', { which: { cause: 'none' } }))).toEqual([
      409,
      'holds.nothing_waiting',
    ]);
  });

  it('is not for who may only look', async () => {
    await runWith({ a: ['held', 'x.rate'] });
    const { call: viewer } = await app.person({ role: 'viewer', workspaceId });
    expect((await viewer('GET', '/api/holds')).status).toBe(200);
    for (const action of ['retry', 'dismiss', 'restore']) {
      const reply = await viewer('POST', `/api/holds/${action}`, { which: { flow: flowId }, reason: 'because' });
      expect(reply.status).toBe(403);
    }
  });
});

describe('leaving out', () => {
  const leaveOut = (key: string, reason = 'a test order of ours') =>
    call('POST', '/api/holds/dismiss', { which: { documents: [{ flow: flowId, key }] }, reason });

  it('takes a document out of the queue with a reason, who and when, and writes it down', async () => {
    await runWith({ a: ['held', 'x.rate'], b: ['held', 'x.rate'] });
    expect(body(await leaveOut('a'))).toEqual({ count: 1 });
    expect(await keys()).toEqual(['b x.rate']);
    const [left] = await holds('?state=dismissed');
    expect(left).toMatchObject({ key: 'a', dismissed: { by: 'Someone', reason: 'a test order of ours' } });
    const written = await app.deps.db.select().from(auditLog).where(eq(auditLog.action, 'holds.dismissed'));
    expect(written.at(-1)).toMatchObject({ subject: `flow:${flowId}`, details: { documents: ['a'] } });
    expect(refusal(await leaveOut('a'))).toEqual([409, 'holds.nothing_waiting']);
    expect((await leaveOut('b', ' ')).status).toBe(400);
  });

  it('lasts while later runs hold the same document for the same cause', async () => {
    await runWith({ a: ['held', 'x.rate'] });
    await leaveOut('a');
    await runWith({ a: ['held', 'x.rate'] });
    expect(await keys()).toEqual([]);
  });

  it('ends when it is held for another cause, and when the document changes', async () => {
    await runWith({ a: ['held', 'x.rate'], b: ['held', 'x.rate'] });
    await leaveOut('a');
    await leaveOut('b');
    await runWith({ a: ['held', 'x.currency'] });
    await runWith({ b: ['held', 'x.rate'] }, { hash: 'changed' });
    expect(await keys()).toEqual(['a x.currency', 'b x.rate']);
  });

  it('can be taken back', async () => {
    await runWith({ a: ['held', 'x.rate'] });
    await leaveOut('a');
    expect(body(await call('POST', '/api/holds/restore', { which: { flow: flowId } }))).toEqual({ count: 1 });
    expect(await keys()).toEqual(['a x.rate']);
    expect(await holds('?state=dismissed')).toEqual([]);
  });
});
