import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { endpoints } from '#schemas/api/index.ts';
import { make, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
/** The shop is asked for its totals meanwhile. */
const PATIENT_MS = 60_000;
let visitor: Visitor;
let flowId = '';

/** A flow of the demo shop that holds refunds of a mere amount, so that some days do not agree. */
async function publishStrict(page: Page): Promise<string> {
  const shop = await make.demoShop(page);
  const { id, draft, bindings, draftRevision } = await make.flow(page, 'Ventes', shop.id);
  const { entries, ...others } = draft.nodes;
  if (!entries) throw new Error('the template has no mapping');
  const strict = { ...entries, config: { ...entries.config, amountOnlyRefunds: 'hold' } };
  const data = { definition: { ...draft, nodes: { ...others, entries: strict } }, bindings, revision: draftRevision };
  const saved = await page.request.put(`/api/flows/${id}/draft`, { data });
  const { draftRevision: revision } = endpoints.saveDraft.response.parse(await saved.json());
  await page.request.post(`/api/flows/${id}/publish`, { data: { revision, note: 'Strict' } });
  return id;
}

/** The days of all that the run read. */
async function daysOf(page: Page): Promise<{ from: string; to: string }> {
  const today = Date.now();
  const day = (ago: number) => new Date(today - ago * 86_400_000).toISOString().slice(0, 10);
  const period = { from: day(390), to: day(-1) };
  const reply = await page.request.get(`/api/flows/${flowId}/completeness`, { params: period });
  const { cells } = endpoints.getCompleteness.response.parse(await reply.json());
  const days = cells.map((cell) => cell.day).sort();
  return { from: days[0] ?? '', to: days.at(-1) ?? '' };
}

beforeAll(async () => {
  visitor = await stage.open();
  await signUp(visitor.page);
  flowId = await publishStrict(visitor.page);
  const run = await make.run(visitor.page, flowId, 'live');
  await settled(visitor.page, run.id);
  const review = await visitor.page.request.get(`/api/runs/${run.id}/review`);
  const { hash } = endpoints.getReview.response.parse(await review.json());
  await visitor.page.request.post(`/api/runs/${run.id}/review/confirm`, { data: { hash } });
  await settled(visitor.page, run.id);
}, 120_000);

test('F-17 days that do not agree are named with their cause, and the day’s figures explain the difference', async () => {
  const { page } = visitor;
  const { from, to } = await daysOf(page);
  await page.goto(`/completeness?flow=${flowId}&from=${from}&to=${to}`);
  await page.getByRole('heading', { name: 'Completeness' }).waitFor();
  await page.getByText('Not checked yet').waitFor();
  await page.getByRole('button', { name: 'Check now' }).click();
  const alarms = page.getByRole('region', { name: 'Alarms' });
  await alarms.waitFor({ timeout: PATIENT_MS });
  await page.getByText('Last checked').waitFor();
  await visitor.shoot('completeness');

  await alarms.getByRole('button').filter({ hasText: 'Waits to be mended' }).first().click();
  const table = page.getByRole('table', { name: 'Completeness' });
  await table.getByText('Waits to be mended').first().waitFor();
  await table
    .getByRole('link', { name: /^Document / })
    .first()
    .waitFor();
  await visitor.shoot('completeness-day');

  await page.goto(`/completeness?flow=${flowId}&from=${from}&to=${to}&all=true`);
  await table
    .getByText(/^VAT at/)
    .first()
    .waitFor();
  await table
    .getByText(/^Paid by/)
    .first()
    .waitFor();
});

test('reads in French, in the dark and on a telephone', async () => {
  const { from, to } = await daysOf(visitor.page);
  const storageState = await visitor.page.context().storageState();
  const phone = await stage.open({
    storageState,
    locale: 'fr-BE',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  });
  await phone.page.goto(`/completeness?flow=${flowId}&from=${from}&to=${to}`);
  await phone.page.getByRole('heading', { name: 'Exhaustivité' }).waitFor();
  await phone.page.getByText('En attente de correction').first().waitFor();
  await phone.shoot('completeness-fr-dark');
  await phone.page.goto('/closed-periods');
  await phone.page.getByRole('heading', { name: 'Périodes clôturées' }).waitFor();
  await phone.page.getByText('Rien n’est clôturé').waitFor();
  await phone.shoot('closed-periods-fr-dark');
});

test('the source is asked what it counts, and it is what was read', async () => {
  const { page } = visitor;
  const { from, to } = await daysOf(page);
  await page.goto(`/completeness?flow=${flowId}&from=${from}&to=${to}`);
  await page.getByRole('button', { name: 'Ask the source' }).click();
  await page
    .getByText('The source counts on each of these days exactly the sales that were read.')
    .waitFor({ timeout: PATIENT_MS });
});

test('F-17 the owner closes the books, and opens them again only with a reason, which the history keeps', async () => {
  const { page } = visitor;
  await page.goto('/closed-periods');
  await page.getByText('Nothing is closed').waitFor();
  await page.getByRole('button', { name: 'Change the closed period: All flows' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the closed period: All flows' });
  await dialog.getByLabel('Last closed day').fill('31/12/2025');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: /^Closed until/ }).waitFor();

  await page.getByRole('button', { name: 'Change the closed period: All flows' }).click();
  await dialog.getByLabel('Last closed day').fill('30/11/2025');
  await page.keyboard.press('Tab');
  await dialog.getByText('This opens days again').waitFor();
  expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill('An invoice of December came late');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const history = page.getByRole('table', { name: 'History' });
  await history.getByText('An invoice of December came late').waitFor();
  expect(await history.getByRole('row').count()).toBe(3);
  await visitor.shoot('closed-periods');
});
