import { eq, sql } from 'drizzle-orm';
import { isFinished } from '#schemas/outcome.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { run } from '#server/db/schema/index.ts';
import { startRun } from '#server/jobs/control.ts';
import { startWorker } from '#server/jobs/worker.ts';
import { fileFlow, openBenchEngine } from './bench-engine.ts';

/*
 * One bulk run in a process of its own, so that its memory is its own: BENCH_URL names the database, BENCH_ORDERS the
 * number of orders. Prints one line of JSON.
 */
const url = process.env['BENCH_URL'] ?? '';
const orders = Number(process.env['BENCH_ORDERS'] ?? '1000');

const engine = await openBenchEngine(url);
const flowId = await engine.publish(await fileFlow(engine.registry, orders));
const worker = await startWorker(engine.services, url, { concurrency: 2 });
const began = performance.now();
const cpuBefore = process.cpuUsage();
const order = { workspaceId: HEADLESS_WORKSPACE, flowId, mode: 'live' as const, period: null, startedBy: null };
const runId = await startRun(engine.database.db, engine.registry, { ...order, trigger: 'cli' });
let status = 'queued';
while (!isFinished(status as 'queued')) {
  await new Promise((resolve) => setTimeout(resolve, 50));
  const [row] = await engine.database.db.select({ status: run.status }).from(run).where(eq(run.id, runId));
  status = row?.status ?? 'failed';
}
const seconds = (performance.now() - began) / 1000;
const cpu = process.cpuUsage(cpuBefore);
const [sums] = await engine.database.db.execute<{ documents: number; posted: number; entries: number }>(sql`
  select (select count(*)::int from document where run_id = ${runId}) as documents,
    (select count(*)::int from outcome where run_id = ${runId} and outcome = 'posted') as posted,
    (select sum(entry_count)::int from file where run_id = ${runId}) as entries`);
await worker.stop();
await engine.database.close();
const result = {
  ...{ status, seconds, ...sums },
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
