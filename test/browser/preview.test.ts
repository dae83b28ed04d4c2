import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { endpoints } from '#schemas/api/index.ts';
import { make, readRun, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp, status } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let page: Page;
let flow: string;
let run: string;

beforeAll(async () => {
  visitor = await stage.open();
  page = visitor.page;
  await signUp(page);
  const shop = await make.demoShop(page);
  flow = (await make.flow(page, 'Preview', shop.id)).id;
  run = (await make.run(page, flow, 'live')).id;
  expect((await settled(page, run)).status).toBe('in-review');
});

const grid = () => page.getByRole('treegrid', { name: 'Journal entries' });
const footer = () => page.getByRole('status').filter({ hasText: 'entries ticked' });

interface Footer {
  readonly ticked: number;
  readonly entries: number;
  readonly documents: number;
  readonly lines: number;
  readonly left: number;
  readonly debit: string;
}

async function readFooter(): Promise<Footer> {
  const text = (await footer().locator('p').allTextContents()).join('\n');
  const figure = (pattern: RegExp) => Number.parseInt((pattern.exec(text)?.[1] ?? '-1').replaceAll(',', ''), 10);
  return {
    ticked: figure(/([\d,]+) of [\d,]+ entries ticked/),
    entries: figure(/of ([\d,]+) entries ticked/),
    documents: figure(/Documents to create: ([\d,]+)/),
    lines: figure(/lines: ([\d,]+)/),
    left: figure(/([\d,]+) documents? stays? for later/),
    debit: /Debit\s*([\d,.]+)/.exec(text)?.[1] ?? '',
  };
}

const answer = async <T>(path: string, schema: { parse: (value: unknown) => T }): Promise<T> =>
  schema.parse(await (await page.request.get(`/api/runs/${run}${path}`)).json());
const sums = () => answer('/entries/sums', endpoints.sumRunEntries.response);

async function openReview(): Promise<void> {
  await page.goto(`/runs/${run}/review`);
  await grid().getByRole('row', { level: 1 }).first().waitFor();
}

