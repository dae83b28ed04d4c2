import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { endpoints } from '#schemas/api/index.ts';
import type { Run } from '#schemas/api/runs.ts';
import { make, readRun, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let held: Run;
let mappingId = '';
beforeAll(async () => {
  visitor = await stage.open();
  const { page } = visitor;
  await signUp(page);
  const flowId = await strictFlow(page);
  held = await settled(page, (await make.run(page, flowId, 'live')).id);
});

/** A flow of the demo shop whose mapping tables name no payment method, and that holds what they do not name. */
async function strictFlow(page: Page): Promise<string> {
  const shop = await make.demoShop(page);
  const made = await page.request.post('/api/mappings', { data: { name: 'Correspondances', preset: 'fr-pcg' } });
  mappingId = endpoints.createMapping.response.parse(await made.json()).id;
  const { id, draft, bindings, draftRevision } = await make.flow(page, 'Ventes', shop.id);
  const { entries, ...others } = draft.nodes;
  if (!entries) throw new Error('the template has no mapping');
  const config = { ...entries.config, mapping: mappingId, controls: { unlistedMethod: 'hold' } };
  const definition = { ...draft, nodes: { ...others, entries: { ...entries, config } } };
  const data = { definition, bindings, revision: draftRevision };
  const saved = await page.request.put(`/api/flows/${id}/draft`, { data });
  const { draftRevision: revision } = endpoints.saveDraft.response.parse(await saved.json());
  const published = await page.request.post(`/api/flows/${id}/publish`, { data: { revision, note: 'Strict' } });
  expect(published.status()).toBe(200);
  return id;
}

test('HD-05 a rule that is missing is added where the documents wait, and they are tried again', async () => {
  const { page } = visitor;
  expect(held.counts.held).toBeGreaterThan(0);
  await page.goto('/holds');
  const cards = page.getByRole('article').filter({ hasText: 'names the payment method' });
  await cards.first().waitFor();
  const before = await cards.count();
  expect(before).toBeGreaterThan(1);
  await cards.first().getByRole('button', { name: 'Add the rule' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a rule to “Correspondances”' });
  await dialog.getByText('Payment method:').waitFor();
  await visitor.shoot('hold-rule');
  const submit = dialog.getByRole('button', { name: 'Add and try again' });
  expect(await submit.isDisabled()).toBe(true);
  await dialog
    .getByRole('combobox', { name: 'Account', exact: true })
    .or(dialog.getByRole('textbox', { name: 'Account', exact: true }))
    .fill('511777');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Vu avec la comptable');
  await submit.click();
  await page.getByText(/Rule added; \d+ documents? (is|are) being tried again/).waitFor();
  const reply = await page.request.get(`/api/mappings/${mappingId}`);
  const { ruleRows, revision } = endpoints.getMapping.response.parse(await reply.json());
  expect(revision).toBe(2);
  expect(ruleRows.at(-1)).toMatchObject({
    table: 'payments',
    set: { account: '511777' },
    note: 'Vu avec la comptable',
  });
  const link = page.getByRole('link', { name: /Open the run|Check the entries/ }).first();
  await link.waitFor();
  const runId = /\/runs\/([0-9a-f-]+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
  const retried = await settled(page, runId);
  expect((await readRun(page, retried.id)).counts.held).toBe(0);
});
