import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

const SCREENS = join(import.meta.dirname, '..', '..', '.artifacts', 'screens');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Somebody in front of the product: a browser window of their own, and what went wrong in it. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, thrown errors, failed requests and refusals that nobody expected, since the last call. */
  readonly takeProblems: () => string[];
  /** A refusal that the journey is about: /422 POST .*connections/ against "422 POST /api/connections". */
  readonly expectProblem: (pattern: RegExp) => void;
  /** Keeps a picture of the window among the test's artefacts. */
  readonly shoot: (name: string) => Promise<void>;
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: FLAGS, headless: true });
}

function watch(page: Page, note: (problem: string) => void): void {
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('console', (message) => {
    // A refused call is noted below, with its method and path.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) note(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a screen aborts its calls, and closes its stream of events.
    if (!/ERR_ABORTED/.test(reason)) note(`failed: ${request.method()} ${new URL(request.url()).pathname} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() < 400) return;
    note(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
}

/** Opens a window. The language is English unless `locale` says otherwise. */
export async function openVisitor(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1360, height: 850 },
    acceptDownloads: true,
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  let problems: string[] = [];
  const expected: RegExp[] = [];
  watch(page, (problem) => {
    if (!expected.some((pattern) => pattern.test(problem))) problems.push(problem);
  });
  return {
    page,
    context,
    takeProblems: () => {
      const taken = problems;
      problems = [];
      return taken;
    },
    expectProblem: (pattern) => expected.push(pattern),
    shoot: async (name) => {
      await mkdir(SCREENS, { recursive: true });
      await page.screenshot({ path: join(SCREENS, `${name}.png`) });
    },
  };
}
