import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenSsh, startOpenSsh } from '#nodes/sftp/testing/openssh.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { delivery, document, file } from '#server/db/schema/index.ts';
import { fileBytes } from '#server/jobs/complete-file.ts';
import { confirmReview, readReview } from '#server/runs/review.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { EngineHarness } from './harness.ts';

const cases = await recordedCases();
const OWNER = { userId: 'ada', workspaceId: HEADLESS_WORKSPACE, role: 'owner' } as const;

let engine: EngineHarness;
let shop: FakeShop;
let server: OpenSsh;
let runId: string;
let flowId: string;
beforeAll(async () => {
  engine = await EngineHarness.create();
  shop = await startFakeShop({ shop: shopOf(cases.map(({ name }) => recordedCase(name))) });
  server = await startOpenSsh();
  const { port, username, privateKey, fingerprint } = server;
  const fields = { host: '127.0.0.1', port, username, privateKey, hostKey: fingerprint };
  const settings = { perPage: 10, chart: 'be-pcmn', folder: server.folder };
  flowId = await engine.publish(shop, settings, 'woocommerce-fec-sftp', { server: { type: 'sftp', fields } });
  runId = await engine.start(flowId, 'manual');
});
afterAll(async () => {
  await shop.close();
  await server.close();
  await engine.database.drop();
});

/** Takes the run forward in a process of its own; gives the signal that ended it. */
async function goOn(stage: string | null, moment = 'before-commit', spared = 0): Promise<NodeJS.Signals | null> {
  const secretKey = engine.secretKey.toString('base64');
  const order = JSON.stringify({ url: engine.database.url, secretKey, runId, stage, moment, spared });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'mortal-engine.ts')], {
    env: { ...process.env, MORTAL_ENGINE: order },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let problems = '';
  child.stderr.on('data', (text) => (problems += String(text)));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (code !== 0 && signal === null) throw new Error(problems);
  return signal;
}

const readCount = async () => (await engine.counts(runId)).total;
const attempts = async () => {
  const rows = await engine.database.db.select().from(delivery).where(eq(delivery.runId, runId));
  return rows.map((row) => `${row.nodeId} ${row.status} ${row.attempts}`).sort();
};

it('a process that is killed in every stage in turn loses no document, books none twice and delivers one file once', async () => {
  expect(await goOn('source', 'before-commit', 1)).toBe('SIGKILL');
  const read = await readCount();
  expect(read).toBeGreaterThan(0);
  expect(await goOn('source', 'before-commit')).toBe('SIGKILL');
  expect(await readCount()).toBe(read);
  expect(await goOn('source', 'after-commit')).toBe('SIGKILL');
  expect(await readCount()).toBeGreaterThan(read);

  // The first transaction of a review only counts what there is to look at.
  expect(await goOn('review', 'before-commit', 1)).toBe('SIGKILL');
  expect((await engine.status(runId)).status).toBe('running');
  expect(await goOn('review', 'after-commit', 1)).toBe('SIGKILL');
  expect((await engine.status(runId)).status).toBe('in-review');
  const { db } = engine.database;
  const review = await readReview(db, OWNER, runId);
  await confirmReview(db, OWNER, runId, review.hash);

  expect(await goOn('render', 'before-commit')).toBe('SIGKILL');
  expect(await engine.postings(flowId)).toEqual([]);
  expect(await goOn('render', 'after-commit')).toBe('SIGKILL');
  expect(await engine.postings(flowId)).toHaveLength(review.entries);

  expect(await goOn('deliver', 'before-call')).toBe('SIGKILL');
  expect(await attempts()).toContain('sftp intended 1');
  expect(await readdir(server.folder)).toEqual([]);
  expect(await goOn('deliver', 'after-call')).toBe('SIGKILL');
  const delivered = await readdir(server.folder);
  expect(delivered).toHaveLength(1);
  expect(await attempts()).toContain('sftp intended 2');
  // The first transaction of a delivery announces it, the second records it.
  expect(await goOn('deliver', 'before-commit')).toBe('SIGKILL');
  expect(await attempts()).toContain('sftp intended 2');
  expect(await goOn('deliver', 'before-commit', 1)).toBe('SIGKILL');
  expect(await attempts()).toContain('sftp intended 3');

  expect(await goOn(null)).toBe(null);
  expect((await engine.status(runId)).status).toBe('partial');
  expect(await readdir(server.folder)).toEqual(delivered);
  expect(await attempts()).toContain('sftp delivered 4');

  const documents = cases.length + cases.reduce((sum, { refunds }) => sum + refunds.length, 0);
  expect(await engine.counts(runId)).toMatchObject({ total: documents, skipped: 4, held: 2, failed: 0, pending: 0 });
  const rows = await db.select().from(document).where(eq(document.runId, runId));
  expect(new Set(rows.map((row) => `${row.nodeId} ${row.key}`)).size).toBe(rows.length);
  const postings = await engine.postings(flowId);
  expect(postings).toHaveLength(review.entries);
  expect(postings.every(({ status }) => status === 'posted')).toBe(true);
  expect(new Set(postings.map((one) => one.entryId)).size).toBe(postings.length);
  const files = await db.select().from(file).where(eq(file.runId, runId));
  expect(files.map(({ status, entryCount }) => ({ status, entryCount }))).toEqual([
    { status: 'complete', entryCount: review.entries },
  ]);
  const [name = ''] = delivered;
  expect(await readFile(join(server.folder, name))).toEqual(await fileBytes(db, files[0]?.id ?? ''));
}, 120_000);
