import { beforeAll, expect, test } from 'vitest';
import { make } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let sales: string;
let alert: string;
beforeAll(async () => {
  visitor = await stage.open();
  await signUp(visitor.page);
  const demo = await make.demoShop(visitor.page);
  sales = (await make.flow(visitor.page, 'Ventes du mois', demo.id)).id;
  alert = (await make.emptyFlow(visitor.page, 'Alerte')).id;
});

const section = (name: string) => visitor.page.getByRole('region', { name });

test('the address that starts a flow is there with a command that works as it stands', async () => {
  const { page } = visitor;
  await page.goto(`/flows/${sales}/automation`);
  const api = section('Start from another program');
  const address = await api.getByRole('textbox', { name: 'Address', exact: true }).inputValue();
  expect(address).toBe(`${stage.product().url}/api/flows/${sales}/trigger`);
  const command = await api.getByRole('textbox', { name: 'Example with curl', exact: true }).inputValue();
  expect(command).toContain(address);
  expect(command).toMatch(/Idempotency-Key: \d{4}-\d{2}/);
  expect(command).toMatch(/"from":"\d{4}-\d{2}-01"/);
  await api.scrollIntoViewIfNeeded();
  await visitor.shoot('start-api');
});

test('a flow is made to handle the failures of every other one, by keyboard, and both say so', async () => {
  const { page } = visitor;
  await page.goto(`/flows/${alert}/automation`);
  const after = section('Start after another flow');
  await after.getByText('It starts after no other flow yet.').waitFor();
  await after.getByRole('button', { name: 'Start after a flow' }).focus();
  await page.keyboard.press('Enter');
  await after.getByText('Handle failures', { exact: false }).waitFor();
  await visitor.shoot('start-after-form');
  await after.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  const row = after.getByRole('group', { name: 'Every other flow' });
  await row.waitFor();
  for (const status of ['Partly done', 'Failed', 'Cancelled']) await row.getByText(status).waitFor();
  await visitor.shoot('start-after');
  await page.goto(`/flows/${sales}/automation`);
  await section('Start after another flow').getByRole('link', { name: 'Alerte' }).waitFor();
});

test('a ring is refused with the names of its flows', async () => {
  const { page } = visitor;
  await page.request.put(`/api/flows/${alert}/follows`, { data: { after: sales, statuses: ['succeeded'] } });
  visitor.expectProblem(/^422 PUT .*follows/);
  await page.goto(`/flows/${sales}/automation`);
  const after = section('Start after another flow');
  await after.getByRole('button', { name: 'Start after a flow' }).click();
  await after.getByRole('combobox', { name: 'After' }).click();
  await page.getByRole('option', { name: 'Alerte' }).click();
  await after.getByText('Choose…').click();
  await after.getByRole('checkbox', { name: 'Succeeded' }).check();
  await after.getByRole('button', { name: 'Save' }).click();
  await after.getByText('Alerte → Ventes du mois → Alerte').waitFor();
  await visitor.shoot('start-after-ring');
});

test('what was set is taken back', async () => {
  const { page } = visitor;
  await page.goto(`/flows/${alert}/automation`);
  const after = section('Start after another flow');
  await after.getByRole('button', { name: 'No longer start after Ventes du mois' }).click();
  await after.getByRole('group', { name: 'Ventes du mois' }).waitFor({ state: 'detached' });
  expect(await after.getByRole('group', { name: 'Every other flow' }).count()).toBe(1);
});

test('it reads well in Dutch on a telephone, and in the dark', async () => {
  const storageState = await visitor.context.storageState();
  const small = await stage.open({ viewport: { width: 390, height: 844 }, locale: 'nl-BE', storageState });
  await small.page.goto(`/flows/${alert}/automation`);
  const heading = small.page.getByRole('heading', { name: 'Starten na een andere flow' });
  await heading.scrollIntoViewIfNeeded();
  expect(await small.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await small.shoot('start-telephone');
  const dark = await stage.open({ colorScheme: 'dark', storageState });
  await dark.page.goto(`/flows/${alert}/automation`);
  await dark.page.getByRole('heading', { name: 'Start from another program' }).scrollIntoViewIfNeeded();
  await dark.shoot('start-dark');
});
