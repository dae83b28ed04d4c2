import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { setStage } from './support/stage.ts';
import { ACCOUNT, shownRun, status } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
beforeAll(async () => {
  visitor = await stage.open();
});

/** Presses Tab until the focus is there; only what a keyboard reaches can be reached so. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if ((await goal.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${goal}`);
}

/** Whether the element with the focus shows it: with an outline or a ring. */
async function isFocusSeen(page: Page): Promise<boolean> {
  const style = 'getComputedStyle(document.activeElement)';
  return page.evaluate<boolean>(`${style}.outlineStyle !== 'none' || ${style}.boxShadow !== 'none'`);
}

test('the first account is made with the keyboard', async () => {
  const { page } = visitor;
  await page.goto('/');
  await tabTo(page, page.getByLabel('Your name'));
  await page.keyboard.type(ACCOUNT.name);
  await tabTo(page, page.getByLabel('E-mail address'));
  await page.keyboard.type(ACCOUNT.email);
  await tabTo(page, page.getByRole('textbox', { name: 'Password' }));
  await page.keyboard.type(ACCOUNT.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Flows', exact: true }).waitFor();
});

test('the wizard is gone through with the keyboard, from the demo shop to the first real run', async () => {
  const { page } = visitor;
  const press = async (name: string) => {
    const button = page.getByRole('button', { name });
    await tabTo(page, button);
    expect(await isFocusSeen(page)).toBe(true);
    await page.keyboard.press('Enter');
  };
  await press('Try with the demo shop');
  await page.getByRole('heading', { name: 'Which account should the flow use?' }).waitFor();
  await press('Continue');
  await page.getByRole('heading', { name: 'How should it be booked?' }).waitFor();
  await tabTo(page, page.getByRole('textbox', { name: 'SIREN number' }));
  await page.keyboard.type('732829320');
  await press('Continue');
  await press('Show the entries');
  await page.getByRole('treegrid', { name: 'Journal entries' }).waitFor();
  await press('Use it: start the first real run');
  await page.getByRole('heading', { name: /^Run of / }).waitFor();
});

test('the review is ticked and confirmed with the keyboard', async () => {
  const { page } = visitor;
  await tabTo(page, page.getByRole('link', { name: 'Check the entries' }));
  await page.keyboard.press('Enter');
  const grid = page.getByRole('treegrid', { name: 'Journal entries' });
  await tabTo(page, grid);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const sums = page.getByRole('status').filter({ hasText: 'entries ticked' });
  await sums.filter({ hasText: /(\d+) of (?!\1 )\d+ entries ticked/ }).waitFor();
  const confirm = page.getByRole('button', { name: /^Confirm \d+ entries$/ });
  await tabTo(page, confirm);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Confirm these entries?' });
  await tabTo(page, dialog.getByRole('button', { name: /^Confirm \d+ entries$/ }));
  await page.keyboard.press('Enter');
  await status(page, 'Succeeded').waitFor();
  const run = await shownRun(page);
  expect(run.counts.posted).toBeGreaterThan(0);
  expect(run.files).toHaveLength(1);
});
