import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schedule } from '../db/schema/index.ts';
import { startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { IMPATIENT_RETRIES_MS } from '../jobs/services.ts';
import { startWorker } from '../jobs/worker.ts';
import { enqueueSchedule } from './schedule-jobs.ts';
import { EVERY_FIVE_MINUTES, scheduledFlow } from './testing/scheduled-flow.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

it('two workers on one queue start a due slot once, and leave the job of the next one', async () => {
  const my = await scheduledFlow(app);
  const { db, registry, vault, log: logger, config } = app.deps;
  const step = 5 * 60_000;
  const due = new Date(Math.floor(Date.now() / step) * step);
  const id = await my.makeAt(EVERY_FIVE_MINUTES, due.toISOString());
  await enqueueSchedule(db, id, due);
  const services = { db, registry, vault, logger, config, retryDelaysMs: IMPATIENT_RETRIES_MS, now: () => new Date() };
  const workers = await Promise.all([1, 2].map(() => startWorker(services, app.database.url)));
  await expect.poll(() => my.slots(id), { timeout: 15_000 }).not.toEqual([]);
  await Promise.all(workers.map((worker) => worker.stop()));
  const slots = await my.slots(id);
  expect(slots[0]).toMatchObject({ at: due.toISOString(), status: 'started' });
  expect(await my.scheduledRuns()).toHaveLength(1);
  const [row] = await db.select().from(schedule).where(sql`id = ${id}`);
  expect(await my.jobAt(id)).toBe(row?.nextAt?.toISOString());
  expect(row?.nextAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
});
