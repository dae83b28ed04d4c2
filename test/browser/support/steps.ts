import type { Locator, Page } from 'playwright-core';
import { endpoints } from '#schemas/api/index.ts';
import type { Run } from '#schemas/api/runs.ts';

export const ACCOUNT = { name: 'Élise Durand', email: 'elise@example.org', password: 'quatre mots pour entrer' };
export const TEMPLATE = 'WooCommerce → FEC file';

/** Makes the first account and arrives on the empty list of flows. */
export async function signUp(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Your name').fill(ACCOUNT.name);
  await page.getByLabel('E-mail address').fill(ACCOUNT.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(ACCOUNT.password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: 'Flows', exact: true }).waitFor();
}

export async function signIn(page: Page, password: string = ACCOUNT.password): Promise<void> {
  await page.getByLabel('E-mail address').fill(ACCOUNT.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The run that the window shows, as the server knows it. */
export async function shownRun(page: Page): Promise<Run> {
  const id = /\/runs\/([0-9a-f-]+)/.exec(page.url())?.[1];
  const answer = await page.request.get(`/api/runs/${id}`);
  return endpoints.getRun.response.parse(await answer.json());
}

/** The status that stands beside the run's title. */
export function status(page: Page, text: string): Locator {
  return page.getByRole('main').getByText(text, { exact: true }).first();
}
