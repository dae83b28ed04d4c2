import { and, eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSsh, startOpenSsh } from '#nodes/sftp/testing/openssh.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { document, file, review, reviewUnticked, run, runStage, stepLog } from '#server/db/schema/index.ts';
import { cancelRun, resumeRun } from '#server/jobs/control.ts';
import { enqueueRun } from '#server/jobs/enqueue.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { EngineHarness } from './harness.ts';

const names = (await recordedCases()).map(({ name }) => name);

let engine: EngineHarness;
let shop: FakeShop;
beforeAll(async () => {
  engine = await EngineHarness.create();
});
afterAll(() => engine.database.drop());
afterEach(() => shop?.close());

async function openShop(): Promise<FakeShop> {
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  return shop;
}

/** Each flow of these tests is its own, so that its postings are too. */
let flows = 0;
async function publish(): Promise<string> {
  flows += 1;
  return engine.publish(await openShop(), { perPage: 10, fileName: `test-${flows}` }).then(async (id) => {
    await engine.database.sql`update flow set name = ${`flow ${flows}`} where id = ${id}`;
    return id;
  });
}

describe('a run', () => {
  it('pins the version it was started with', async () => {
    const flowId = await publish();
    const runId = await engine.start(flowId);
    await engine.database.sql`update flow set published_version = null where id = ${flowId}`;
    expect(await engine.drain(runId)).toBe('partial');
    expect((await engine.status(runId)).version).toBe(1);
  });

  it('exists together with its job, or not at all', async () => {
    const flowId = await publish();
    const jobs = async () =>
      Number((await engine.database.sql`select count(*) from graphile_worker.jobs`)[0]?.['count']);
    const before = await jobs();
    await engine.start(flowId);
    expect(await jobs()).toBe(before + 1);
    await expect(
      engine.database.db.transaction(async (tx) => {
        await enqueueRun(tx, '00000000-0000-7000-8000-000000000000');
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await jobs()).toBe(before + 1);
  });

  it('has counters that add up, from outcomes', async () => {
    const runId = await engine.start(await publish());
    await engine.drain(runId);
    const { total, pending, posted, previewed, skipped, held, failed } = await engine.counts(runId);
    expect(pending).toBe(0);
    expect(posted + previewed + skipped + held + failed).toBe(total);
    expect({ skipped, held, failed, previewed }).toEqual({ skipped: 4, held: 2, failed: 0, previewed: 0 });
  });

  it('logs each step with level, time and document', async () => {
    const runId = await engine.start(await publish());
    await engine.drain(runId);
    const lines = await engine.database.db.select().from(stepLog).where(eq(stepLog.runId, runId));
    expect(new Set(lines.map((line) => line.nodeId))).toEqual(
      new Set(['orders', 'entries', 'review', 'file', 'download']),
    );
    const held = lines.filter((line) => line.level === 'warning' && line.documentId !== null);
    expect(held.map((line) => line.message.code)).toContain('entry.currency_without_rate');
    const all = JSON.stringify(lines);
    for (const secret of Object.values(shop.secrets)) expect(all).not.toContain(secret);
  });
});

describe('a batch', () => {
  it('done by two workers at once is written once', async () => {
    const flowId = await publish();
    const runId = await engine.start(flowId);
    for (;;) {
      await Promise.all([engine.step(runId), engine.step(runId), engine.step(runId)]);
      const { status } = await engine.status(runId);
      if (status === 'partial') break;
      expect(status).toBe('running');
    }
    const rows = await engine.database.db.select().from(document).where(eq(document.runId, runId));
    expect(new Set(rows.map((row) => `${row.nodeId} ${row.key}`)).size).toBe(rows.length);
    const postings = await engine.postings(flowId);
    expect(postings.every((one) => one.status === 'posted')).toBe(true);
    const [written] = await engine.database.db.select().from(file).where(eq(file.runId, runId));
    expect(written?.entryCount).toBe(postings.length);
  });

  it('of a worker that was overtaken writes nothing', async () => {
    const runId = await engine.start(await publish());
    await engine.step(runId);
    shop.misbehave({ kind: 'throttle', retryAfterSeconds: 1 }, { times: 1 });
    const slow = engine.step(runId);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await engine.database.sql`update run_stage set batch = batch + 5 where run_id = ${runId} and stage = 0`;
    const before = await engine.database.sql`select count(*) from document where run_id = ${runId}`;
    await slow;
    const after = await engine.database.sql`select count(*) from document where run_id = ${runId}`;
    expect(after).toEqual(before);
  });
});

describe('a source that fails in mid-run', () => {
  it('fails the run with the reason, keeps what was read, and goes on from there when resumed', async () => {
    const flowId = await publish();
    const runId = await engine.start(flowId);
    await engine.step(runId);
    await engine.step(runId);
    const read = (await engine.counts(runId)).total;
    expect(read).toBeGreaterThan(10);
    shop.misbehave({ kind: 'refuse-credentials' }, { times: 1000 });
    expect(await engine.drain(runId)).toBe('failed');
    const failed = await engine.status(runId);
    expect(failed.problem?.code).toMatch(/^woocommerce\./);
    expect(failed.problem?.remedy).toBeTruthy();
    expect((await engine.counts(runId)).total).toBe(read);
    const lines = await engine.database.db
      .select()
      .from(stepLog)
      .where(and(eq(stepLog.runId, runId), eq(stepLog.level, 'error')));
    expect(lines).toHaveLength(1);

    shop.misbehave({ kind: 'error', status: 200 }, { times: 0 });
    await shop.close();
    shop = await startFakeShop({
      shop: shopOf(names.map(recordedCase)),
      port: Number(new URL(String(shop.fields['url'])).port),
    });
    expect(await resumeRun(engine.database.db, runId)).toBe(true);
    expect(await engine.drain(runId)).toBe('partial');
    const counts = await engine.counts(runId);
    expect(counts).toMatchObject({ skipped: 4, held: 2, pending: 0 });
    expect((await engine.postings(flowId)).filter((one) => one.kind === 'sale')).toHaveLength(
      new Set((await engine.postings(flowId)).filter((one) => one.kind === 'sale').map((one) => one.sourceDocument))
        .size,
    );
  });

  it('is tried again by itself when that may help', async () => {
    const patient = await EngineHarness.create([0, 0, 0]);
    const flowId = await patient.publish(await openShop());
    const runId = await patient.start(flowId);
    await patient.step(runId);
    shop.misbehave({ kind: 'close' }, { times: 5 });
    expect(await patient.drain(runId)).toBe('partial');
    const lines = await patient.database.db.select().from(stepLog).where(eq(stepLog.runId, runId));
    expect(lines.map((line) => line.message.code)).toContain('run.trying_again');
    await patient.database.drop();
  }, 120_000);
});

describe('the ledger', () => {
  it('AT-163 lets a second run post nothing again, and says why', async () => {
    const flowId = await publish();
    await engine.drain(await engine.start(flowId));
    const first = await engine.postings(flowId);
    // Started by hand: had a posted entry come through, the run would wait for somebody to review it.
    const again = await engine.start(flowId, 'manual');
    expect(await engine.drain(again)).toBe('partial');
    expect(await engine.counts(again)).toMatchObject({ posted: 0, held: 2, failed: 0 });
    expect(await engine.postings(flowId)).toEqual(first);
    const rows = await engine.database.sql`
      select code, count(*)::int as n from outcome where run_id = ${again} group by 1 order by 2 desc`;
    expect(rows[0]).toMatchObject({ code: 'run.already_posted' });
  });

  it('AT-163 lets runs at the same time post each document once', async () => {
    const flowId = await publish();
    const runs = [await engine.start(flowId), await engine.start(flowId), await engine.start(flowId)];
    await Promise.all(runs.map((runId) => engine.drain(runId)));
    const postings = await engine.postings(flowId);
    expect(postings.every((one) => one.status === 'posted')).toBe(true);
    const totals = await Promise.all(runs.map((runId) => engine.counts(runId)));
    const documents = new Set(postings.map((one) => one.sourceDocument)).size;
    expect(totals.reduce((so, counts) => so + counts.posted, 0)).toBeGreaterThanOrEqual(documents);
    const files = await engine.database.db.select().from(file).where(eq(file.workspaceId, 'command-line'));
    const own = files.filter((one) => runs.includes(one.runId));
    expect(own.reduce((so, one) => so + one.entryCount, 0)).toBe(postings.length);
    for (const counts of totals) expect(counts.pending).toBe(0);
  });

  it('gives back what a cancelled run had claimed and not delivered', async () => {
    const flowId = await publish();
    const cancelled = await engine.start(flowId);
    const stageOf = async () => {
      const rows = await engine.database.db.select().from(runStage).where(eq(runStage.runId, cancelled));
      return rows.find((row) => row.status === 'running')?.stage;
    };
    while ((await stageOf()) !== 3) await engine.step(cancelled);
    expect((await engine.postings(flowId)).length).toBeGreaterThan(0);
    expect(await cancelRun(engine.database.db, cancelled)).toBe(true);
    expect(await engine.postings(flowId)).toEqual([]);
    expect(await engine.counts(cancelled)).toMatchObject({ pending: 0, posted: 0 });
    await engine.drain(await engine.start(flowId));
    expect((await engine.postings(flowId)).every((one) => one.status === 'posted')).toBe(true);
  });
});

describe('a delivery that the target refuses', () => {
  let sftp: OpenSsh;
  beforeAll(async () => {
    sftp = await startOpenSsh();
  });
  afterAll(() => sftp.close());

  async function refusedRun(alsoDownload: boolean) {
    const flow = engine.template('woocommerce-fec-sftp', {});
    if (!alsoDownload) {
      delete flow.nodes['download'];
      flow.edges = flow.edges.filter((edge) => edge.to.node !== 'download');
    }
    flows += 1;
    flow.name = `refused ${flows}`;
    // The server's own key was never confirmed: nothing is sent, and that is certain.
    const { port, username, privateKey } = sftp;
    const server = { type: 'sftp', fields: { host: '127.0.0.1', port, username, privateKey, hostKey: '' } };
    const flowId = await engine.publishFlow(flow, await openShop(), { server });
    const runId = await engine.start(flowId);
    expect(await engine.drain(runId)).toBe('failed');
    expect((await engine.postings(flowId)).map((one) => one.status)).toContain('intended');
    expect(await cancelRun(engine.database.db, runId)).toBe(true);
    return { flowId, runId };
  }

  it('gives its documents back when the run is cancelled', async () => {
    const { flowId, runId } = await refusedRun(false);
    expect(await engine.postings(flowId)).toEqual([]);
    expect(await engine.counts(runId)).toMatchObject({ posted: 0, pending: 0, held: 2 });
  });

  it('leaves them to a person when the file went elsewhere already, and books nothing again', async () => {
    const { flowId, runId } = await refusedRun(true);
    const postings = await engine.postings(flowId);
    expect(new Set(postings.map((one) => one.status))).toEqual(new Set(['uncertain']));
    const codes = await engine.database
      .sql`select distinct code from outcome where run_id = ${runId} and outcome = 'held'`;
    expect(codes.map((row) => row['code'])).toContain('run.cancelled_uncertain');
    const again = await engine.start(flowId);
    await engine.drain(again);
    expect(await engine.counts(again)).toMatchObject({ posted: 0 });
    const said = await engine.database.sql`select distinct code from outcome where run_id = ${again}`;
    expect(said.map((row) => row['code'])).toContain('run.maybe_posted');
  });
});

describe('a review', () => {
  it('parks the run, and what is unticked is left out and proposed again next time', async () => {
    const flowId = await publish();
    const runId = await engine.start(flowId, 'manual');
    expect(await engine.drain(runId)).toBe('in-review');
    await engine.step(runId);
    expect((await engine.status(runId)).status).toBe('in-review');
    expect(await engine.postings(flowId)).toEqual([]);

    const entries = await engine.database.db
      .select()
      .from(document)
      .where(and(eq(document.runId, runId), eq(document.kind, 'journal-entry')));
    const [sale] = entries;
    const left = entries.filter((entry) => entry.rootId === sale?.rootId);
    await engine.database.db
      .insert(reviewUnticked)
      .values(left.map((entry) => ({ runId, nodeId: 'review', documentId: entry.id })));
    await engine.database.db.transaction(async (tx) => {
      await tx.update(review).set({ status: 'confirmed' }).where(eq(review.runId, runId));
      await tx
        .update(runStage)
        .set({ status: 'running' })
        .where(and(eq(runStage.runId, runId), eq(runStage.stage, 1)));
      await tx.update(run).set({ status: 'running' }).where(eq(run.id, runId));
    });
    expect(await engine.drain(runId)).toBe('partial');
    expect((await engine.postings(flowId)).length).toBe(entries.length - left.length);
    const [outcome] = await engine.database.db.execute(sql`select * from outcome where document_id = ${sale?.rootId}`);
    expect(outcome).toMatchObject({ outcome: 'skipped', code: 'run.unticked' });

    const next = await engine.start(flowId);
    await engine.drain(next);
    expect(await engine.counts(next)).toMatchObject({ posted: 1 });
  });
});

describe('a file format that cannot hold an entry', () => {
  it('holds the whole document, its payment too, and the file has all the others', async () => {
    // WinBooks takes digits only as a document number: one order has letters in it.
    const bad = structuredClone(recordedCase('prices-incl__nl-oss')) as unknown as { order: { number: string } };
    bad.order.number = 'WEB-57';
    const good = recordedCase('prices-incl__be-guest-simple-shipping');
    shop = await startFakeShop({ shop: shopOf([good, bad as unknown as typeof good]) });
    const flowId = await engine.publish(shop, { chart: 'be-pcmn' }, 'woocommerce-winbooks');
    const runId = await engine.start(flowId);
    expect(await engine.drain(runId)).toBe('partial');
    expect(await engine.counts(runId)).toMatchObject({ total: 2, posted: 1, held: 1 });
    const postings = await engine.postings(flowId);
    expect(postings.map((one) => one.number)).toEqual([good.order['number'], good.order['number']]);
    const [written] = await engine.database.db.select().from(file).where(eq(file.runId, runId));
    expect(written?.entryCount).toBe(2);
  });
});
