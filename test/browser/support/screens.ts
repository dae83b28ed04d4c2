import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Translate } from './sentences.ts';

/** What the walk through the screens needs to find there. */
export interface Sights {
  readonly connection: { readonly id: string; readonly name: string };
  readonly flow: { readonly id: string; readonly name: string };
  /** A finished run with held documents, and one that waits for its review. */
  readonly dryRun: string;
  readonly openRun: string;
  /** The dry run once more, with the same version. */
  readonly replay: string;
}

/** Called on each screen once it is quiet. */
export type Look = (screen: string) => Promise<void>;

/** Waits until nothing loads any more: a head line stands there and no grey bar does. */
async function quiet(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await expect.poll(() => page.locator('.mantine-Skeleton-root').count(), { timeout: 10_000 }).toBe(0);
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await quiet(page);
}

/** The wizard keeps its answers in the tab; they are put there from another screen, where it does not write them. */
async function wizardAt(page: Page, step: number, connection: string): Promise<void> {
  await go(page, '/templates');
  const state = { step, connections: { shop: connection }, settings: {}, name: 'Ventes', clone: null, runId: null };
  const json = JSON.stringify(JSON.stringify(state));
  await page.evaluate(`sessionStorage.setItem('passerelle.wizard.woocommerce-fec', ${json})`);
  await go(page, '/templates/woocommerce-fec');
  await expect.poll(() => page.locator('.mantine-Stepper-step[data-completed]').count()).toBe(step);
}

async function connectionScreens(page: Page, t: Translate, sights: Sights, look: Look): Promise<void> {
  const { name } = sights.connection;
  await go(page, '/connections');
  await look('connections');
  await page.getByRole('button', { name: t('Change {name}', { name }) }).click();
  await page.getByRole('dialog').waitFor();
  await look('connection-form');
  await go(page, '/connections');
  await page.getByRole('button', { name: t('Delete {name}', { name }) }).click();
  await page.getByRole('dialog').waitFor();
  await look('connection-delete');
}

async function wizardScreens(page: Page, sights: Sights, look: Look): Promise<void> {
  for (const step of [0, 1, 2]) {
    await wizardAt(page, step, sights.connection.id);
    await look(`wizard-${step + 1}`);
  }
}

async function runScreens(page: Page, t: Translate, sights: Sights, look: Look): Promise<void> {
  await go(page, '/runs');
  await look('runs');
  await go(page, `/runs/${sights.openRun}`);
  await look('run-waiting');
  await go(page, `/runs/${sights.dryRun}`);
  for (const tab of ['Documents', 'Entries', 'Log', 'Files']) {
    await page.getByRole('tab', { name: new RegExp(`^${t(tab)}`) }).click();
    await quiet(page);
    await look(`run-${tab.toLowerCase()}`);
  }
  await go(page, `/runs/${sights.openRun}/review`);
  await look('review');
  await page.getByRole('treegrid').getByRole('row', { level: 2 }).first().click();
  await page.getByRole('dialog').waitFor();
  await look('review-line');
}

async function postingScreens(page: Page, t: Translate, look: Look): Promise<void> {
  for (const view of ['list', 'uncertain', 'resets']) {
    await go(page, `/postings?view=${view}`);
    await look(`postings-${view}`);
  }
  await go(page, '/postings');
  await page.getByRole('button', { name: t('Reset…') }).click();
  await page.getByRole('dialog').waitFor();
  await look('postings-reset');
}

async function automationScreens(page: Page, sights: Sights, look: Look): Promise<void> {
  await go(page, `/flows/${sights.flow.id}/automation`);
  await page.getByRole('switch').first().waitFor();
  await look('automation');
}

async function holdScreens(page: Page, t: Translate, look: Look): Promise<void> {
  await go(page, '/holds');
  await look('holds');
  await page
    .getByRole('button', { name: t('Show the documents') })
    .first()
    .click();
  await quiet(page);
  await look('holds-documents');
  await page
    .getByRole('button', { name: t('Leave out') })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await look('holds-leave-out');
}

