import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { endpoints } from '#schemas/api/index.ts';
import type { Posting } from '#schemas/api/postings.ts';
import type { RunDocument } from '#schemas/api/runs.ts';
import { toTarget } from '../engine/target-flow.ts';
import { make, readRun, settled } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const CASES = ['be-mixed-vat-21-12-6', 'fr-oss-mixed-vat', 'refund-two-partials', 'nl-oss'];
/** Calls whose answer the receiver never gives; what came with the second of them it has booked all the same. */
const LOST: Readonly<Record<number, 'close' | 'drop-answer'>> = { 1: 'close', 4: 'drop-answer' };

const stage = setStage({ PASSERELLE_ALLOW_PRIVATE_NETWORK: 'true' });
let visitor: Visitor;
let shop: FakeShop;
let books: Receiver;
let flow: { id: string; name: string };
let runId = '';

/** A flow of the shop whose entries go to the receiver one by one, published. */
async function deliveringFlow(page: Page): Promise<{ id: string; name: string }> {
  const connection = await make.shop(page, 'Boutique', { ...shop.fields, ...shop.secrets });
  const target = await page.request.post('/api/connections', {
    data: { type: 'http-target', name: 'Comptabilité', fields: { ...books.fields, ...books.secrets } },
  });
  const { id: target_ } = endpoints.createConnection.response.parse(await target.json());
  const cloned = await make.flow(page, 'Ventes', connection.id, { perPage: 10 });
  const definition = toTarget(cloned.draft, 'nothing');
  const bindings = { shop: connection.id, books: target_ };
  const data = { definition, bindings, revision: cloned.draftRevision };
  const saved = endpoints.saveDraft.response.parse(
    await (await page.request.put(`/api/flows/${cloned.id}/draft`, { data })).json(),
  );
  const published = await page.request.post(`/api/flows/${cloned.id}/publish`, {
    data: { revision: saved.draftRevision, note: '' },
  });
  expect(published.status(), await published.text()).toBe(200);
  return { id: cloned.id, name: 'Ventes' };
}

const KINDS: Readonly<Record<string, string>> = {
  sale: 'Sale',
  'credit-note': 'Credit note',
  payment: 'Payment',
};
/** As the screens call it: an order and its payment have one number. */
const titleOf = ({ kind, number }: Posting) => `${KINDS[kind]} ${number}`;

async function postings(query = ''): Promise<Posting[]> {
  const answer = await visitor.page.request.get(`/api/postings?${query}`);
  return endpoints.listPostings.response.parse(await answer.json()).items;
}

async function documents(): Promise<RunDocument[]> {
  const answer = await visitor.page.request.get(`/api/runs/${runId}/documents`);
  return endpoints.listRunDocuments.response.parse(await answer.json()).items;
}

beforeAll(async () => {
  shop = await startFakeShop({ shop: shopOf(CASES.map((name) => recordedCase(`prices-incl__${name}`))) });
  books = await startReceiver({
    manner: 'nothing',
    plan: (nth) => {
      const kind = LOST[nth];
      return kind ? { kind } : null;
    },
  });
  visitor = await stage.open();
  await signUp(visitor.page);
  flow = await deliveringFlow(visitor.page);
  runId = (await settled(visitor.page, (await make.run(visitor.page, flow.id, 'live')).id)).id;
  const { counts } = await readRun(visitor.page, runId);
  expect(counts).toMatchObject({ held: 2 });
  expect(counts.posted).toBeGreaterThan(1);
});
afterAll(async () => {
  await shop.close();
  await books.close();
});

