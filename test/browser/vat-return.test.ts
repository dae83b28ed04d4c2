import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { endpoints } from '#schemas/api/index.ts';
import type { VatReturns } from '#schemas/api/vat-returns.ts';
import { toTarget } from '../engine/target-flow.ts';
import { make, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const CASES = ['be-mixed-vat-21-12-6', 'fr-oss-mixed-vat', 'b2b-de-reverse-charge', 'refund-two-partials'];

const stage = setStage({ PASSERELLE_ALLOW_PRIVATE_NETWORK: 'true' });
let visitor: Visitor;
let shop: FakeShop;
let books: Receiver;
let period = '';
let preview: VatReturns;

/** A Belgian seller's flow whose entries go to the receiver one by one, published. */
async function belgianFlow(page: Page): Promise<string> {
  const connection = await make.shop(page, 'Boutique', { ...shop.fields, ...shop.secrets });
  const target = await page.request.post('/api/connections', {
    data: { type: 'http-target', name: 'Comptabilité', fields: { ...books.fields, ...books.secrets } },
  });
  const { id } = endpoints.createConnection.response.parse(await target.json());
  const cloned = await make.flow(page, 'Ventes', connection.id, { perPage: 10 });
  const definition = toTarget(cloned.draft, 'key');
  const { entries } = definition.nodes;
  if (!entries) throw new Error('the template has changed');
  const config = { ...entries.config, chart: 'be-pcmn' };
  const data = {
    definition: { ...definition, nodes: { ...definition.nodes, entries: { ...entries, config } } },
    bindings: { shop: connection.id, books: id },
    revision: cloned.draftRevision,
  };
  const saved = endpoints.saveDraft.response.parse(
    await (await page.request.put(`/api/flows/${cloned.id}/draft`, { data })).json(),
  );
  const published = await page.request.post(`/api/flows/${cloned.id}/publish`, {
    data: { revision: saved.draftRevision, note: '' },
  });
  expect(published.status(), await published.text()).toBe(200);
  return cloned.id;
}

/** The month in which most was booked, and its preview as the server gives it. */
async function readPreview(page: Page): Promise<void> {
  const answer = await page.request.get('/api/postings?limit=500&state=posted');
  const { items } = endpoints.listPostings.response.parse(await answer.json());
  const months = [...Map.groupBy(items, ({ day }) => day.slice(0, 7))].sort(([, a], [, b]) => b.length - a.length);
  period = months[0]?.[0] ?? '';
  const next = new Date(`${period}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1, 0);
  const days = `from=${period}-01&to=${next.toISOString().slice(0, 10)}`;
  const shown = await page.request.get(`/api/vat-return?${days}`);
  preview = endpoints.previewVatReturn.response.parse(await shown.json());
}

beforeAll(async () => {
  shop = await startFakeShop({ shop: shopOf(CASES.map((name) => recordedCase(`prices-incl__${name}`))) });
  books = await startReceiver({ manner: 'key' });
  visitor = await stage.open();
  await signUp(visitor.page);
  const flow = await belgianFlow(visitor.page);
  await settled(visitor.page, (await make.run(visitor.page, flow, 'live')).id);
  await readPreview(visitor.page);
});
afterAll(async () => {
  await shop.close();
  await books.close();
});

const figureOf = (text: string) => new RegExp(`^Lines of ${text}`);

test('the preview shows boxes, OSS, customers in the EU and a control that agrees', async () => {
  const { page } = visitor;
  await page.goto(`/vat-return?period=${period}`);
  await page.getByRole('heading', { name: 'VAT return (preview)', level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Return of Belgium' }).waitFor();
  await page.getByText('The sums agree to the cent.').waitFor();
  await page.getByText(/Nothing is filed/).waitFor();
  const [belgian] = preview.returns;
  expect(belgian?.boxes.map(({ box }) => box)).toEqual(expect.arrayContaining(['01', '02', '03', '46', '47', '54']));
  const boxes = page.getByRole('region', { name: 'Boxes' });
  for (const { box, side, amount } of belgian?.boxes ?? []) {
    const name = `Lines of Box ${box}, ${side === 'base' ? 'Base' : 'VAT'}: `;
    const shown = await boxes.getByRole('button', { name }).textContent();
    expect(shown?.replaceAll(',', '')).toBe(amount);
  }
  await page
    .getByRole('region', { name: /^OSS/ })
    .getByRole('row', { name: /France/ })
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Customers elsewhere in the EU' }).getByText('DE123456788').waitFor();
  await visitor.shoot('vat-return');
});

test('a figure opens its lines, which sum to it, and a line leads to its posting', async () => {
  const { page } = visitor;
  await page.goto(`/vat-return?period=${period}`);
  const figure = page.getByRole('button', { name: figureOf('Box 54, VAT') });
  const amount = (await figure.textContent())?.replaceAll(',', '') ?? '';
  await figure.click();
  const drawer = page.getByRole('dialog', { name: 'Lines behind the figure' });
  await drawer.getByRole('row').nth(1).waitFor();
  const cells = await drawer.locator('tbody td.amount').allTextContents();
  const cents = (text: string) => BigInt(text.replaceAll(/[^\d-]/g, ''));
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.reduce((sum, text) => sum + cents(text), 0n)).toBe(cents(amount));
  await visitor.shoot('vat-return-lines');
  await drawer.getByRole('link').first().click();
  await page.getByRole('dialog', { name: 'Posting' }).waitFor();
});

test('a period is chosen by month or quarter, stands in the address, and its figures come as CSV', async () => {
  const { page } = visitor;
  await page.goto('/flows');
  await page.getByRole('link', { name: 'VAT return' }).click();
  await page.getByRole('heading', { name: 'VAT return (preview)', level: 1 }).waitFor();
  await page.goto(`/vat-return?period=${period}`);
  await page.getByText('Quarter', { exact: true }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('period')?.replaceAll('"', '')).toMatch(/^\d{4}-Q\d$/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^vat-return-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  for (let step = 0; step < 40; step += 1) await page.getByRole('button', { name: 'Period after' }).click();
  await page.getByText('Nothing was booked in this period').waitFor();
});

test('reads well in French, in the dark and on a telephone', async () => {
  const { page } = visitor;
  const context = await stage.open({
    locale: 'fr-BE',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
    storageState: await page.context().storageState(),
  });
  await context.page.goto(`/vat-return?period=${period}`);
  await context.page.getByRole('heading', { level: 1 }).waitFor();
  await context.page.getByRole('button', { name: /54/ }).first().waitFor();
  const width = await context.page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(390);
  await context.shoot('vat-return-fr-dark');
});
