import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { endpoints } from '#schemas/api/index.ts';
import type { Run } from '#schemas/api/runs.ts';
import { make, readRun, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { shownRun, signUp, status } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let flowId = '';
let first: Run;
beforeAll(async () => {
  visitor = await stage.open();
  await signUp(visitor.page);
  flowId = await strictFlow(visitor.page);
  first = await settled(visitor.page, (await make.run(visitor.page, flowId, 'live')).id);
});

/** A flow of the demo shop that leaves every refund of a mere amount to a person. */
async function strictFlow(page: Page): Promise<string> {
  const shop = await make.demoShop(page);
  const { id, draft, bindings, draftRevision } = await make.flow(page, 'Ventes', shop.id);
  const { entries, ...others } = draft.nodes;
  if (!entries) throw new Error('the template has no mapping');
  const strict = { ...entries, config: { ...entries.config, amountOnlyRefunds: 'hold' } };
  const definition = { ...draft, nodes: { ...others, entries: strict } };
  const data = { definition, bindings, revision: draftRevision };
  const saved = await page.request.put(`/api/flows/${id}/draft`, { data });
  const { draftRevision: revision } = endpoints.saveDraft.response.parse(await saved.json());
  const published = await page.request.post(`/api/flows/${id}/publish`, { data: { revision, note: 'Strict' } });
  expect(published.status()).toBe(200);
  return id;
}

const held = () => first.counts.held;
const badge = (page: Page) => page.getByRole('link', { name: /^To mend/ });

test('what a run holds waits under “To mend”, by what frees it, with its count in the navigation', async () => {
  const { page } = visitor;
  expect(held()).toBeGreaterThan(1);
  await page.goto('/flows');
  await badge(page).getByLabel(`${held()} documents wait`).waitFor();
  await badge(page).click();
  const card = page.getByRole('article');
  await card.getByText(`${held()} documents`, { exact: true }).waitFor();
  await card.getByText('let the mapping spread such amounts over the original sale').waitFor();
  expect(await page.getByRole('article').count()).toBe(1);
  await visitor.shoot('holds');
});

test('its documents are searched and opened, and one is left out with a reason and put back', async () => {
  const { page } = visitor;
  await page.getByRole('button', { name: 'Show the documents' }).click();
  const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') });
  await expect.poll(() => rows.count()).toBe(held());
  const number = (await rows.first().getByRole('button').textContent()) ?? '';
  await page.getByRole('textbox', { name: 'Search these documents' }).fill(number);
  await expect.poll(() => rows.count()).toBe(1);
  await rows.first().getByRole('button').click();
  const drawer = page.getByRole('dialog', { name: 'Document' });
  await drawer.getByText('was given back without saying for which lines').first().waitFor();
  await visitor.shoot('holds-document');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });

  await rows.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Leave out' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Leave 1 document out' });
  await dialog.getByLabel('Reason').fill('Booked by hand on 3 March');
  await dialog.getByRole('button', { name: 'Leave out' }).click();
  await page.getByText('1 document left out').waitFor();
  await page.getByText(`Waiting (${held() - 1})`).waitFor();

  await page.getByText('Left out (1)').click();
  await page.getByRole('button', { name: 'Show the documents' }).click();
  await page.getByText('Booked by hand on 3 March').waitFor();
  await visitor.shoot('holds-left-out');
  await page.getByRole('button', { name: 'Put back' }).click();
  await page.getByText('Nothing was left out').waitFor();
  await page.getByText(`Waiting (${held()})`).click();
});

test('the cause leads to the setting that mends it, and the version that has it is offered the documents', async () => {
  const { page } = visitor;
  await page.getByRole('link', { name: 'Mend in “Ventes”' }).click();
  const refunds = page.getByRole('combobox', { name: 'Refunds without lines' });
  await refunds.waitFor();
  await visitor.shoot('holds-mend');
  await refunds.click();
  await page.getByRole('option', { name: 'Spread over the rates of the sale, with a warning' }).click();
  await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  const banner = page.getByRole('status').filter({ hasText: `${held()} documents of this flow are waiting` });
  await banner.waitFor();
  await visitor.shoot('holds-banner');
  await banner.getByRole('button', { name: 'Try them again with version 3' }).click();
  await page.getByRole('heading', { name: 'To mend' }).waitFor();
});

test('the retry is followed, checked and confirmed, and what it books waits no longer', async () => {
  const { page } = visitor;
  const progress = page.getByRole('region', { name: 'Being tried again' });
  await progress.getByText('Ventes, version 3').waitFor();
  await progress.getByRole('link', { name: 'Check the entries' }).waitFor();
  await visitor.shoot('holds-retry');
  expect(await page.getByRole('button', { name: 'Being tried again' }).isDisabled()).toBe(true);
  await progress.getByRole('link', { name: 'Check the entries' }).click();
  await page.getByRole('button', { name: /^Confirm \d+ entries/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm \d+ entries/ })
    .click();
  await status(page, 'Succeeded').waitFor();
  const retry = await shownRun(page);
  expect(retry.trigger).toBe('retry');
  expect(retry.counts).toMatchObject({ total: held(), posted: held() });

  await badge(page).click();
  await page.getByRole('heading', { name: 'Nothing to mend' }).waitFor();
  await expect.poll(() => badge(page).textContent()).toBe('To mend');
  await visitor.shoot('holds-empty');
  // The run that held them goes on by itself: what it read then is still what waits for its review.
  expect((await readRun(page, first.id)).status).toBe('in-review');
});
