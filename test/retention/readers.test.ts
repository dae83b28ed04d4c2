import { sql } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { endpoints } from '#schemas/api/index.ts';
import type { Run } from '#schemas/api/runs.ts';
import { payload } from '#server/db/schema/index.ts';
import { type Person, startTestApp, type TestApp } from '#server/http/testing/test-app.ts';
import { prune } from '#server/retention/prune.ts';
import { daysAgo, makePartitions, type PlantedFlow, plantFlow, plantRun } from './planted-days.ts';

type Page = import('zod').infer<typeof endpoints.getRunDocument.response>;

let app: TestApp;
let planted: PlantedFlow;
let viewer: Person;
beforeAll(async () => {
  app = await startTestApp();
  planted = await plantFlow(app.deps.db);
  ({ call: viewer } = await app.person({ role: 'viewer', workspaceId: planted.workspaceId }));
});
afterAll(() => app.close());

async function plantOn(days: number): Promise<{ runId: string; documentId: string }> {
  const { db } = app.deps;
  await makePartitions(db, daysAgo(days));
  const runId = await plantRun(db, planted, { day: daysAgo(days), documents: 1 });
  const [row] = await db.execute<{ id: string }>(sql`select id from document where run_id = ${runId} and root_id = id`);
  return { runId, documentId: row?.id ?? '' };
}

const readRun = async (id: string) => (await viewer('GET', `/api/runs/${id}`)).body as Run;
const readPage = async ({ runId, documentId }: { runId: string; documentId: string }) =>
  (await viewer('GET', `/api/runs/${runId}/documents/${documentId}`)).body as Page;

it('a run says after how many days its log and its source documents were removed', async () => {
  const [ancient, old, young] = [await plantOn(100), await plantOn(30), await plantOn(2)];
  expect((await readRun(ancient.runId)).removed).toEqual({ logAfterDays: null, sourcesAfterDays: null });
  await prune(app.deps.db, pino({ level: 'silent' }), new Date());
  expect((await readRun(ancient.runId)).removed).toEqual({ logAfterDays: 14, sourcesAfterDays: 90 });
  expect((await readRun(old.runId)).removed).toEqual({ logAfterDays: 14, sourcesAfterDays: null });
  expect((await readRun(young.runId)).removed).toEqual({ logAfterDays: null, sourcesAfterDays: null });
  expect(await readPage(ancient)).toMatchObject({
    body: null,
    source: { state: 'removed', removedAfterDays: 90, bytes: null },
    logs: [],
    logRemovedAfterDays: 14,
  });
  expect(await readPage(young)).toMatchObject({ body: { number: 0 }, source: { state: 'whole' } });
  const download = await viewer('GET', `/api/runs/${ancient.runId}/documents/${ancient.documentId}/body`);
  expect(download).toMatchObject({ status: 404, body: { error: { code: 'runs.source_missing' } } });
});

it('a large document is shown cut, and is there whole for those who ask', async () => {
  const large = await plantOn(1);
  const body = { number: 0, lines: Array.from({ length: 20_000 }, (_, line) => ({ line, text: 'été €' })) };
  await app.deps.db.update(payload).set({ body }).where(sql`document_id = ${large.documentId}`);
  const page = await readPage(large);
  expect(page).toMatchObject({ body: null, source: { state: 'cut', removedAfterDays: null } });
  expect(page.source.bytes).toBeGreaterThan(600_000);
  expect(page.source.excerpt).toHaveLength(8192);
  expect(JSON.stringify(page).length).toBeLessThan(30_000);
  const whole = await viewer('GET', `/api/runs/${large.runId}/documents/${large.documentId}/body`);
  expect(whole.body).toEqual(body);
  expect(whole.headers.get('content-disposition')).toContain('filename="0.json"');
  const stranger = await app.person();
  expect((await stranger.call('GET', `/api/runs/${large.runId}/documents/${large.documentId}/body`)).status).toBe(404);
});

it('what never had a source is not said to have been removed', async () => {
  const { db } = app.deps;
  const one = await plantOn(3);
  await db.delete(payload).where(sql`document_id = ${one.documentId}`);
  expect(await readPage(one)).toMatchObject({ body: null, source: { state: 'none', removedAfterDays: null } });
});
