import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { endpoints } from '#schemas/api/index.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { toTarget } from '../engine/target-flow.ts';
import { make, settled } from './support/api.ts';
import { allTexts, englishLeft } from './support/sentences.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

/** Orders of the shop, and the customers who placed them; the receiver's books know two with the e-mail of the last. */
const BUYERS = [
  { case: 'be-mixed-vat-21-12-6', id: 1, first_name: 'Amélie', last_name: 'Dubois' },
  { case: 'fr-oss-mixed-vat', id: 2, first_name: 'Bart', last_name: 'Peeters' },
  { case: 'nl-oss', id: 3, first_name: 'Chloé', last_name: 'Lambert' },
  { case: 'refund-two-partials', id: 4, first_name: 'Daan', last_name: 'de Vries' },
  { case: 'export-us-usd', id: 5, first_name: 'Emma', last_name: 'Smit' },
];
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1360, height: 850 };

const stage = setStage({ PASSERELLE_ALLOW_PRIVATE_NETWORK: 'true' });
let visitor: Visitor;
let shop: FakeShop;
let books: Receiver;
let flowId = '';

function orders() {
  return BUYERS.map(({ case: name, id, ...person }) => {
    const { order, ...rest } = recordedCase(`prices-incl__${name}`);
    const address = { ...person, company: '' };
    const billing = { ...(order['billing'] as object), ...address, email: `${person.last_name}@example.com` };
    return { ...rest, order: { ...order, customer_id: id, billing } };
  });
}

/** The flow with a step between the shop and the entries that asks the receiver about customers. */
function withCustomers(flow: FlowDefinition): FlowDefinition {
  const config = { mode: 'ask' };
  return {
    ...flow,
    nodes: { ...flow.nodes, customers: { type: 'http-customers', version: 1, connection: 'books', config } },
    edges: flow.edges.flatMap((edge) =>
      edge.from.node === 'orders'
        ? [
            { from: edge.from, to: { node: 'customers', port: 'documents' } },
            { from: { node: 'customers', port: 'documents' }, to: edge.to },
          ]
        : [edge],
    ),
  };
}

async function askingFlow(page: Page): Promise<string> {
  const connection = await make.shop(page, 'Boutique', { ...shop.fields, ...shop.secrets });
  const target = await page.request.post('/api/connections', {
    data: { type: 'http-target', name: 'Comptabilité', fields: { ...books.fields, ...books.secrets } },
  });
  const { id } = endpoints.createConnection.response.parse(await target.json());
  const cloned = await make.flow(page, 'Ventes', connection.id);
  const definition = withCustomers(toTarget(cloned.draft, 'key'));
  const data = { definition, bindings: { shop: connection.id, books: id }, revision: cloned.draftRevision };
  const saved = endpoints.saveDraft.response.parse(
    await (await page.request.put(`/api/flows/${cloned.id}/draft`, { data })).json(),
  );
  const published = await page.request.post(`/api/flows/${cloned.id}/publish`, {
    data: { revision: saved.draftRevision, note: '' },
  });
  expect(published.status(), await published.text()).toBe(200);
  return cloned.id;
}

beforeAll(async () => {
  shop = await startFakeShop({ shop: shopOf(orders()) });
  books = await startReceiver({ manner: 'key' });
  for (const reference of ['OLD-1', 'OLD-2']) {
    const empty = { code: null, company: null, vatNumber: null, phone: null, billing: null, delivery: null };
    const card = { ...empty, name: 'E. Smit', email: 'Smit@example.com' };
    books.customers.kept.push({ reference, card, ledgerAccount: '400000' });
  }
  visitor = await stage.open();
});
afterAll(async () => {
  await shop.close();
  await books.close();
});

/** Names of the customers that were created. */
const created = () => books.customers.kept.flatMap(({ card }) => (card.code === null ? [] : card.name));
const row = (name: string) => visitor.page.getByRole('row').filter({ hasText: name });
const tab = (name: string) => visitor.page.getByRole('tab', { name: new RegExp(`^${name}`) });
const act = async (name: string, action: string) => {
  await visitor.page.getByRole('button', { name: `Actions for ${name}` }).click();
  await visitor.page.getByRole('menuitem', { name: action }).click();
};

test('before any flow asks, the screen says what a customers step is for and leads to the flows', async () => {
  const { page } = visitor;
  await signUp(page);
  await page.getByRole('link', { name: /^Customers/ }).click();
  await page.getByRole('heading', { name: 'No flow asks the books about customers' }).waitFor();
  await visitor.shoot('customers-none');
});

test('BH-06 customers who are not in the books wait for a decision, with their documents, and the navigation counts them', async () => {
  const { page } = visitor;
  flowId = await askingFlow(page);
  await settled(page, (await make.run(page, flowId, 'live')).id);
  expect([created(), books.bookings]).toEqual([[], []]);
  await page.goto('/flows');
  await page
    .getByRole('link', { name: /^Customers/ })
    .getByLabel('5 customers to decide')
    .waitFor();
  await page.getByRole('link', { name: /^Customers/ }).click();
  await tab('To decide').and(page.locator('[aria-selected=true]')).waitFor();
  await row('Chloé Lambert').waitFor();
  await visitor.shoot('customers-asked');
  await page.getByRole('button', { name: /waits? for Chloé Lambert/ }).click();
  const drawer = page.getByRole('dialog', { name: 'Documents that wait' });
  await drawer.getByRole('link', { name: 'Ventes' }).first().waitFor();
  await visitor.shoot('customers-waiting');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
});