test('AT-241 a run is found by a document’s number, its customer or its amount, and says which documents these are', async () => {
  const { page } = visitor;
  const [found] = (await documents()).filter(({ party, total }) => party !== null && total !== null);
  if (!found?.number || !found.party || !found.total) throw new Error('the shop has changed');
  await make.run(page, flow.id, 'dry').then(({ id }) => settled(page, id));
  await page.goto('/runs');
  await page.getByRole('columnheader', { name: 'Started by' }).waitFor();
  const field = page.getByRole('textbox', { name: 'Search runs' });
  const row = page.getByRole('row').filter({ hasText: 'by hand' });
  const surname = found.party.split(' ').at(-1) ?? '';
  const shown: [words: string, reason: string][] = [
    [found.number, found.number],
    [surname.toLowerCase(), found.party],
    [found.total.replace('.', ','), found.number],
  ];
  for (const [words, reason] of shown) {
    await field.fill(words);
    await expect.poll(() => new URL(page.url()).searchParams.get('search')?.replaceAll('"', '')).toBe(words);
    await row
      .first()
      .getByRole('list', { name: 'Documents found' })
      .getByText(reason, { exact: true })
      .first()
      .waitFor();
    await expect.poll(() => row.count()).toBe(2);
  }
  await visitor.shoot('runs-search');
  // What was typed stands in the address: the list can be sent to somebody.
  await page.reload();
  await row.first().getByRole('list', { name: 'Documents found' }).waitFor();
  expect(await field.inputValue()).toBe(found.total.replace('.', ','));
  await field.fill('no such customer');
  await page.getByText('No run matches these filters.').waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect.poll(() => field.inputValue()).toBe('');
  await page.getByRole('combobox', { name: 'Started by' }).click();
  await page.getByRole('option', { name: 'on schedule' }).click();
  await page.getByText('No run matches these filters.').waitFor();
});

test('the ledger lists what was booked; one posting shows its entry, its target and its run', async () => {
  const { page } = visitor;
  const [posted] = await postings('state=posted');
  if (!posted) throw new Error('nothing was posted');
  await page.goto('/flows');
  await page.getByRole('link', { name: /^Postings/ }).click();
  await page.getByRole('heading', { name: 'Postings', level: 1 }).waitFor();
  const all = await postings();
  await page.getByText(`${all.length} postings`, { exact: true }).waitFor();
  await visitor.shoot('postings');
  await page.getByRole('textbox', { name: 'Search postings' }).fill(posted.reference ?? '');
  await page.getByText('1 posting', { exact: true }).waitFor();
  await page.getByRole('button', { name: posted.number, exact: true }).click();
  const drawer = page.getByRole('dialog', { name: 'Posting' });
  await drawer.getByText('Comptabilité').waitFor();
  await drawer.getByRole('region', { name: 'Entry' }).getByRole('row').nth(2).waitFor();
  await drawer.getByText(posted.reference ?? '', { exact: true }).waitFor();
  await visitor.shoot('posting');
  await drawer.getByRole('link', { name: 'The run that booked it' }).click();
  await page.getByRole('heading', { name: 'Run of Ventes' }).waitFor();
});

test('what may have arrived waits for a look into the target; both answers are followed by outcome and count', async () => {
  const { page } = visitor;
  const [first, second] = (await postings('state=uncertain')).sort((a, b) => a.id.localeCompare(b.id));
  if (!first || !second) throw new Error('nothing is uncertain');
  const before = (await readRun(page, runId)).counts;
  await page.goto('/postings');
  await page.getByRole('navigation').getByLabel('2 postings to look up in their targets').waitFor();
  await page.getByRole('tab', { name: /^To look up/ }).click();
  const card = page.getByRole('region', { name: titleOf(first) });
  for (const sign of [first.number, first.id, ' WEB', first.party ?? '']) {
    await card.getByText(sign).first().waitFor();
  }
  await visitor.shoot('postings-uncertain');

  await page.getByRole('button', { name: `${titleOf(second)}: it is there` }).click();
  const there = page.getByRole('dialog', { name: 'It is in the target' });
  await there.getByLabel('Reference in the target').fill('A-2026-17');
  await visitor.shoot('postings-there');
  await there.getByRole('button', { name: 'Record as posted' }).click();
  await page.getByText(`${titleOf(second)} is recorded as posted`).waitFor();
  await page.getByRole('navigation').getByLabel('1 posting to look up in its target').waitFor();
  expect((await postings('search=A-2026-17')).map(({ id, state }) => [id, state])).toEqual([[second.id, 'posted']]);
  expect((await readRun(page, runId)).counts).toMatchObject({ posted: before.posted + 1, held: 1 });

  await page.getByRole('button', { name: `${titleOf(first)}: it is not there` }).click();
  const gone = page.getByRole('dialog', { name: 'It is not in the target' });
  await gone.getByRole('button', { name: 'I have looked: let it be booked' }).click();
  await page.getByText(`${titleOf(first)} may be booked again`).waitFor();
  await page.getByRole('heading', { name: 'Nothing is uncertain' }).waitFor();
  expect((await postings()).map(({ id }) => id)).not.toContain(first.id);
  expect((await readRun(page, runId)).causes).toMatchObject([{ count: 1, message: { code: 'postings.not_there' } }]);

  // The next run books it, and nothing else.
  const booked = books.bookings.length;
  const next = await settled(page, (await make.run(page, flow.id, 'live')).id);
  expect(next.counts).toMatchObject({ posted: 1, held: 0 });
  expect(books.bookings.length).toBe(booked + 1);
});

