import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { endpoints } from '#schemas/api/index.ts';
import type { MappingDetail } from '#schemas/api/mappings.ts';
import { make, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let shop = '';
beforeAll(async () => {
  visitor = await stage.open();
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signUp(visitor.page);
  shop = (await make.demoShop(visitor.page)).id;
  expect((await visitor.page.request.post('/api/lists/refresh', { data: {} })).status()).toBe(200);
});

const grid = (page: Page) => page.getByRole('grid');
const COLUMNS = ['method', 'category', 'group', 'tax', 'country', 'shop', 'withVat', 'withoutVat'] as const;

/** Presses Tab until the focus is there; only what a keyboard reaches can be reached so. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await goal.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${goal}`);
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes to a column of the row that is chosen, from wherever in it. */
async function toColumn(page: Page, column: (typeof COLUMNS)[number]): Promise<void> {
  await press(page, 'Home', ...COLUMNS.slice(0, COLUMNS.indexOf(column)).map(() => 'ArrowRight'));
}

/** The texts of an exception as the grid shows them, by its place below the default. */
async function shownRow(page: Page, row: number): Promise<string[]> {
  return grid(page).locator(`tr[data-row="${row}"] td .sheet-text`).allTextContents();
}

const mappingId = (page: Page) => /\/mappings\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';

async function savedMapping(page: Page, id: string): Promise<MappingDetail> {
  return endpoints.getMapping.response.parse(await (await page.request.get(`/api/mappings/${id}`)).json());
}

async function saveByKey(page: Page): Promise<void> {
  await press(page, 'Control+s');
  await page.getByRole('status').filter({ hasText: 'Saved as revision' }).waitFor();
}

test('AT-121 a mapping table is made and filled by keyboard only, from an empty list to a saved revision', async () => {
  const { page } = visitor;
  await page.goto('/mappings');
  await tabTo(page, page.getByRole('button', { name: 'New tables' }));
  await press(page, 'Enter');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Main shop');
  await press(page, 'Enter');
  await grid(page).and(page.locator(':focus')).waitFor();

  await toColumn(page, 'withVat');
  await page.keyboard.type('700000');
  await press(page, 'Tab');
  await page.keyboard.type('700900');
  await press(page, 'Enter', 'Control+Enter');
  await page.keyboard.type('bac');
  await page.getByRole('option', { name: /^bacs/ }).waitFor();
  await press(page, 'ArrowDown', 'Tab');
  await toColumn(page, 'country');
  await page.keyboard.type('belg');
  await page.getByRole('option', { name: /^BE Belgium/ }).waitFor();
  await press(page, 'Tab');
  await toColumn(page, 'withVat');
  await page.keyboard.type('700100');
  await press(page, 'Enter');
  await expect.poll(() => shownRow(page, 1)).toEqual(['bacs', '', '', '', 'BE', '', '700100', '', '', '', '']);
  expect(await page.getByRole('status').filter({ hasText: 'Unsaved changes' }).count()).toBe(1);
  await visitor.shoot('mappings-filled');
  await saveByKey(page);
  const { ruleRows } = await savedMapping(page, mappingId(page));
  expect(ruleRows.map(({ match, set }) => ({ match, set }))).toEqual([
    { match: {}, set: { withVat: '700000', withoutVat: '700900' } },
    { match: { method: 'bacs', country: 'BE' }, set: { withVat: '700100' } },
  ]);
});

test('rows of a spreadsheet are pasted, taken back and pasted again, and are there after loading the page anew', async () => {
  const { page } = visitor;
  await press(page, 'Control+Enter');
  await toColumn(page, 'country');
  const rows = ['Germany\t\t700200', 'fr\t\t700300', 'Atlantis\t\t700400'];
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(rows.join('\r\n'))})`);
  await press(page, 'Control+v');
  await page.getByText('2 rows were added for what was pasted').waitFor();
  await page.getByText('1 cell to correct').waitFor();
  await visitor.shoot('mappings-pasted');
  await press(page, 'Control+z');
  await expect.poll(() => grid(page).locator('tr[data-row]').count()).toBe(3);
  await press(page, 'Control+y', 'ArrowDown', 'ArrowDown');
  await toColumn(page, 'country');
  await page.keyboard.type('NL');
  await press(page, 'Enter');
  await saveByKey(page);
  await page.reload();
  await grid(page).waitFor();
  const countries = async () =>
    (await Promise.all([1, 2, 3, 4].map((row) => shownRow(page, row)))).map((row) => row[4]);
  await expect.poll(countries).toEqual(['BE', 'DE', 'FR', 'NL']);
});

test('AT-122 all countries are added at once, without those that are there, and go again with one step back', async () => {
  const { page } = visitor;
  const { items } = endpoints.readLists.response.parse(
    await (await page.request.get('/api/lists?list=countries')).json(),
  );
  const known = items.flatMap(({ values }) => values).length;
  await page.getByRole('button', { name: 'Add many' }).focus();
  await press(page, 'Enter');
  const item = page.getByRole('menuitem', { name: /^Country: all/ });
  await item.waitFor();
  for (let presses = 0; presses < 12 && (await item.and(page.locator(':focus')).count()) === 0; presses += 1) {
    await press(page, 'ArrowDown');
  }
  await press(page, 'Enter');
  // Germany, France and the Netherlands have rows of their own; Belgium has one only together with a payment method.
  await page.getByText(`${known - 3} rows added`).waitFor();
  await page.getByText('3 were there already').waitFor();
  await page.getByText(`${known + 1} exceptions`).waitFor();
  await grid(page).focus();
  await press(page, 'Control+z');
  await page.getByText('4 exceptions').waitFor();
});

test('AT-125 the search and the filters of the columns narrow the rows; AT-124 the default goes into those', async () => {
  const { page } = visitor;
  await press(page, 'Control+f');
  await page.keyboard.type('germany');
  await page.getByText('1 of 4 exceptions shown').waitFor();
  await press(page, 'Enter');
  await grid(page).and(page.locator(':focus')).waitFor();
  await press(page, 'Control+a', 'Space');
  await page.getByText('1 ticked').waitFor();
  await page.getByRole('button', { name: 'Apply the default' }).click();
  await page.getByRole('menuitem', { name: 'Sales without VAT: 700900' }).click();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect.poll(() => shownRow(page, 2)).toEqual(['', '', '', '', 'DE', '', '700200', '700900', '', '', '']);
  expect((await shownRow(page, 3))[7]).toBe('');
  await page.getByRole('button', { name: 'Reset row 3' }).click();
  await expect.poll(() => shownRow(page, 2)).toEqual(['', '', '', '', 'DE', '', '', '', '', '', '']);
  await grid(page).focus();
  await press(page, 'Control+z');
});

test('which row wins is asked in the drawer, and the row is shown', async () => {
  const { page } = visitor;
  await page.getByRole('button', { name: 'Help and try it' }).click();
  const drawer = page.getByRole('dialog', { name: 'Help and try it' });
  const field = (name: string) => drawer.getByLabel(name, { exact: true }).and(page.locator('input'));
  await field('Country').fill('BE');
  await field('Payment method').fill('bacs');
  await drawer.getByRole('button', { name: 'Which row wins?' }).click();
  await drawer.getByText('named by value: Payment method, Country').waitFor();
  await visitor.shoot('mappings-try');
  await drawer.getByRole('button', { name: 'Show row 2' }).click();
  await expect.poll(() => grid(page).getAttribute('aria-activedescendant')).toContain('match.method');
});

test('leaving with unsaved changes asks, and a save over somebody else’s is a choice', async () => {
  const { page } = visitor;
  const id = mappingId(page);
  await page.getByRole('link', { name: 'All mapping tables' }).click();
  const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
  await asked.getByRole('button', { name: 'Stay' }).click();

  const theirs = await savedMapping(page, id);
  const data = { revision: theirs.revision, rules: theirs.ruleRows.slice(0, 2) };
  expect((await page.request.put(`/api/mappings/${id}`, { data })).status()).toBe(200);
  visitor.expectProblem(/409 PUT .*mappings/);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const conflict = page.getByRole('dialog', { name: 'Somebody saved in the meantime' });
  await conflict.getByText(`saved revision ${theirs.revision + 1}`).waitFor();
  await visitor.shoot('mappings-conflict');
  await conflict.getByRole('button', { name: 'Overwrite with mine' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `Saved as revision ${theirs.revision + 2}` })
    .waitFor();
  expect((await savedMapping(page, id)).ruleRows).toHaveLength(5);

  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Restore revision 2' }).click();
  await page.getByRole('button', { name: 'Restore it' }).click();
  await page.getByText('Revision 2 is back').waitFor();
  expect((await savedMapping(page, id)).ruleRows).toHaveLength(2);
});

test('AT-048 a flow that names the tables books its sales on the account that they say', async () => {
  const { page } = visitor;
  const id = mappingId(page);
  const flow = await make.flow(page, 'Ventes', shop);
  await page.goto(`/flows/${flow.id}?node=entries&setting=mapping`);
  await page.getByRole('combobox', { name: 'Mapping tables' }).click();
  await page.getByRole('option', { name: 'Main shop' }).click();
  await page.getByRole('link', { name: 'Open these tables' }).waitFor();
  await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
  await visitor.shoot('mappings-picker');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden', timeout: 30_000 });
  await expect
    .poll(async () => (await savedMapping(page, id)).flows.map(({ isPublished }) => isPublished))
    .toEqual([true]);

  const mapping = await savedMapping(page, id);
  const rules = mapping.ruleRows.map((rule) => ({ ...rule, set: { withVat: '701234', withoutVat: '701235' } }));
  const data = { revision: mapping.revision, rules: rules.filter(({ match }) => Object.keys(match).length === 0) };
  expect((await page.request.put(`/api/mappings/${id}`, { data })).status()).toBe(200);
  const run = await settled(page, (await make.run(page, flow.id, 'dry')).id);
  await page.goto(`/runs/${run.id}`);
  await page.getByRole('tab', { name: /^Entries/ }).click();
  await page.getByRole('treegrid').getByText('701234').first().waitFor();
  await visitor.shoot('mappings-booked');
});
