import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endpoints } from '#schemas/api/index.ts';
import { type OpenDatabase, openDatabase } from '#server/db/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/db/embedded-postgres.ts';
import { payload, sizeSample } from '#server/db/schema/index.ts';
import { daysAgo, makePartitions, type PlantedFlow, plantFlow, plantRun } from '../retention/planted-days.ts';
import { setStage } from './support/stage.ts';
import { ACCOUNT, signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

// A database that the test reaches too: days of the past cannot be made from outside.
const environment: Record<string, string> = {};
let folder: string;
let server: EmbeddedPostgres;
let database: OpenDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'health-'));
  server = await startEmbeddedPostgres({ folder, disposable: true });
  environment['DATABASE_URL'] = server.url;
  database = openDatabase(server.url, 2);
});
const stage = setStage(environment);
let visitor: Visitor;
let planted: PlantedFlow;
beforeAll(async () => {
  visitor = await stage.open();
  await signUp(visitor.page);
  const { workspace } = endpoints.getSession.response.parse(
    await (await visitor.page.request.get('/api/session')).json(),
  );
  planted = await plantFlow(database.db, workspace?.id);
});
afterAll(async () => {
  await database.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function openSystem(): Promise<void> {
  const { page } = visitor;
  await page.goto('/flows');
  await page.getByRole('navigation').getByRole('link', { name: 'System' }).click();
  await page.getByRole('heading', { name: 'System', level: 1 }).waitFor();
}

const figure = (name: string) => visitor.page.getByRole('group', { name, exact: true });

test('the page says that all is well, with a living worker and the room that each class takes', async () => {
  const { page } = visitor;
  await openSystem();
  await page.getByText('All is well').waitFor();
  await figure('Workers').getByText('1 alive').waitFor();
  await figure('Database').getByText('PostgreSQL 18').waitFor();
  await figure('Held documents').getByText('no money waits').waitFor();
  const storage = page.getByRole('region', { name: 'Storage' });
  for (const name of ['Proof of bookings', 'Source documents', 'Logs']) await storage.getByText(name).first().waitFor();
  await storage.getByText('set one below to get a forecast').waitFor();
  await visitor.shoot('system-well');
});

test('a limit and some days of samples make a forecast and a chart', async () => {
  const { page } = visitor;
  const byClass = { proof: 4_000_000, payload: 2_000_000, trace: 1_000_000, other: 3_000_000 };
  const samples = [1, 2, 3, 4, 5].map((days) => ({ day: daysAgo(days), bytes: 10_000_000 - days * 50_000, byClass }));
  await database.db.insert(sizeSample).values(samples);
  await openSystem();
  await page.getByRole('img', { name: /^Size of the database on the last 6 days/ }).waitFor();
  await page.getByRole('textbox', { name: 'Limit of the database (GB)' }).fill('0.5');
  await page.getByRole('button', { name: 'See what would be removed' }).click();
  await page.getByRole('dialog').getByText('Nothing would be removed now.').waitFor();
  await page.getByRole('button', { name: 'Keep data for these times' }).click();
  await page.getByText('The times are set').waitFor();
  await page.getByText('as you set it').waitFor();
  await page.getByText('500 MB').waitFor();
  await visitor.shoot('system-forecast');
});

test('shorter times show what they remove before they do it, and what somebody needs stays and is named', async () => {
  const { page } = visitor;
  const [old, needed] = [daysAgo(40), daysAgo(60)];
  for (const day of [old, needed]) await makePartitions(database.db, day);
  const over = await plantRun(database.db, planted, { day: old, documents: 3 });
  await plantRun(database.db, planted, { day: needed, documents: 3, status: 'in-review' });
  await openSystem();
  await page.getByRole('textbox', { name: 'Logs (days)' }).fill('10');
  await page.getByRole('textbox', { name: 'Source documents (days)' }).fill('30');
  await page.getByRole('button', { name: 'See what would be removed' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('row', { name: /^Logs 2 days/ }).waitFor();
  await dialog.getByRole('row', { name: /^Source documents 1 day / }).waitFor();
  await dialog.getByText('1 day of source documents stays').waitFor();
  await visitor.shoot('system-preview');
  await dialog.getByRole('button', { name: 'Remove it and keep to these times' }).click();
  const dropped = async () => {
    const answer = await page.request.get('/api/system/health');
    return endpoints.getSystemHealth.response.parse(await answer.json()).pruning?.dropped.length;
  };
  await expect.poll(dropped, { timeout: 30_000, interval: 500 }).toBe(3);
  await page.reload();
  await page.getByText(/3 days dropped/).waitFor();
  await page.getByRole('link', { name: 'run of Ventes' }).waitFor();
  await page.getByText('Days of source documents that are past their age and stay').waitFor();
  await visitor.shoot('system-kept');

  await page.goto(`/runs/${over}`);
  await page.getByRole('tab', { name: /^Log/ }).click();
  await page.getByText('The log of this run was removed after 10 days').waitFor();
  await page.getByRole('tab', { name: /^Documents/ }).click();
  await page.getByRole('button', { name: 'Open document Order 0' }).click();
  await page.getByText('What was read from the source was removed after 30 days.').waitFor();
  await visitor.shoot('run-removed');
  await page.getByRole('tab', { name: 'Entries made of it' }).click();
  await page.getByText('VT-0').first().waitFor();
});

test('a large document shows its beginning, and all of it is one click away', async () => {
  const { page } = visitor;
  const runId = await plantRun(database.db, planted, { day: daysAgo(0), documents: 1 });
  const body = { number: 0, lines: Array.from({ length: 20_000 }, (_, line) => ({ line, text: 'été' })) };
  await database.db
    .update(payload)
    .set({ body })
    .where(sql`document_id = (select id from document where run_id = ${runId} and root_id = id)`);
  await page.goto(`/runs/${runId}`);
  await page.getByRole('button', { name: 'Open document Order 0' }).click();
  await page.getByText('only its beginning is shown').waitFor();
  await visitor.shoot('document-large');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download all of it' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('0.json');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual(body);
});

test('in French on a telephone it fits, in dark colours too', async () => {
  const narrow = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
  const reader = await stage.open({ ...narrow, colorScheme: 'dark' });
  await reader.context.addInitScript("localStorage.setItem('passerelle.language', 'fr')");
  const { email, password } = ACCOUNT;
  await reader.page.request.post('/api/auth/sign-in/email', { data: { email, password } });
  await reader.page.goto('/system');
  await reader.page.getByRole('heading', { name: 'Système', level: 1 }).waitFor();
  await reader.page.getByText('Documents sources conservés au-delà de leur délai').waitFor();
  const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await reader.page.evaluate<number>(beyond)).toBe(0);
  await reader.shoot('system-phone-fr');
  await reader.context.close();
});