test('AT-081 a reset shows its consequences, asks for a reason and the flow’s name, and lets the next run book again', async () => {
  const { page } = visitor;
  const [chosen, other] = await postings('state=posted');
  if (!chosen || !other) throw new Error('nothing was posted');
  await page.goto('/postings');
  await page.getByRole('checkbox', { name: `Select ${titleOf(chosen)}` }).check();
  await page.getByRole('button', { name: 'Reset 1 selected…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset postings' });
  await dialog.getByRole('radio', { name: 'A list of numbers' }).check();
  await dialog.getByLabel('Numbers', { exact: true }).fill('4711');
  await dialog.getByRole('button', { name: 'Show the consequences' }).click();
  await dialog.getByText('Not found: 4711').waitFor();
  await dialog.getByRole('button', { name: 'Back' }).click();
  await dialog.getByRole('radio', { name: 'The selection (1)' }).check();
  await dialog.getByRole('button', { name: 'Show the consequences' }).click();
  await dialog.getByText('1 posting of “Ventes” would be free to be booked again').waitFor();
  await dialog.getByText('These entries stay in the target').waitFor();
  const confirm = dialog.getByRole('button', { name: 'Reset 1 posting' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill('Removed by hand in the books');
  await dialog.getByLabel('Type “Ventes” to confirm').fill('Ventes');
  await visitor.shoot('postings-reset');
  await confirm.click();
  await page.getByText('1 posting was reset').waitFor();
  expect((await postings('state=reset')).map(({ id }) => id)).toEqual([chosen.id]);

  await page.getByRole('tab', { name: 'Resets' }).click();
  await page.getByText('Removed by hand in the books').waitFor();
  await visitor.shoot('postings-resets');
  await page.getByRole('button', { name: 'Show the postings' }).click();
  await page
    .getByRole('row')
    .filter({ hasText: chosen.reference ?? '' })
    .getByText('reset', { exact: true })
    .waitFor();

  const next = await settled(page, (await make.run(page, flow.id, 'live')).id);
  expect(next.counts.posted).toBe(1);
  const again = (await postings(`search=${chosen.number}`)).filter(({ kind }) => kind === chosen.kind);
  expect(again.map(({ state }) => state).sort()).toEqual(['posted', 'reset']);
});

test('AT-164 a run that includes what was transferred says how much that is, and asks for a reason', async () => {
  const { page } = visitor;
  const count = (await postings('state=posted')).length;
  await page.goto(`/runs/${runId}`);
  await page.getByRole('button', { name: 'Start again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run “Ventes”' });
  await dialog.getByRole('radio', { name: 'Everything' }).check();
  await dialog.getByText('Dry run', { exact: true }).click();
  await dialog.getByRole('switch', { name: 'Include what was already transferred' }).click({ force: true });
  await dialog.getByText(`${count} postings of this period are in the books already.`).waitFor();
  const start = dialog.getByRole('button', { name: 'Start the dry run' });
  expect(await start.isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill('To see what it would book');
  await visitor.shoot('run-include-posted');
  await start.click();
  await expect.poll(() => page.url()).not.toContain(runId);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const run = await settled(page, id);
  expect(run.counts.previewed).toBeGreaterThan(0);
});
