import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { endpoints } from '#schemas/api/index.ts';
import type { Schedule } from '#schemas/api/schedules.ts';
import { make } from './support/api.ts';
import { setStage } from './support/stage.ts';
import { signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  visitor = await stage.open();
  page = visitor.page;
  await signUp(page);
});

async function schedules(): Promise<Schedule[]> {
  const answer = await page.request.get('/api/schedules');
  return endpoints.listSchedules.response.parse(await answer.json()).items;
}

const drawer = () => page.getByRole('dialog');
const nextStarts = () => drawer().getByRole('region', { name: 'Next starts' });

/** Presses a key until the element has the focus: how many presses it takes is the screen's business. */
async function tabTo(role: 'textbox' | 'combobox' | 'radio' | 'checkbox' | 'button', name: string): Promise<void> {
  const wanted = drawer().getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${role} "${name}"`);
}

test('AT-220 without a schedule the screen says what one is for, and one is made with the keyboard alone', async () => {
  const shop = await make.demoShop(page);
  await make.flow(page, 'Ventes de la nuit', shop.id);
  await page.reload();
  await page.getByRole('link', { name: 'Schedules' }).click();
  await page.getByRole('heading', { name: 'No schedule yet' }).waitFor();
  await visitor.shoot('schedules-empty');

  await page.getByRole('button', { name: 'New schedule' }).focus();
  await page.keyboard.press('Enter');
  await drawer().waitFor();
  await tabTo('combobox', 'Flow');
  await page.keyboard.type('Ventes');
  await page.getByRole('option', { name: 'Ventes de la nuit' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo('textbox', 'Name');
  await page.keyboard.type('Lundi matin');
  await tabTo('radio', 'Days');
  await page.keyboard.press('ArrowRight');
  await drawer().getByRole('group', { name: 'On', exact: true }).waitFor();
  await tabTo('checkbox', 'Thursday');
  await page.keyboard.press('Space');
  await nextStarts().getByText('Every week on Monday and Thursday, at 06:00').waitFor();
  const starts = () => nextStarts().getByRole('listitem').allInnerTexts();
  await expect.poll(async () => (await starts()).every((start) => /^(Mon|Thu), .* 06:00$/.test(start))).toBe(true);
  await visitor.shoot('schedule-form');
  await tabTo('button', 'Save the schedule');
  await page.keyboard.press('Enter');
  await page.getByText('“Lundi matin” is saved').waitFor();
  expect(await schedules()).toMatchObject([
    { name: 'Lundi matin', recurrence: { days: { kind: 'weeks', every: 1, weekdays: ['MO', 'TH'] } }, paused: false },
  ]);
});

test('AT-221 the next 20 starts are shown while the form is filled in, with what the clocks and holidays do', async () => {
  await page.getByRole('button', { name: 'Change Lundi matin' }).click();
  await drawer().getByText('Days of months', { exact: true }).click();
  const days = drawer().getByRole('group', { name: 'Days of the month' });
  await days.getByText('31', { exact: true }).click();
  await drawer().getByText('the 31st is skipped in a month of 30 days').waitFor();
  await expect.poll(() => nextStarts().getByRole('listitem').count()).toBe(20);

  // The last Sunday of March at 02:30 does not exist; 1 May is a holiday.
  await drawer().getByText('Days', { exact: true }).click();
  await drawer().getByLabel('Start date').fill('30/03/2030');
  await drawer().getByLabel('Hours').fill('02');
  await drawer().getByLabel('Minutes').fill('30');
  await nextStarts().getByText('Clocks go forward: 02:30 does not exist that day.').waitFor();
  await nextStarts().getByText('Sun, 31 Mar 2030, 03:00').waitFor();
  await visitor.shoot('schedule-form-clocks');
  await drawer().getByLabel('Start date').fill('29/04/2030');
  await page.keyboard.press('Tab');
  await drawer().getByRole('combobox', { name: 'Calendar' }).click();
  await page.getByRole('option', { name: 'Belgium' }).click();
  await drawer().getByRole('combobox', { name: 'On a public holiday' }).click();
  await page.getByRole('option', { name: 'The working day after' }).click();
  await nextStarts().getByText('Moved from 1 May 2030, a public holiday.').waitFor();
  await drawer().getByRole('button', { name: 'Cancel' }).click();
  await drawer().waitFor({ state: 'detached' });
});

test('AT-231 a schedule is edited, paused, resumed and run now', async () => {
  await page.getByRole('button', { name: 'Change Lundi matin' }).click();
  await drawer().getByRole('combobox', { name: 'Repeat within the day' }).click();
  await page.getByRole('option', { name: 'Every 5 min', exact: true }).click();
  await drawer().getByRole('button', { name: 'Save the schedule' }).click();
  await page.getByText('Every week on Monday and Thursday, from 06:00 every 5 min for 12 h').waitFor();

  await page.getByRole('button', { name: 'Pause Lundi matin' }).click();
  await page.getByText('“Lundi matin” is paused').waitFor();
  expect(await schedules()).toMatchObject([{ paused: true, nextAt: null }]);
  await page.getByRole('button', { name: 'Resume Lundi matin' }).click();
  await page.getByText('“Lundi matin” goes on').waitFor();

  await page.getByRole('button', { name: 'Run Lundi matin now' }).click();
  await page.getByText('A run of “Lundi matin” was started').waitFor();
  await visitor.shoot('schedules');
  await page.getByRole('button', { name: 'Past starts of Lundi matin' }).click();
  await drawer().getByText('Started', { exact: true }).waitFor();
  await drawer().getByRole('link', { name: 'Open the run' }).waitFor();
  await visitor.shoot('schedule-slots');
  await page.keyboard.press('Escape');
  await drawer().waitFor({ state: 'detached' });
});

test('AT-229 the list is filtered by name and state, and a schedule is deleted by typing its name', async () => {
  await page.getByRole('textbox', { name: 'Search' }).fill('mardi');
  await page.getByText('No schedule matches these filters.').waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByRole('button', { name: 'Delete Lundi matin' }).click();
  await drawer().getByRole('textbox').fill('Lundi matin');
  await drawer().getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { name: 'No schedule yet' }).waitFor();
  expect(await schedules()).toEqual([]);
});

test('on a telephone, in French and in the dark, list and form can be read and reached', async () => {
  const flow = await make.flow(page, 'Ventes du jour', (await make.demoShop(page)).id);
  const recurrence = {
    days: { kind: 'month-weekdays', months: [1, 4, 7, 10], ordinals: ['first', 'last'], weekdays: ['MO', 'FR'] },
    time: '22:00',
    repeat: { everyMinutes: 30, forMinutes: 720 },
    holidays: { calendar: 'FR', rule: 'before' },
  };
  const rest = { name: '', overlap: 'queue', catchUp: 'last', about: 'day-before' };
  const data = { ...rest, flow: flow.id, recurrence, startsOn: '2026-01-01', zone: 'Europe/Paris' };
  expect((await page.request.post('/api/schedules', { data })).status()).toBe(200);
  const context = await visitor.context.storageState();
  const phone = await stage.open({
    ...{ storageState: context, locale: 'fr-BE', colorScheme: 'dark' },
    viewport: { width: 390, height: 844 },
  });
  await phone.page.goto('/schedules');
  await phone.page.getByText('Premier et dernier lundi et vendredi').waitFor();
  await phone.shoot('schedules-phone');
  await phone.page.getByRole('button', { name: 'Modifier Ventes du jour' }).click();
  await phone.page.getByRole('region', { name: 'Prochains démarrages' }).getByRole('listitem').nth(19).waitFor();
  await phone.shoot('schedule-form-phone');
  const widest = await phone.page.evaluate('document.scrollingElement.scrollWidth');
  expect(widest).toBeLessThanOrEqual(390);
});