test('one who may be several in the books is not to be created: the row says whom it may be', async () => {
  const { page } = visitor;
  await row('Emma Smit').getByText('may be any of OLD-1 E. Smit, OLD-2 E. Smit').waitFor();
  await row('Emma Smit').getByRole('checkbox').check();
  expect(await page.getByRole('button', { name: 'Create in the books' }).isDisabled()).toBe(true);
  await visitor.shoot('customers-ambiguous');
  await page.getByRole('button', { name: 'Untick all' }).click();
  await row('Emma Smit').getByRole('button', { name: 'Link by hand…' }).click();
  await page.getByRole('dialog', { name: 'Link Emma Smit' }).getByText('OLD-1 E. Smit').waitFor();
  await page.keyboard.press('Escape');
});

test('BH-06 one who is approved is created and their documents are booked at once', async () => {
  const { page } = visitor;
  await row('Amélie Dubois').getByRole('checkbox').press('Space');
  await page.getByRole('button', { name: 'Create in the books' }).press('Enter');
  await page.getByText('1 customer may be created in the books').waitFor();
  await page.getByRole('link', { name: 'See the run that tries the documents again' }).waitFor();
  await tab('In the books').click();
  await row('Amélie Dubois').getByText('WEB00001').waitFor();
  expect(created()).toEqual(['Amélie Dubois']);
  await expect.poll(() => books.bookings.length).toBeGreaterThan(0);
  await visitor.shoot('customers-linked');
});

test('BH-06 of one who is refused nothing is created, and their documents stay held', async () => {
  const { page } = visitor;
  const before = books.bookings.length;
  await tab('To decide').click();
  await row('Bart Peeters').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Do not create' }).click();
  const dialog = page.getByRole('dialog', { name: 'Do not create 1 customer?' });
  await dialog.getByText('under “To mend”, unbooked').waitFor();
  await visitor.shoot('customers-refuse');
  await dialog.getByRole('button', { name: 'Do not create' }).click();
  await page.getByText('1 customer will not be created').waitFor();
  await row('Bart Peeters').waitFor({ state: 'hidden' });

  await settled(page, (await make.run(page, flowId, 'live')).id);
  await page.reload();
  await tab('Not to be created').click();
  await row('Bart Peeters')
    .getByRole('button', { name: /waits? for Bart/ })
    .waitFor();
  expect(created()).toEqual(['Amélie Dubois']);
  expect(books.bookings).toHaveLength(before);
});

test('BH-10 one who is in the books under another name is linked by hand, and is forgotten again', async () => {
  const { page } = visitor;
  const before = books.bookings.length;
  await tab('To decide').click();
  await act('Chloé Lambert', 'Link by hand…');
  const dialog = page.getByRole('dialog', { name: 'Link Chloé Lambert' });
  await dialog.getByLabel('Reference in the books').fill('K-77');
  await dialog.getByLabel('Ledger account').fill('400777');
  await visitor.shoot('customers-link');
  await page.keyboard.press('Enter');
  await page.getByText('Chloé Lambert is K-77 in the books').waitFor();
  await expect.poll(() => books.bookings.length).toBeGreaterThan(before);
  expect(JSON.stringify(books.bookings.slice(before))).toContain('400777');

  await tab('In the books').click();
  await row('Chloé Lambert').getByText('K-77').waitFor();
  await act('Chloé Lambert', 'Forget…');
  const forget = page.getByRole('dialog', { name: 'Forget Chloé Lambert?' });
  await forget.getByText('stays in the books as it is').waitFor();
  await forget.getByRole('button', { name: 'Forget' }).click();
  await row('Chloé Lambert').waitFor({ state: 'hidden' });
});

test('AT-112 what the books do not accept stands at the customer in their own words, and a search finds it', async () => {
  const { page } = visitor;
  books.customers.refusals.set('WEB00004', 'the family of the customer is missing');
  await tab('To decide').click();
  await act('Daan de Vries', 'Create in the books');
  await tab('Not accepted by the books').click();
  await row('Daan de Vries').getByText('the family of the customer is missing').waitFor();
  await tab('All').click();
  await page.getByRole('textbox', { name: 'Search customers' }).fill('vries@');
  await row('Amélie Dubois').waitFor({ state: 'hidden' });
  await visitor.shoot('customers-failed');
  await page.getByRole('textbox', { name: 'Search customers' }).fill('nobody of that name');
  await page.getByText('No customer matches.').waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await row('Amélie Dubois').waitFor();
});

test('the screen in French, in the dark and on a telephone', async () => {
  const { page } = visitor;
  await page.evaluate(`localStorage.setItem('passerelle.language', 'fr')`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/customers?view=all');
  await page.getByRole('heading', { name: 'Clients', level: 1 }).waitFor();
  await row('Daan de Vries').waitFor();
  const said = await page.locator('body').ariaSnapshot();
  expect(englishLeft(said, await allTexts(page), 'fr')).toEqual([]);
  await visitor.shoot('customers-fr-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  await page.reload();
  await row('Daan de Vries').waitFor();
  await visitor.shoot('customers-fr-phone');
  expect(
    await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  ).toBe(0);
  await page.setViewportSize(DESK);
});
