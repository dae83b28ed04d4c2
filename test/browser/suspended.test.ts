import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { make, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage({ PASSERELLE_ALLOW_PRIVATE_NETWORK: 'true' });
let visitor: Visitor;
let shop: FakeShop;
beforeAll(async () => {
  shop = await startFakeShop({ shop: shopOf([recordedCase('prices-excl__be-mixed-vat-21-12-6')]) });
  visitor = await stage.open();
  await signUp(visitor.page);
});
afterAll(() => shop.close());

test('a shop that is out of order is given a rest that the screen shows; once it answers, “Try now” lets the run go on', async () => {
  const { page } = visitor;
  const connection = await make.shop(page, 'Boutique en panne', { ...shop.fields, ...shop.secrets });
  const flow = await make.flow(page, 'Ventes', connection.id);
  // As many failures as it takes; after that the shop is well, and nobody knows it yet.
  shop.misbehave({ kind: 'error', status: 503 }, { times: 5 });
  const run = await make.run(page, flow.id, 'dry');
  await page.goto('/connections');
  const reload = async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Connections' }).waitFor();
    return page.getByText('Calls suspended').count();
  };
  await expect.poll(reload, { timeout: 60_000, interval: 1_000 }).toBe(1);
  await page.getByText('failures in a row. Flows wait').waitFor();
  await visitor.shoot('connection-suspended');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await page.getByText('Calls suspended').waitFor();
  await visitor.shoot('connection-suspended-phone');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('button', { name: 'Try Boutique en panne now' }).click();
  await page.getByText('“Boutique en panne” works').waitFor();
  await expect.poll(() => page.getByText('Calls suspended').count()).toBe(0);
  expect((await settled(page, run.id)).status).toBe('succeeded');
});

test('a person sets the number of calls a second, and it is kept', async () => {
  const { page } = visitor;
  await page.goto('/connections');
  await page.getByRole('button', { name: 'Change Boutique en panne' }).click();
  await page.getByLabel('Calls a second').fill('2.5');
  await visitor.shoot('connection-calls-a-second');
  await page.getByRole('button', { name: 'Save', exact: false }).last().click();
  await page.getByText('“Boutique en panne” saved').waitFor();
  await page.getByRole('button', { name: 'Change Boutique en panne' }).click();
  await expect.poll(() => page.getByLabel('Calls a second').inputValue()).toBe('2.5');
});
