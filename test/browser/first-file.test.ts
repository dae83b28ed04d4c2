import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { checkFec } from '#nodes/text-file/testing/check-fec.ts';
import { endpoints } from '#schemas/api/index.ts';
import { setStage } from './support/stage.ts';
import { ACCOUNT, shownRun, signIn, signUp, status, TEMPLATE } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const SIREN = '732829320';

const stage = setStage();
let visitor: Visitor;
beforeAll(async () => {
  visitor = await stage.open();
});

/** "38" of "38 of 40 entries ticked", and the sums beside it. */
async function readFooter(): Promise<{ ticked: number; entries: number; debit: string; credit: string }> {
  const text = (await visitor.page.getByRole('status').filter({ hasText: 'entries ticked' }).textContent()) ?? '';
  const [, ticked = '', entries = ''] = /([\d,]+) of ([\d,]+) entries ticked/.exec(text) ?? [];
  const [, debit = ''] = /Debit\s*([\d,.]+)/.exec(text) ?? [];
  const [, credit = ''] = /Credit\s*([\d,.]+)/.exec(text) ?? [];
  return { ticked: Number.parseInt(ticked, 10), entries: Number.parseInt(entries, 10), debit, credit };
}

test('an empty installation asks for the first account and then shows the ways to a first flow', async () => {
  const { page } = visitor;
  await signUp(page);
  await page.getByRole('heading', { name: 'Build your first bridge to the books' }).waitFor();
  await visitor.shoot('flows-empty');
});

test('the demo shop leads through the wizard to a preview of the entries', async () => {
  const { page } = visitor;
  await page.getByRole('button', { name: 'Try with the demo shop' }).click();
  await page.getByRole('heading', { name: 'Which account should the flow use?' }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();

  await page.getByRole('heading', { name: 'How should it be booked?' }).waitFor();
  await visitor.shoot('wizard-settings');
  await page.getByLabel('SIREN').fill(SIREN);
  await page.getByRole('button', { name: 'Continue' }).click();

  await page.getByLabel('Name of the flow').fill(TEMPLATE);
  await page.getByRole('button', { name: 'Show the entries' }).click();
  await page.getByRole('treegrid', { name: 'Journal entries' }).waitFor();
  await page.getByText('it starts only when you start it').waitFor();
  await page.getByRole('link', { name: 'Let it run by itself' }).waitFor();
  await visitor.shoot('wizard-preview');
  expect(await page.getByRole('treegrid').getByRole('row').count()).toBeGreaterThan(10);
});

let posted = 0;

test('the first real run waits for a review, in which the sums follow the ticks', async () => {
  const { page } = visitor;
  await page.getByRole('button', { name: 'Use it: start the first real run' }).click();
  await page.getByRole('heading', { name: `Run of ${TEMPLATE}` }).waitFor();
  await page.getByRole('link', { name: 'Check the entries' }).click();
  await page.getByRole('heading', { name: 'Check the entries' }).waitFor();

  const all = await readFooter();
  expect(all.ticked).toBe(all.entries);
  expect(all.debit).toBe(all.credit);
  const first = page.getByRole('checkbox', { name: /^Tick entry / }).first();
  await first.uncheck();
  await expect.poll(readFooter).toMatchObject({ ticked: all.entries - 1 });
  const without = await readFooter();
  expect(without.debit).toBe(without.credit);
  expect(without.debit).not.toBe(all.debit);
  await first.check();
  await expect.poll(readFooter).toEqual(all);
  await visitor.shoot('review');

  await page.getByRole('button', { name: `Confirm ${all.entries} entries` }).click();
  const dialog = page.getByRole('dialog', { name: 'Confirm these entries?' });
  await dialog.getByText(all.debit).first().waitFor();
  await dialog.getByRole('button', { name: `Confirm ${all.entries} entries` }).click();
  await status(page, 'Succeeded').waitFor();
  posted = all.entries;
});

test('the finished run accounts for every document, and its file passes the checks of a FEC', async () => {
  const { page } = visitor;
  const { counts } = await shownRun(page);
  const { total, ...parts } = counts;
  expect(total).toBeGreaterThan(0);
  expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total);
  await page.getByText(`${total} documents in all`).waitFor();
  await visitor.shoot('run-succeeded');

  await page.getByRole('tab', { name: /^Files/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Download / }).click(),
  ]);
  await visitor.shoot('run-files');
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${SIREN}FEC\\d{8}\\.txt$`));
  const bytes = await readFile(await download.path());
  expect(checkFec(bytes, download.suggestedFilename())).toEqual([]);
  const [, ...lines] = bytes.toString('latin1').split('\r\n').filter(Boolean);
  expect(new Set(lines.map((line) => line.split('\t')[2])).size).toBe(posted);
});

test('a second run of the same period books nothing', async () => {
  const { page } = visitor;
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByRole('radio', { name: 'Everything' }).check();
  await page.getByRole('radio', { name: 'Real run' }).check({ force: true });
  const before = page.url();
  await page.getByRole('button', { name: 'Start the real run' }).click();
  await expect.poll(() => page.url()).not.toBe(before);
  await status(page, 'Succeeded').waitFor();
  const { counts, files } = await shownRun(page);
  expect(counts.total).toBeGreaterThan(0);
  expect(counts.skipped).toBe(counts.total);
  expect(files).toEqual([]);
  await visitor.shoot('run-nothing-new');
});

test('after a restart on the same data, the same person finds flow and runs again', async () => {
  const { page, context } = visitor;
  await page.goto('about:blank');
  await stage.product().restart();
  await context.clearCookies();
  await page.goto('/flows');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();

  visitor.expectProblem(/^401 POST \/api\/auth\/sign-in/);
  await signIn(page, 'not the password');
  await page.getByRole('alert').waitFor();
  await visitor.shoot('sign-in-refused');
  await signIn(page, ACCOUNT.password);

  await page.getByRole('link', { name: TEMPLATE, exact: true }).waitFor();
  await page.getByRole('link', { name: `Automation of ${TEMPLATE}: Switched off` }).waitFor();
  await visitor.shoot('flows');
  const { items } = endpoints.listRuns.response.parse(await (await page.request.get('/api/runs')).json());
  expect(items.map((run) => `${run.mode} ${run.status}`)).toEqual([
    'live succeeded',
    'live succeeded',
    'dry succeeded',
  ]);
  await page.goto('/runs');
  await page.getByRole('cell', { name: TEMPLATE }).first().waitFor();
  await visitor.shoot('runs');
});
