import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Flow } from '#schemas/api/flows.ts';
import { endpoints } from '#schemas/api/index.ts';
import { make } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let flow: Flow;
beforeAll(async () => {
  visitor = await stage.open();
  await signUp(visitor.page);
  flow = await make.emptyFlow(visitor.page, 'Essai');
});

function box(page: Page, id: string): Locator {
  return page.getByTestId(`node-${id}`);
}

async function savedFlow(page: Page): Promise<Flow> {
  return endpoints.getFlow.response.parse(await (await page.request.get(`/api/flows/${flow.id}`)).json());
}

async function isSaved(page: Page): Promise<void> {
  await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
}

/** Pulls a line from one port to another, as with a mouse. */
async function pull(page: Page, from: string, to: string): Promise<void> {
  const start = await page.getByTestId(from).boundingBox();
  const end = await page.getByTestId(to).boundingBox();
  if (!start || !end) throw new Error('a port is not in view');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2 - 20, end.y + end.height / 2, { steps: 8 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
  await page.mouse.up();
}

/** Ids of the nodes on the canvas by their type. */
async function idsByType(page: Page): Promise<Record<string, string>> {
  await isSaved(page);
  const { draft } = await savedFlow(page);
  return Object.fromEntries(Object.entries(draft.nodes).map(([id, node]) => [node.type, id]));
}

test('nodes are dragged from the list onto the canvas and the draft saves itself', async () => {
  const { page } = visitor;
  await page.goto(`/flows/${flow.id}`);
  await page.getByText('This flow is empty.').waitFor();
  await visitor.shoot('editor-empty');
  const canvas = page.getByRole('application', { name: 'Canvas of the flow' });
  const drag = async (name: string, x: number, y: number) => {
    await page.getByRole('button', { name: `Add ${name}`, exact: true }).dragTo(canvas, { targetPosition: { x, y } });
    // What was just added is selected, and its settings take room beside the canvas.
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Settings of what is selected' }).waitFor({ state: 'hidden' });
  };
  await drag('WooCommerce sales', 150, 120);
  await drag('Text file', 700, 420);
  await drag('Journal entries', 420, 220);
  await isSaved(page);
  const { draft } = await savedFlow(page);
  expect(
    Object.values(draft.nodes)
      .map((node) => node.type)
      .sort(),
  ).toEqual(['journal-entry', 'text-file', 'woocommerce-sales']);
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await visitor.shoot('editor-nodes');
});

test('a line between ports that do not fit is refused with the reason and what to put between', async () => {
  const { page } = visitor;
  const ids = await idsByType(page);
  await page.keyboard.press('Escape');
  await pull(page, `port-${ids['woocommerce-sales']}-out-documents`, `port-${ids['text-file']}-in-entries`);
  await page.getByText('A sale cannot go into a node that takes journal entries.').waitFor();
  await visitor.shoot('editor-refused');
  expect((await savedFlow(page)).draft.edges).toEqual([]);

  await pull(page, `port-${ids['woocommerce-sales']}-out-documents`, `port-${ids['journal-entry']}-in-documents`);
  await expect.poll(async () => (await savedFlow(page)).draft.edges.length, { timeout: 5000 }).toBe(1);
});

test('nodes are connected by keyboard alone, and undo and redo go one step each', async () => {
  const { page } = visitor;
  const ids = await idsByType(page);
  await box(page, ids['journal-entry'] ?? '').click();
  await page.keyboard.press('c');
  await page.getByRole('status').filter({ hasText: 'Connecting “Journal entries”' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await savedFlow(page)).draft.edges.length, { timeout: 5000 }).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await savedFlow(page)).draft.edges.length, { timeout: 5000 }).toBe(1);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await savedFlow(page)).draft.edges.length, { timeout: 5000 }).toBe(2);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await isSaved(page);
  await expect.poll(async () => (await savedFlow(page)).draft.edges.length, { timeout: 5000 }).toBe(2);
});

test('a setting changed in the form is saved, and reset to its default when taken back', async () => {
  const { page } = visitor;
  const ids = await idsByType(page);
  await box(page, ids['text-file'] ?? '').click();
  const siren = page.getByRole('textbox', { name: 'SIREN number' });
  await siren.fill('732829320');
  await siren.blur();
  const config = async () => (await savedFlow(page)).draft.nodes[ids['text-file'] ?? '']?.config;
  await expect.poll(config, { timeout: 5000 }).toMatchObject({ siren: '732829320' });
  await page.getByRole('button', { name: 'Reset “SIREN number” to the default' }).click();
  await expect.poll(config, { timeout: 5000 }).toEqual({});
  await page.getByRole('button', { name: /^Problems/ }).click();
  await visitor.shoot('editor-problems');
  await page.keyboard.press('Escape');
});

test('publishing makes numbered versions, which can be listed, compared and restored', async () => {
  const { page } = visitor;
  const demo = await make.demoShop(page);
  flow = await make.flow(page, 'Ventes', demo.id);
  await page.goto(`/flows/${flow.id}`);
  await box(page, 'entries').click();
  await page.getByLabel('Title on the canvas').fill('Écritures de vente');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await savedFlow(page)).hasUnpublishedChanges, { timeout: 5000 }).toBe(true);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish a new version' });
  await dialog.getByLabel('What changed').fill('Titre plus clair');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Version 2 is published').waitFor();

  await page.getByRole('button', { name: 'Versions' }).click();
  const drawer = page.getByRole('dialog', { name: 'Versions' });
  await drawer.getByText('Titre plus clair').waitFor();
  await visitor.shoot('editor-versions');
  await drawer.getByRole('button', { name: 'View version 1' }).click();
  await page.getByRole('button', { name: 'Restore into the draft' }).waitFor();
  await visitor.shoot('editor-version');
  await page.keyboard.press('Escape');
});

test('who saves over a newer draft is asked, and nobody’s work is lost', async () => {
  const { page } = visitor;
  await page.goto(`/flows/${flow.id}`);
  await box(page, 'review').click();
  const theirs = await savedFlow(page);
  const { draft, bindings, draftRevision: revision } = theirs;
  const answer = await page.request.put(`/api/flows/${flow.id}/draft`, {
    data: { definition: { ...draft, description: 'by somebody else' }, bindings, revision },
  });
  expect(answer.status()).toBe(200);

  visitor.expectProblem(/^409 PUT \/api\/flows\//);
  await page.getByLabel('Title on the canvas').fill('Mon contrôle');
  await page.keyboard.press('Tab');
  const dialog = page.getByRole('dialog', { name: 'Somebody saved a newer draft' });
  await dialog.waitFor();
  await visitor.shoot('editor-conflict');
  await dialog.getByRole('button', { name: 'Keep mine as a copy' }).click();
  await page.getByText('Your draft is kept as “Ventes (my copy)”').waitFor();
  expect((await savedFlow(page)).draft.description).toBe('by somebody else');
});
