import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { make } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let shop: FakeShop;
beforeAll(async () => {
  shop = await startFakeShop({ shop: shopOf([recordedCase('prices-excl__be-mixed-vat-21-12-6')]) });
  visitor = await stage.open();
  await signUp(visitor.page);
});
afterAll(() => shop.close());

async function openForm(): Promise<void> {
  const { page } = visitor;
  await page.goto('/connections');
  await page.getByRole('button', { name: 'New connection' }).first().click();
  await page.getByRole('menuitem', { name: 'WooCommerce shop', exact: true }).click();
  await page.getByRole('dialog').waitFor();
}

async function fill(address: string): Promise<void> {
  const { page } = visitor;
  await page.getByLabel('Name').fill('Boutique');
  await page.getByLabel('Address of the shop').fill(address);
  await page.getByLabel('Consumer key').fill('ck_wrong');
  await page.getByLabel('Consumer secret').fill('cs_wrong');
}

test('without a connection the screen says what one is for and how to make it', async () => {
  const { page } = visitor;
  await page.goto('/connections');
  await page.getByRole('heading', { name: 'No connection yet' }).waitFor();
  await visitor.shoot('connections-empty');
});

test('a form that is not filled in says which fields are missing', async () => {
  const { page } = visitor;
  await openForm();
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect.poll(() => page.getByText('Please fill this in.').count()).toBeGreaterThanOrEqual(2);
  await visitor.shoot('connection-form-missing');
});

test('an address in the private network is not called, and the test names the setting that would allow it', async () => {
  const { page } = visitor;
  await openForm();
  await fill(String(shop.fields['url']));
  const before = shop.calls();
  await page.getByRole('button', { name: 'Test the connection' }).click();
  const alert = page.getByRole('alert');
  await alert.getByText('The connection does not work yet').waitFor();
  await alert.getByText('PASSERELLE_ALLOW_PRIVATE_NETWORK').first().waitFor();
  expect(shop.calls()).toBe(before);
  await visitor.shoot('connection-private');
});

test('a shop that does not exist is named, with what to check', async () => {
  const { page } = visitor;
  await openForm();
  await fill('https://boutique-inconnue.invalid');
  await page.getByRole('button', { name: 'Test the connection' }).click();
  const alert = page.getByRole('alert');
  await alert.getByText('boutique-inconnue.invalid').first().waitFor();
  await alert.getByText('Check the spelling in the connection.').first().waitFor();
});

test('a connection that a flow uses cannot be deleted, and the refusal names the flow', async () => {
  const { page } = visitor;
  const demo = await make.demoShop(page);
  await make.flow(page, 'Ventes du mois', demo.id);
  await page.goto('/connections');
  await page.getByRole('button', { name: `Delete ${demo.name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete' }).isDisabled();
  await dialog.getByRole('textbox').fill(demo.name);
  visitor.expectProblem(/^409 DELETE \/api\/connections\//);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByText('Ventes du mois').first().waitFor();
  await visitor.shoot('connection-delete-refused');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: `Test ${demo.name}` }).click();
  await page.getByText(`“${demo.name}” works`).waitFor();
  await visitor.shoot('connections');
});