/** The list and the form of a schedule that the visitor makes for it, unless an earlier visitor did. */
async function scheduleScreens(page: Page, t: Translate, sights: Sights, look: Look): Promise<void> {
  const { items } = await (await page.request.get('/api/schedules')).json();
  if (items.length === 0) {
    const recurrence = {
      days: { kind: 'month-weekdays', months: [1, 6, 12], ordinals: ['first', 'last'], weekdays: ['MO', 'FR'] },
      time: '02:30',
      repeat: { everyMinutes: 30, forMinutes: 720 },
      holidays: { calendar: 'BE', rule: 'after' },
    };
    const rest = { name: '', overlap: 'queue', catchUp: 'last', about: 'day-before' };
    const data = { ...rest, flow: sights.flow.id, recurrence, startsOn: '2026-01-01', zone: 'Europe/Brussels' };
    await page.request.post('/api/schedules', { data });
  }
  await go(page, '/schedules');
  await look('schedules');
  await page.getByRole('button', { name: t('Past starts of {name}', { name: sights.flow.name }) }).click();
  await page.getByRole('dialog').waitFor();
  await look('schedule-slots');
  await go(page, '/schedules');
  await page.getByRole('button', { name: t('Change {name}', { name: sights.flow.name }) }).click();
  await page.getByRole('dialog').getByRole('listitem').nth(19).waitFor();
  await look('schedule-form');
}

/** The list of mapping tables, one of them with rows, and its drawers; made by the first visitor. */
async function mappingScreens(page: Page, t: Translate, look: Look): Promise<void> {
  const { items } = await (await page.request.get('/api/mappings')).json();
  if (items.length === 0) {
    const made = await (await page.request.post('/api/mappings', { data: { name: 'Boutique principale' } })).json();
    const rows = [{}, { country: 'BE', tax: '21' }, { country: 'FR' }, { method: 'Paiement de la place de marché*' }];
    const rules = rows.map((match, index) => ({
      id: `00000000-0000-4000-8000-00000000000${index}`,
      table: 'sales',
      match,
      set: { withVat: `70${index}000` },
    }));
    await page.request.put(`/api/mappings/${made.id}`, { data: { revision: made.revision, rules } });
  }
  await go(page, '/mappings');
  await look('mappings');
  await page.getByRole('main').getByRole('link', { name: 'Boutique principale' }).click();
  await page.getByRole('tab').first().waitFor();
  await quiet(page);
  await look('mapping');
  await page.getByRole('button', { name: t('Help and try it') }).click();
  await page.getByRole('dialog').waitFor();
  await look('mapping-help');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t('History') }).click();
  await page.getByRole('dialog').waitFor();
  await quiet(page);
  await look('mapping-history');
}

async function editorScreens(page: Page, t: Translate, sights: Sights, look: Look): Promise<void> {
  await go(page, `/flows/${sights.flow.id}`);
  await look('editor');
  for (const node of ['orders', 'entries', 'file']) {
    await go(page, `/flows/${sights.flow.id}`);
    await page.getByTestId(`node-${node}`).click({ force: true });
    const settings = page.getByRole('tab', { name: t('Help') });
    if (!(await settings.isVisible())) await page.getByRole('button', { name: t('Settings'), exact: true }).click();
    await settings.waitFor();
    await look(`editor-${node}`);
    await settings.click();
    await look(`editor-${node}-help`);
  }
  await go(page, `/flows/${sights.flow.id}`);
  await page.getByRole('button', { name: t('Versions') }).click();
  await page.getByRole('dialog').waitFor();
  await look('editor-versions');
  await page.getByRole('tab', { name: t('History') }).click();
  await quiet(page);
  await look('editor-history');
  await go(page, `/flows/${sights.flow.id}/compare`);
  await look('compare');
  await go(page, `/runs/${sights.replay}/comparison`);
  await page.getByRole('button', { name: t('All documents') }).click();
  await page.getByRole('article').first().waitFor();
  await look('replay');
  await go(page, `/flows/${sights.flow.id}`);
  await page.getByRole('button', { name: t('Run'), exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await look('run-dialog');
}

/** Visits every screen of somebody who is signed in. */
export async function walk(page: Page, t: Translate, sights: Sights, look: Look): Promise<void> {
  await go(page, '/flows');
  await look('flows');
  await go(page, '/templates');
  await look('templates');
  await go(page, '/system');
  await look('system');
  await go(page, '/customers');
  await look('customers');
  await go(page, '/settings');
  await look('settings');
  await wizardScreens(page, sights, look);
  await connectionScreens(page, t, sights, look);
  await runScreens(page, t, sights, look);
  await automationScreens(page, sights, look);
  await holdScreens(page, t, look);
  await scheduleScreens(page, t, sights, look);
  await postingScreens(page, t, look);
  await mappingScreens(page, t, look);
  await editorScreens(page, t, sights, look);
}
