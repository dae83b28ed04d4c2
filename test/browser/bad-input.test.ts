import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { Run } from '#schemas/api/runs.ts';
import { make, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { shownRun, signUp, status } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

/** Orders as a real shop answered them; those in dollars and pounds have no exchange rate to be booked with. */
const CASES = [
  'be-guest-simple-shipping',
  'be-mixed-vat-21-12-6',
  'be-odd-rounding',
  'coupon-percent',
  'export-us-usd',
  'fees-positive-and-negative',
  'fr-oss-mixed-vat',
  'gbp-currency-be-customer',
  'nl-oss',
  'refund-two-partials',
  'status-failed',
  'two-shipping-lines',
];

const stage = setStage({ PASSERELLE_ALLOW_PRIVATE_NETWORK: 'true' });
let visitor: Visitor;
let shop: FakeShop;
beforeAll(async () => {
  shop = await startFakeShop({ shop: shopOf(CASES.map((name) => recordedCase(`prices-incl__${name}`))) });
  visitor = await stage.open();
  await signUp(visitor.page);
});
afterAll(() => shop.close());

/** Uses up the refusals that the shop was told to give. */
async function acceptKeysAgain(): Promise<void> {
  while (!(await fetch(`${String(shop.fields['url'])}/wp-json/`)).ok);
}

test('wrong keys are told by the live test in the shop’s own words; the right ones are saved', async () => {
  const { page } = visitor;
  await page.goto('/connections');
  await page.getByRole('button', { name: 'New connection' }).first().click();
  await page.getByRole('menuitem', { name: 'WooCommerce shop', exact: true }).click();
  await page.getByLabel('Name').fill('Boutique');
  await page.getByLabel('Address of the shop').fill(String(shop.fields['url']));
  await page.getByLabel('Consumer key').fill('ck_wrong');
  await page.getByLabel('Consumer secret').fill('cs_wrong');
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await page.getByRole('alert').getByText('refuses the keys (answer 401)').waitFor();
  await page.getByRole('alert').getByText('Check that both keys were copied whole').waitFor();
  await visitor.shoot('connection-wrong-keys');

  await page.getByLabel('Consumer key').fill(shop.secrets['consumerKey'] ?? '');
  await page.getByLabel('Consumer secret').fill(shop.secrets['consumerSecret'] ?? '');
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await page.getByRole('status').getByText('The connection works').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('“Boutique” saved').waitFor();
});

let flow = '';
let preview: Run;

test('documents that cannot be booked are held, with cause and remedy on the page of the run', async () => {
  const { page } = visitor;
  const saved = await page.request.get('/api/connections');
  const { items } = (await saved.json()) as { items: { id: string }[] };
  flow = (await make.flow(page, 'Ventes', items[0]?.id ?? '', { perPage: 3 })).id;
  preview = await settled(page, (await make.run(page, flow, 'dry')).id);
  await page.goto(`/runs/${preview.id}`);
  await page.getByRole('heading', { name: 'To put right' }).waitFor();
  await page.getByText('no exchange rate is known').first().waitFor();
  // One remedy would not free both: each currency is a cause of its own.
  await page.getByText('Add an exchange rate for USD to the mapping, then run again.').first().waitFor();
  await page.getByText('Add an exchange rate for GBP to the mapping, then run again.').first().waitFor();
  const { counts } = preview;
  expect(counts.held).toBe(2);
  expect(counts.previewed + counts.held + counts.skipped + counts.failed).toBe(counts.total);
  await visitor.shoot('run-held');

  await page.getByRole('button', { name: 'Show these documents', exact: true }).first().click();
  await expect.poll(() => page.getByRole('button', { name: /^Open document / }).count()).toBe(1);
  await page
    .getByRole('button', { name: /^Open document / })
    .first()
    .click();
  await page.getByRole('dialog').getByText('no exchange rate is known').waitFor();
  await visitor.shoot('run-document');
  await page.keyboard.press('Escape');
});

test('keys that are withdrawn in mid-run stop it with the reason, and resuming finishes without doubles', async () => {
  const { page } = visitor;
  shop.misbehave({ kind: 'refuse-credentials' }, { after: 4, times: 50 });
  const { id } = await make.run(page, flow, 'live');
  await page.goto(`/runs/${id}`);
  await page.getByRole('alert').getByText('refuses the keys').waitFor();
  const failed = await shownRun(page);
  expect(failed.status).toBe('failed');
  expect(failed.counts.total).toBeGreaterThan(0);
  expect(failed.counts.posted).toBe(0);
  await visitor.shoot('run-failed');

  await acceptKeysAgain();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('link', { name: 'Check the entries' }).click();
  await page.getByRole('button', { name: /^Confirm \d+ entries$/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm \d+ entries$/ })
    .click();
  await status(page, 'Partly done').waitFor();
  const run = await shownRun(page);
  expect(run.counts).toEqual({ ...preview.counts, previewed: 0, posted: preview.counts.previewed });
  expect(run.files).toHaveLength(1);
  await visitor.shoot('run-partly-done');

  const again = await settled(page, (await make.run(page, flow, 'live')).id);
  expect(again.counts).toMatchObject({ posted: 0, held: 2, pending: 0 });
  expect(again.files).toEqual([]);
});

test('a shop that is out of order for a moment only delays a run', async () => {
  const { page } = visitor;
  shop.misbehave({ kind: 'error', status: 503 }, { after: 2, times: 2 });
  const run = await settled(page, (await make.run(page, flow, 'dry')).id);
  expect(run.status).not.toBe('failed');
  expect(run.counts.total).toBe(preview.counts.total);
});

test('an address that leads nowhere says so and offers a way on', async () => {
  const { page } = visitor;
  visitor.expectProblem(/^404 GET \/api\/runs\//);
  await page.goto('/runs/00000000-0000-7000-8000-000000000000');
  await page.getByRole('alert').first().waitFor();
  await visitor.shoot('run-missing');
  await page.goto('/no/such/page');
  await page.getByRole('link', { name: /flows/i }).first().waitFor();
  await visitor.shoot('not-found');
});
