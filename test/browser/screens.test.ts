import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { Language, Localised } from '#schemas/localised.ts';
import { make, settled } from './support/api.ts';
import { type Sights, walk } from './support/screens.ts';
import { allTexts, englishLeft, translatorOf } from './support/sentences.ts';
import { setStage } from './support/stage.ts';
import { ACCOUNT, signUp } from './support/steps.ts';
import type { Visitor } from './support/visitor.ts';

const CASES = ['be-mixed-vat-21-12-6', 'export-us-usd', 'fr-oss-mixed-vat', 'refund-two-partials', 'status-failed'];
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const stage = setStage({ PASSERELLE_ALLOW_PRIVATE_NETWORK: 'true' });
let shop: FakeShop;
let sights: Sights;
let texts: readonly Localised[];

beforeAll(async () => {
  shop = await startFakeShop({ shop: shopOf(CASES.map((name) => recordedCase(`prices-incl__${name}`))) });
  const { page, context } = await stage.open();
  await signUp(page);
  const connection = await make.shop(page, 'Boutique', { ...shop.fields, ...shop.secrets });
  const flow = await make.flow(page, 'Ventes', connection.id);
  const dryRun = (await settled(page, (await make.run(page, flow.id, 'dry')).id)).id;
  const openRun = (await settled(page, (await make.run(page, flow.id, 'live')).id)).id;
  const replay = (await settled(page, (await make.replay(page, dryRun)).id)).id;
  sights = { connection, flow, dryRun, openRun, replay };
  texts = await allTexts(page);
  await context.close();
});
afterAll(() => shop.close());

/** A window of somebody who is signed in and reads this language. */
async function enter(language: Language, options: BrowserContextOptions = {}): Promise<Visitor> {
  const visitor = await stage.open(options);
  await visitor.context.addInitScript(`localStorage.setItem('passerelle.language', '${language}')`);
  const { email, password } = ACCOUNT;
  const answer = await visitor.page.request.post('/api/auth/sign-in/email', { data: { email, password } });
  expect(answer.status()).toBe(200);
  return visitor;
}

test.each(['fr', 'nl'] as const)('no screen in %s has an English sentence left', async (language) => {
  const visitor = await enter(language);
  const left: string[] = [];
  await walk(visitor.page, translatorOf(texts, language), sights, async (screen) => {
    const said = await visitor.page.locator('body').ariaSnapshot();
    left.push(...englishLeft(said, texts, language).map((sentence) => `${screen}: ${sentence}`));
    if (language === 'fr') await visitor.shoot(`${language}-${screen}`);
  });
  expect(await visitor.page.locator('html').getAttribute('lang')).toBe(language);
  await visitor.context.close();
  expect(left).toEqual([]);
});

test('on a telephone no screen scrolls sideways, and the menu leads everywhere', async () => {
  const visitor = await enter('nl', PHONE);
  const { page } = visitor;
  const wide: string[] = [];
  const t = translatorOf(texts, 'nl');
  await walk(page, t, sights, async (screen) => {
    const beyond = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (beyond > 0) wide.push(`${screen}: ${beyond} px`);
    await visitor.shoot(`phone-${screen}`);
  });
  await page.goto('/flows');
  await page.getByRole('button', { name: t('Open the menu') }).click();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t('Connections') })
    .click();
  await page.getByRole('heading', { name: t('Connections'), level: 1 }).waitFor();
  await visitor.context.close();
  expect(wide).toEqual([]);
});

test('the colours follow the system until the reader chooses, and the choice is kept', async () => {
  const visitor = await enter('en', { colorScheme: 'dark' });
  const { page } = visitor;
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  await walk(page, translatorOf(texts, 'en'), sights, async (screen) => {
    expect(await scheme()).toBe('dark');
    // The English screens prove that the search above would find what is left over.
    expect(englishLeft(await page.locator('body').ariaSnapshot(), texts, 'fr'), screen).not.toEqual([]);
    await visitor.shoot(`dark-${screen}`);
  });
  await page.goto('/flows');
  await page.getByRole('button', { name: 'Switch to light colours' }).click();
  await expect.poll(scheme).toBe('light');
  await page.reload();
  await expect.poll(scheme).toBe('light');
  await visitor.context.close();
});
