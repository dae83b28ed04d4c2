import { beforeAll, expect, test } from 'vitest';
import { make } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let flowId: string;
let key = '';
beforeAll(async () => {
  visitor = await stage.open();
  await signUp(visitor.page);
  const demo = await make.demoShop(visitor.page);
  flowId = (await make.flow(visitor.page, 'Ventes du mois', demo.id)).id;
});

/** A program: no browser, no cookie. */
function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...init.headers };
  return fetch(`${stage.product().url}/api${path}`, { ...init, headers });
}

test('without a key the settings say what one is for', async () => {
  const { page } = visitor;
  await page.goto('/flows');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'No key yet' }).waitFor();
  await visitor.shoot('api-keys-empty');
});

test('a key is made by keyboard, is shown once, and opens the API', async () => {
  const { page } = visitor;
  await page.getByRole('button', { name: 'New key' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').waitFor();
  await page.keyboard.type('Month-end script');
  await page.keyboard.press('Enter');
  const shown = dialog.getByRole('textbox', { name: 'Key “Month-end script”' });
  key = await shown.inputValue();
  expect(key).toMatch(/^pk_[\w-]{43}$/);
  await visitor.shoot('api-key-made');
  await page.keyboard.press('Escape');
  expect(await shown.isVisible()).toBe(true);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await dialog.waitFor({ state: 'detached' });
  const row = page.getByRole('row', { name: /Month-end script/ });
  await row.getByText(`${key.slice(0, 9)}…`).waitFor();
  await row.getByText('Never used').waitFor();
  expect(await page.content()).not.toContain(key);
  expect((await call('/flows')).status).toBe(200);
});

test('the key starts a flow, once for one idempotency key, and the run says that a program started it', async () => {
  const order = { method: 'POST', body: '{"mode":"dry"}', headers: { 'idempotency-key': 'october' } };
  const answers = await Promise.all([1, 2, 3].map(() => call(`/flows/${flowId}/trigger`, order)));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
  const runs = (await Promise.all(answers.map((answer) => answer.json()))) as { id: string }[];
  expect(new Set(runs.map((run) => run.id)).size).toBe(1);
  const { page } = visitor;
  await page.goto(`/runs/${runs[0]?.id}`);
  await page.getByText('Ventes du mois').first().waitFor();
  await page.goto('/settings');
  await page
    .getByRole('row', { name: /Month-end script/ })
    .getByText(/^Used /)
    .first()
    .waitFor();
  await visitor.shoot('api-keys');
});

test('a key is revoked by its name, and opens nothing from then on', async () => {
  const { page } = visitor;
  await page.getByRole('button', { name: 'Revoke Month-end script' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Revoke' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('Month-end script');
  await confirm.click();
  await page
    .getByRole('row', { name: /Month-end script/ })
    .getByText(/Revoked/)
    .waitFor();
  const refused = await call('/flows');
  expect(refused.status).toBe(401);
  expect(JSON.stringify(await refused.json())).toContain('auth.key_refused');
});

test('the settings read well in French on a telephone, and in the dark', async () => {
  const { context, page } = visitor;
  const state = await context.storageState();
  const small = { viewport: { width: 390, height: 844 }, locale: 'fr-BE', storageState: state };
  const telephone = await stage.open(small);
  await telephone.page.goto('/settings');
  await telephone.page.getByRole('heading', { name: 'Clés API' }).waitFor();
  const width = await telephone.page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(390);
  await telephone.shoot('api-keys-telephone');
  const dark = await stage.open({ colorScheme: 'dark', storageState: state });
  await dark.page.goto('/settings');
  await dark.page.getByRole('heading', { name: 'API keys' }).waitFor();
  await dark.shoot('api-keys-dark');
  expect(page.isClosed()).toBe(false);
});
