import { beforeAll, expect, test } from 'vitest';
import { endpoints } from '#schemas/api/index.ts';
import { make, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let flow: string;

beforeAll(async () => {
  visitor = await stage.open();
  await signUp(visitor.page);
  const shop = await make.demoShop(visitor.page);
  const answer = await visitor.page.request.post('/api/flows/from-template', {
    data: { template: 'woocommerce-winbooks', name: 'WinBooks', connections: { shop: shop.id }, settings: {} },
  });
  flow = endpoints.cloneTemplate.response.parse(await answer.json()).id;
});

test('AT-141 AT-142 a template shows its result while it is typed, takes fields from a menu and says what is wrong with it', async () => {
  const { page } = visitor;
  await page.goto(`/flows/${flow}?node=entries&setting=labels.sale`);
  const field = page.getByRole('textbox', { name: 'Label of a sale', exact: true });
  const example = page.getByTestId('example-labels.sale');
  await example.getByText('Example: Vente 1001 Jeanne Exemple').waitFor();
  await example.getByText('of a made-up document').waitFor();

  const run = await make.run(page, flow, 'dry');
  await settled(page, run.id);
  await page.reload();
  await example.getByText('of document').waitFor();

  await field.fill('Sale ');
  await page.getByRole('button', { name: 'Insert a field in “Label of a sale”' }).click();
  await page.getByRole('menuitem', { name: 'Order number' }).waitFor();
  await visitor.shoot('label-templates-menu');
  await page.getByRole('menuitem', { name: 'Order number' }).click();
  await expect.poll(() => field.inputValue()).toBe('Sale {{ order }}');
  await example.getByText(/^Example: Sale \d+/).waitFor();

  await field.fill('A label that says far more than the books have room for: {{ customer }}');
  await example.getByText(/cuts it after 40/).waitFor();
  await visitor.shoot('label-templates-too-long');

  await field.fill('{{ vendor }}');
  await example.getByText(/undefined variable: vendor/).waitFor();
  await visitor.shoot('label-templates-broken');
});

test('AT-028 a length in which accounts do not fit names them while it is typed', async () => {
  const { page } = visitor;
  await page.goto(`/flows/${flow}?node=entries&setting=accountLength`);
  const length = page.getByRole('spinbutton', { name: 'Account length', exact: true });
  await length.fill('5');
  const warning = page.getByRole('status').filter({ hasText: 'With accounts of 5 characters, these do not fit' });
  await warning.getByText(/They are never cut/).waitFor();
  await visitor.shoot('account-length-too-short');
  await length.fill('8');
  await warning.waitFor({ state: 'detached' });
});

test('the examples read well in French, in the dark and on a narrow window', async () => {
  const narrow = await stage.open({ locale: 'fr-BE', colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  await narrow.context.addCookies(await visitor.context.cookies());
  await narrow.page.goto(`/flows/${flow}?node=entries&setting=labels.creditNote`);
  await narrow.page
    .getByTestId('example-labels.creditNote')
    .getByText(/^Exemple/)
    .first()
    .waitFor();
  await narrow.shoot('label-templates-fr-390');
});
