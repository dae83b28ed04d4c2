import { availableParallelism, cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import { openDatabase } from '#server/db/database.ts';
import { workspace } from '#server/db/schema/index.ts';
import { seedEntries } from '#server/entries/testing/seed-entries.ts';
import { seedRun } from '#server/http/testing/seed-run.ts';
import { startProduct } from '../browser/support/product.ts';
import { signUp } from '../browser/support/steps.ts';
import { launchBrowser, openVisitor } from '../browser/support/visitor.ts';
import { startCluster } from './cluster.ts';
import { percentile, show } from './figures.ts';

/*
 * node test/bench/entries.ts [entries]: the list of entries with four lines an entry, as a browser shows it. Prints how
 * long the first screen and the server's answers take, and how long each frame takes while all of it is scrolled through.
 */
const ENTRIES = Number.parseInt(process.argv[2] ?? '2500', 10);
/** Pixels between two frames: fast, as with the wheel held down. */
const STEP = 160;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await call();
  return performance.now() - from;
}

/** Scrolls from top to bottom, one step a frame, and gives the milliseconds between the frames. */
function scrollThrough(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(`new Promise((resolve) => {
    const frame = document.querySelector('.entries-frame');
    const times = [];
    let before = performance.now();
    function next(now) {
      times.push(now - before);
      before = now;
      if (frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 2) return resolve(times);
      frame.scrollTop += ${STEP};
      requestAnimationFrame(next);
    }
    requestAnimationFrame(next);
  })`);
}

/** The same number of frames with nothing to draw: what the machine and its other work leave to any page. */
function idleFrames(page: Page, count: number): Promise<number[]> {
  return page.evaluate<number[]>(`new Promise((resolve) => {
    const times = [];
    let before = performance.now();
    function next(now) {
      times.push(now - before);
      before = now;
      if (times.length === ${count}) return resolve(times);
      requestAnimationFrame(next);
    }
    requestAnimationFrame(next);
  })`);
}

function sayFrames(what: string, frames: readonly number[]): void {
  const [half, late, worst] = [0.5, 0.95, 1].map((share) => show(percentile(frames, share)));
  const slow = frames.filter((time) => time > 50).length;
  say(
    `  ${what}: ${show(frames.length)} frames, p50 ${half} ms, p95 ${late} ms, longest ${worst} ms, ${slow} over 50 ms`,
  );
}

async function seed(url: string): Promise<string> {
  const database = openDatabase(url, 2);
  const [home] = await database.db.select({ id: workspace.id }).from(workspace);
  const { runId } = await seedRun(database.db, home?.id ?? '', 1);
  await seedEntries(database.db, runId, ENTRIES);
  await database.close();
  return runId;
}

async function measureServer(page: Page, run: string): Promise<void> {
  const asked = {
    'first page of 100 entries': '/entries?limit=100',
    'sums of all': '/entries/sums',
    'sums of what a column leaves': '/entries/sums?account=7000',
    'general search': '/entries?limit=100&search=dupre',
    'state of the review': '/review',
    'CSV of all': '/entries.csv?language=fr',
  };
  for (const [name, path] of Object.entries(asked)) {
    const times: number[] = [];
    for (let time = 0; time < 5; time += 1) times.push(await timed(() => page.request.get(`/api/runs/${run}${path}`)));
    say(`  ${name}: ${show(percentile(times, 0.5))} ms`);
  }
}

async function measureScreen(page: Page, run: string): Promise<void> {
  const first = await timed(async () => {
    await page.goto(`/runs/${run}/review`);
    await page.getByRole('treegrid').getByRole('row', { level: 2 }).first().waitFor();
  });
  say(`  from the address to the first lines: ${show(first)} ms`);
  await page.getByText(/^Loading entries/).waitFor({ state: 'detached', timeout: 60_000 });
  const frames = await scrollThrough(page);
  sayFrames(`scrolling ${STEP} px a frame`, frames);
  sayFrames('nothing to draw', await idleFrames(page, Math.min(600, frames.length)));
}

say(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`);
const cluster = await startCluster();
const url = await cluster.makeDatabase();
const product = await startProduct({ DATABASE_URL: url });
const browser = await launchBrowser();
try {
  const { page } = await openVisitor(browser, product.url);
  await signUp(page);
  const run = await seed(url);
  say(`${show(ENTRIES)} entries, ${show(4 * ENTRIES)} lines`);
  await measureServer(page, run);
  await measureScreen(page, run);
} finally {
  await browser.close();
  await product.close();
  await cluster.stop();
}