test('AT-170 every column can be shown, hidden and moved, and the choice is kept', async () => {
  await openReview();
  const head = (name: string) => grid().getByRole('columnheader', { name, exact: true });
  await head('Account').waitFor();
  expect(await head('Due date').count()).toBe(0);
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  const menu = page.getByRole('group', { name: 'Columns' });
  const titles = [
    'Journal',
    'Date',
    'Piece',
    'Invoice',
    'Order or document',
    'Reference',
    'Account',
    'Customer account',
  ];
  titles.push('Name', 'Label', 'VAT code', 'VAT rate', 'VAT box', 'Debit', 'Credit', 'Payment mode', 'Currency');
  titles.push('Exchange rate', 'Amount in currency', 'Due date', 'Analytic sections', 'Document date', 'Matching code');
  for (const title of titles) await menu.getByRole('checkbox', { name: title, exact: true }).waitFor();
  await menu.getByRole('checkbox', { name: 'Due date' }).check();
  await menu.getByRole('checkbox', { name: 'VAT rate' }).uncheck();
  await menu.getByRole('button', { name: 'Move Piece to the left' }).click();
  await page.keyboard.press('Escape');
  const shown = async () =>
    (await grid().getByRole('columnheader').allTextContents()).map((text) => text.replace(/ \(.*/, '')).filter(Boolean);
  expect(await shown()).toEqual([
    ...['Journal', 'Date', 'Piece', 'Account', 'Customer account', 'Name', 'Label', 'VAT code'],
    ...['Debit', 'Credit', 'Due date'],
  ]);
  await openReview();
  expect(await shown()).toContain('Due date');
  await visitor.shoot('preview-columns');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save what is shown as a CSV file' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const [first, ...lines] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(first).toBe(`To create,${(await shown()).join(',')}`);
  expect(lines).toHaveLength((await sums()).lines);
});

test('AT-174 columns are filtered, the search finds in all of them, and the list of what is found can be unticked', async () => {
  await openReview();
  await page.keyboard.press('/');
  const search = page.getByRole('textbox', { name: 'Search the entries' });
  expect(await search.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Filter columns' }).click();
  const whole = await readFooter();
  await page.getByRole('textbox', { name: 'Filter Journal' }).fill('BQ');
  await expect
    .poll(() => grid().getByRole('row', { level: 1 }).allTextContents())
    .not.toContainEqual(expect.stringContaining('VTE'));
  const banks = (await answer('/entries/sums?journal=BQ', endpoints.sumRunEntries.response)).entries;
  await page.getByRole('button', { name: 'Tick all', exact: true }).click();
  await page.getByRole('menuitem', { name: `Untick what is shown (${banks})` }).click();
  await expect.poll(readFooter).toMatchObject({ ticked: whole.entries - banks });
  await page.getByRole('textbox', { name: 'Filter Journal' }).fill('no such journal');
  await page.getByText('No entry matches these filters.').waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByRole('button', { name: 'Tick all', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Tick all', exact: true }).click();
  await expect.poll(readFooter).toEqual(whole);
});

test('AT-171 entries fold, and the head of each shows the same sum on both sides', async () => {
  await openReview();
  const heads = grid().getByRole('row', { level: 1 });
  const amounts = await heads.evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('.entries-debit, .entries-credit')].map((cell) => cell.textContent)),
  );
  expect(amounts.length).toBeGreaterThan(3);
  for (const [debit, credit] of amounts) expect(debit).toBe(credit);
  await page.getByRole('button', { name: 'Fold all' }).click();
  await expect.poll(() => grid().getByRole('row', { level: 2 }).count()).toBe(0);
  await page.getByRole('button', { name: 'Unfold all' }).click();
});

/** A line of revenue: its account begins with 70. */
async function revenueLine(): Promise<Locator> {
  await page.getByRole('button', { name: 'Filter columns' }).click();
  await page.getByRole('textbox', { name: 'Filter Account' }).fill('70');
  const row = grid()
    .getByRole('row', { level: 2 })
    .filter({ has: page.locator('.entries-account', { hasText: /^70/ }) });
  return row.first();
}

test('a line leads to its order line in two clicks, and the order line back to the line', async () => {
  await openReview();
  const line = await revenueLine();
  const account = (await line.locator('.entries-account').textContent()) ?? '';
  await line.click();
  const drawer = page.getByRole('dialog', { name: 'Where this line comes from' });
  const part = drawer.getByRole('button', { name: /^Show .* × .* in its document$/ }).first();
  const name =
    (await part.getAttribute('aria-label'))?.replace(/^Show .* × /, '').replace(/ in its document$/, '') ?? '';
  await visitor.shoot('preview-line');
  await part.click();

  const here = drawer.getByRole('row').and(page.locator('[aria-current="location"]'));
  await here.getByText(name).waitFor();
  await visitor.shoot('preview-source');
  await here.getByRole('button', { name: new RegExp(`^Entry line on account ${account}, credit `) }).click();
  await drawer.getByRole('table', { name: 'Made of' }).waitFor();
  await drawer.getByRole('button', { name: 'Back' }).click();
  await here.waitFor();
  await page.keyboard.press('Escape');
});

test('AT-172 AT-175 unticked entries leave the sums and the counts, and come back in the next list', async () => {
  await openReview();
  const before = await readFooter();
  expect(before).toMatchObject({ ticked: before.entries, lines: (await sums()).lines });
  await grid().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect.poll(readFooter).toMatchObject({ ticked: before.entries - 1 });
  const after = await readFooter();
  expect(after.lines).toBeLessThan(before.lines);
  expect(after.debit).not.toBe(before.debit);

  await page.getByRole('button', { name: `Confirm ${after.ticked} entries` }).click();
  const dialog = page.getByRole('dialog', { name: 'Confirm these entries?' });
  await dialog.getByRole('button', { name: `Confirm ${after.ticked} entries` }).click();
  await status(page, 'Succeeded').waitFor();
  const posted = await readRun(page, run);
  expect(posted.files[0]?.entryCount).toBe(after.ticked);

  const next = await make.run(page, flow, 'live');
  run = next.id;
  expect((await settled(page, run)).status).toBe('in-review');
  expect((await sums()).entries).toBe(1);
});

test('AT-164 a dry run stands beside the books: what is identical, and what is still to be added', async () => {
  const dry = await make.run(page, flow, 'dry');
  await settled(page, dry.id);
  await page.goto(`/runs/${dry.id}`);
  await page.getByRole('tab', { name: 'Compared with the books' }).click();
  const counts = page.getByRole('group', { name: 'Documents by how they stand beside the books' });
  await counts.getByRole('button', { name: /^\d+ · Identical$/ }).click();
  await page
    .getByText(/^Booked as .* transferred/)
    .first()
    .waitFor();
  await visitor.shoot('preview-books');
  await counts.getByRole('button', { name: '1 · To add' }).click();
  await expect.poll(() => page.getByRole('article').count()).toBe(1);
});

test('the preview reads well in French, in the dark and on a telephone', async () => {
  const french = await stage.open({
    ...{ locale: 'fr-BE', colorScheme: 'dark' as const, viewport: { width: 390, height: 844 } },
    storageState: await visitor.context.storageState(),
  });
  await french.page.goto(`/runs/${run}/review`);
  await french.page.getByRole('treegrid', { name: 'Liste des écritures' }).getByRole('row').nth(2).waitFor();
  const width = await french.page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(390);
  await french.shoot('preview-french-390');
});
