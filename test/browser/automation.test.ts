import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Flow } from '#schemas/api/flows.ts';
import { make } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage({ PASSERELLE_PUBLIC_URL: 'https://books.example' });
let visitor: Visitor;
let page: Page;
let flow: Flow;
beforeAll(async () => {
  visitor = await stage.open();
  page = visitor.page;
  await signUp(page);
  const shop = await make.demoShop(page);
  flow = await make.flow(page, 'Ventes du jour', shop.id);
});

const source = (name: string) => page.getByRole('group', { name, exact: true });
const toggle = () => page.getByRole('switch', { name: 'Runs by itself' });

/** A flow like the given one that is fed by an inbox. */
async function inboxFlow(like: Flow): Promise<string> {
  const { connections: _connections, nodes, ...rest } = like.draft;
  const orders = { type: 'inbox', version: 1, config: {} };
  const definition = { ...rest, name: 'Caisse', connections: {}, nodes: { ...nodes, orders } };
  const made = await page.request.post('/api/flows', { data: { name: 'Caisse', definition } });
  const { id, draftRevision } = (await made.json()) as Flow;
  const published = await page.request.post(`/api/flows/${id}/publish`, {
    data: { revision: draftRevision, note: '' },
  });
  expect(published.status()).toBe(200);
  return id;
}

test('a flow is switched on from the list: its source is registered and says since when', async () => {
  await page.goto('/flows');
  await page.getByRole('button', { name: 'Actions for Ventes du jour' }).click();
  await page.getByRole('menuitem', { name: 'Automation' }).click();
  await page.getByRole('heading', { name: 'Automation of Ventes du jour' }).waitFor();
  await page.getByText('Only people and the API start this flow.').waitFor();
  await source('WooCommerce sales').getByText('Off', { exact: true }).waitFor();
  await visitor.shoot('automation-off');

  await toggle().click({ force: true });
  await page.getByText('“Ventes du jour” now runs by itself').waitFor();
  await source('WooCommerce sales').getByText('Active', { exact: true }).waitFor({ timeout: 30_000 });
  await source('WooCommerce sales').getByText('Last check').waitFor();
  await page.getByRole('region', { name: 'Schedules' }).waitFor();
  await visitor.shoot('automation-on');
});

test('a source is checked on demand', async () => {
  await page.goto(`/flows/${flow.id}/automation`);
  await page.getByRole('button', { name: 'Check WooCommerce sales now' }).click();
  await page.getByText('WooCommerce sales is being checked').waitFor();
});

test('the editor leads to it and it leads back', async () => {
  await page.goto(`/flows/${flow.id}`);
  await page.getByRole('link', { name: 'Automation' }).click();
  await page.getByRole('link', { name: 'Open the flow' }).click();
  await page.getByRole('link', { name: 'Automation' }).waitFor();
});

test('an inbox shows its address, and its secret only when asked', async () => {
  const id = await inboxFlow(flow);
  await page.goto(`/flows/${id}/automation`);
  await toggle().click({ force: true });
  const inbox = source('Inbox');
  const address = inbox.getByLabel('Address of the inbox', { exact: true });
  await address.waitFor();
  expect(await address.inputValue()).toMatch(/^https:\/\/books\.example\/hooks\/[0-9a-f-]{36}$/);
  expect(await inbox.getByLabel('Secret', { exact: true }).count()).toBe(0);
  await inbox.getByRole('button', { name: 'Show the secret' }).click();
  const secret = inbox.getByLabel('Secret', { exact: true });
  await secret.waitFor();
  expect(await secret.inputValue()).toMatch(/^[A-Za-z0-9]{48}$/);
  await visitor.shoot('automation-inbox');
});

test('it fits a telephone, in French and in the dark', async () => {
  const small = await stage.open({
    locale: 'fr-BE',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
    storageState: await visitor.context.storageState(),
  });
  await small.page.goto(`/flows/${flow.id}/automation`);
  await small.page.getByRole('switch').first().waitFor();
  const width = await small.page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(390);
  await small.shoot('automation-telephone');
});

test('switched off, nothing is registered any more', async () => {
  await page.goto(`/flows/${flow.id}/automation`);
  await toggle().click({ force: true });
  await page.getByText('“Ventes du jour” no longer runs by itself').waitFor();
  await source('WooCommerce sales').getByText('Off', { exact: true }).waitFor({ timeout: 30_000 });
});
