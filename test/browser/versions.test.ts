import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Flow } from '#schemas/api/flows.ts';
import { endpoints } from '#schemas/api/index.ts';
import { make, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let flow: Flow;
let pastRun: string;

beforeAll(async () => {
  visitor = await stage.open();
  const { page } = visitor;
  await signUp(page);
  const demo = await make.demoShop(page);
  flow = await make.flow(page, 'Ventes', demo.id);
  pastRun = (await settled(page, (await make.run(page, flow.id, 'dry')).id)).id;
});

async function savedFlow(page: Page): Promise<Flow> {
  return endpoints.getFlow.response.parse(await (await page.request.get(`/api/flows/${flow.id}`)).json());
}

/** Books payments on another account, in the draft. */
async function changeDraft(page: Page, payment: string): Promise<void> {
  const { draft, bindings, draftRevision: revision } = await savedFlow(page);
  const entries = draft.nodes['entries'];
  if (!entries) throw new Error('the flow has no entries');
  const config = { ...entries.config, accounts: { payment } };
  const definition = { ...draft, nodes: { ...draft.nodes, entries: { ...entries, config } } };
  const answer = await page.request.put(`/api/flows/${flow.id}/draft`, { data: { definition, bindings, revision } });
  expect(answer.status()).toBe(200);
}

async function openVersions(page: Page): Promise<Locator> {
  await page.goto(`/flows/${flow.id}`);
  await page.getByRole('button', { name: 'Versions' }).click();
  return page.getByRole('dialog', { name: 'Versions' });
}

test('what the draft does otherwise is seen before it is published, setting by setting', async () => {
  const { page } = visitor;
  await changeDraft(page, '512999');
  const drawer = await openVersions(page);
  await drawer.getByText('has changes that are not published').waitFor();
  await drawer.getByText('1 run', { exact: false }).waitFor();
  await visitor.shoot('versions-drawer');
  await drawer.getByRole('button', { name: 'See what changed' }).click();

  await page.getByRole('heading', { name: 'Compare versions', level: 1 }).waitFor();
  const table = page.getByRole('table', { name: 'Journal entries' });
  const row = table.getByRole('row').filter({ hasText: '512999' });
  await row.waitFor();
  expect(await row.textContent()).toContain('Payment');
  await expect.poll(() => page.getByTestId('node-entries').textContent()).toContain('Changed');
  await visitor.shoot('versions-compare');

  await page.getByRole('button', { name: 'Swap the two sides' }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?before=draft&after=1');
});

test('a version is exported, and its file comes in again as it was', async () => {
  const { page } = visitor;
  const drawer = await openVersions(page);
  await drawer.getByRole('button', { name: 'More with version 1' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Export as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('ventes.v1.json');
  const path = await download.path();
  const text = await readFile(path, 'utf8');

  await page.goto('/flows');
  const choose = (name: string, content: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  visitor.expectProblem(/^422 POST \/api\/flows\/import/);
  await choose('broken.json', text.replace('"edges"', '"edgs"'));
  const refusal = page.getByRole('dialog', { name: 'The file was not imported' });
  await refusal.getByText('edges').waitFor();
  await visitor.shoot('versions-import-refused');
  await page.keyboard.press('Escape');
  await choose('newer.json', text.replace('passerelle.flow/1', 'passerelle.flow/2'));
  await refusal.getByText('this installation reads passerelle.flow/1').waitFor();
  await page.keyboard.press('Escape');
  await refusal.waitFor({ state: 'hidden' });

  await choose('ventes.v1.json', text);
  await page.getByText('“Ventes” imported').waitFor();
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1);
  expect(id).not.toBe(flow.id);
  expect(await (await page.request.get(`/api/flows/${id}/export`)).text()).toBe(text);
});

test('a past run is replayed with another version, and every cent that would move is shown', async () => {
  const { page } = visitor;
  const { draftRevision: revision } = await savedFlow(page);
  const published = await page.request.post(`/api/flows/${flow.id}/publish`, { data: { revision, note: 'Banque' } });
  expect(published.status()).toBe(200);

  await page.goto(`/runs/${pastRun}`);
  await page.getByRole('button', { name: 'Replay with version…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replay this run' });
  const version = dialog.getByRole('combobox', { name: 'Version to replay with' });
  await expect.poll(() => version.inputValue()).toBe('Version 2 (in use) · Banque');
  await visitor.shoot('replay-dialog');
  await dialog.getByRole('button', { name: 'Replay and compare' }).click();

  await page.waitForURL(/\/comparison$/);
  const counts = page.getByRole('group', { name: 'How the documents came out' });
  const otherwise = counts.getByRole('button', { name: /Booked otherwise/ });
  await otherwise.waitFor({ timeout: 60_000 });
  await page.getByRole('status').filter({ hasText: 'still going on' }).waitFor({ state: 'hidden', timeout: 60_000 });
  const accounts = page.getByRole('region', { name: 'Accounts' });
  await accounts.getByRole('row').filter({ hasText: '512999' }).waitFor();
  expect(await accounts.getByRole('row').count()).toBe(3);
  await otherwise.click();
  const article = page.getByRole('article').first();
  await article.getByRole('row').filter({ hasText: '512999' }).waitFor();
  await visitor.shoot('replay-comparison');

  const run = page.url().split('/').at(-2);
  const answer = await page.request.get(`/api/runs/${run}`);
  expect(endpoints.getRun.response.parse(await answer.json())).toMatchObject({
    mode: 'dry',
    trigger: 'replay',
    version: 2,
  });
  await page.goto(`/runs/${run}`);
  await page.getByRole('link', { name: 'Compare with the past run' }).waitFor();
});

test('an earlier version is published again in one step, with who and why in the history', async () => {
  const { page } = visitor;
  const drawer = await openVersions(page);
  await drawer.getByRole('button', { name: 'More with version 1' }).click();
  await page.getByRole('menuitem', { name: 'Go back to this version' }).click();
  const dialog = page.getByRole('dialog', { name: 'Go back to version 1?' });
  await dialog.getByLabel('Why').fill('La banque était juste');
  await visitor.shoot('versions-roll-back');
  await dialog.getByRole('button', { name: 'Go back to this version' }).click();
  await page.getByText('Version 1 is in use again, as version 3').waitFor();
  expect(await savedFlow(page)).toMatchObject({ publishedVersion: 3, hasUnpublishedChanges: false });
  await drawer.getByText('does the same as version 1').waitFor();
  await drawer.getByText('La banque était juste').waitFor();

  await drawer.getByRole('tab', { name: 'History' }).click();
  await drawer.getByText('Version 1 published again as version 3').waitFor();
  await drawer.getByText('Version 2 published').waitFor();
  await visitor.shoot('versions-history');
});

test('a draft is given up for the version in use', async () => {
  const { page } = visitor;
  await changeDraft(page, '512000');
  const drawer = await openVersions(page);
  await drawer.getByRole('button', { name: 'Discard the draft' }).click();
  const dialog = page.getByRole('dialog', { name: 'Discard the draft?' });
  await dialog.getByRole('button', { name: 'Discard the draft' }).click();
  await page.getByText('The draft is version 3 again').waitFor();
  expect(await savedFlow(page)).toMatchObject({ hasUnpublishedChanges: false, publishedVersion: 3 });
});

test('limits belong to the flow: they are saved without a publication, and the history says by whom', async () => {
  const { page } = visitor;
  await page.goto(`/flows/${flow.id}`);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('textbox', { name: 'At once' }).fill('2');
  await page.getByRole('button', { name: 'Save the limits' }).click();
  await page.getByText('Limits saved').waitFor();
  await visitor.shoot('flow-limits');
  expect(await savedFlow(page)).toMatchObject({ limits: { concurrency: 2 }, hasUnpublishedChanges: false });
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('Runs at once: 2; longest run: 1440 minutes').waitFor();
});

test('both screens fit a telephone, in French and in the dark', async () => {
  const { page } = visitor;
  const runs = await (await page.request.get(`/api/runs?flow=${flow.id}`)).json();
  const { items } = endpoints.listRuns.response.parse(runs);
  const replay = items.find(({ trigger }) => trigger === 'replay');
  const phone = await stage.open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await phone.context.addCookies(await visitor.context.cookies());
  await phone.context.addInitScript(`localStorage.setItem('passerelle.language', 'fr')`);
  const sideways = () =>
    phone.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  await phone.page.goto(`/flows/${flow.id}/compare?before=1&after=2`);
  await phone.page.getByRole('heading', { name: 'Comparer les versions', level: 1 }).waitFor();
  await phone.page.getByText('512999').waitFor();
  expect(await sideways()).toBe(0);
  await phone.shoot('versions-compare-phone');
  await phone.page.goto(`/runs/${replay?.id}/comparison`);
  await phone.page.getByRole('heading', { name: 'Comptes' }).waitFor();
  await phone.page.getByRole('article').first().waitFor();
  expect(await sideways()).toBe(0);
  await phone.shoot('replay-comparison-phone');
  await phone.context.close();
});
