import { availableParallelism, cpus } from 'node:os';
import { benchCommits, benchMapping, benchQueue } from './baselines.ts';
import { type BulkFigures, benchBulk } from './bulk.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { show } from './figures.ts';
import { benchTables } from './mapping-tables.ts';
import { benchWebhooks } from './webhooks.ts';
import { benchTakeover, benchWorkers } from './workers.ts';

/*
 * npm run bench [-- section …]: what the engine does a second, each figure beside a baseline measured in the same run.
 * Sections: baselines, webhooks, bulk, workers, takeover, backlog, tables; all of them without an argument. PostgreSQL is the
 * embedded one, durable, on this machine; so are the load and the targets.
 */
function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

interface Baselines {
  readonly commits: number;
  readonly commits16: number;
  readonly jobs: number;
  readonly mapping: number;
}

async function baselines(cluster: Cluster): Promise<Baselines> {
  const commits = await benchCommits(cluster, 1);
  const commits16 = await benchCommits(cluster, 16);
  const jobs = await benchQueue(cluster);
  const mapping = await benchMapping(cluster);
  say('Baselines');
  say(`  PostgreSQL, single-row commits a second: ${show(commits)} by one client, ${show(commits16)} by 16`);
  say(`  graphile-worker, no-op jobs a second (24 at a time, local queue): ${show(jobs)}`);
  say(`  one core, ten-line orders a second parsed, checked, mapped and serialised: ${show(mapping)}`);
  return { commits, commits16, jobs, mapping };
}

async function webhooks(cluster: Cluster, base: Baselines, backlog: number): Promise<number> {
  const figures = await benchWebhooks(cluster, 5_000, backlog);
  say(backlog > 0 ? `Webhooks, with ${show(backlog)} runs waiting` : 'Webhooks: in, mapped, delivered, recorded');
  say(
    `  delivered a second: ${show(figures.delivered)} (${(figures.delivered / base.commits16).toFixed(3)} of the commits)`,
  );
  say(
    `  answered with 202 a second: ${show(figures.accepted)}; ms until the answer: p50 ${show(figures.p50)}, p99 ${show(figures.p99)}`,
  );
  say(`  ms of CPU each: ${show(figures.cpuServer)} server and worker, ${show(figures.cpuPostgres)} PostgreSQL`);
  say(
    `  bytes of database each: ${show(figures.bytes)}; log lines kept: ${show(figures.logLines)}; gathered into ${figures.runs} runs`,
  );
  return figures.delivered;
}

function sayBulk(figures: BulkFigures, base: Baselines): void {
  const share = (figures.perSecond / base.mapping).toFixed(2);
  say(
    `  ${show(figures.orders)} orders: ${show(figures.perSecond)} a second (${share} of the bare loop), peak ${show(figures.peakMegabytes)} MB`,
  );
  say(
    `    ms of CPU an order: ${show(figures.cpuWorker)} worker, ${show(figures.cpuPostgres)} PostgreSQL; bytes of database: ${show(figures.bytes)}`,
  );
}

async function bulk(cluster: Cluster, base: Baselines): Promise<void> {
  say('Bulk: one run, orders of ten lines, from page to stored entries and file');
  const sizes = [1_000, 10_000, 100_000];
  const peaks: number[] = [];
  for (const orders of sizes) {
    const figures = await benchBulk(cluster, orders);
    peaks.push(figures.peakMegabytes);
    sayBulk(figures, base);
  }
  say(`  memory at 100,000 against 10,000: ${((peaks[2] ?? 0) / (peaks[1] ?? 1)).toFixed(2)} times`);
}

async function workers(cluster: Cluster): Promise<void> {
  const { entries, one, two } = await benchWorkers(cluster);
  say('Workers: eight runs to targets that take 50 ms a call');
  say(
    `  ${show(entries)} entries: one worker ${show(one)} s, two workers ${show(two)} s: ${(one / two).toFixed(2)} times`,
  );
}

const chosen = process.argv.slice(2);
const wants = (section: string) => chosen.length === 0 || chosen.includes(section);
async function tables(): Promise<void> {
  const { rows, first, slowest, firstEdit, edit } = await benchTables();
  say(`Mapping tables on the screen, ${show(rows)} rows, milliseconds without drawing`);
  say(`  search: first letter ${show(first)}, slowest after it ${show(slowest)}`);
  say(`  a cell written: the first ${show(firstEdit)}, slowest after it ${show(edit)}`);
}

async function engine(): Promise<void> {
  const cluster = await startCluster();
  try {
    say(
      `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
    );
    const base = await baselines(cluster);
    const plain = wants('webhooks') || wants('backlog') ? await webhooks(cluster, base, 0) : 0;
    if (wants('backlog')) {
      const delivered = await webhooks(cluster, base, 100_000);
      say(`  rate with the backlog against without: ${(delivered / plain).toFixed(2)}`);
    }
    if (wants('bulk')) await bulk(cluster, base);
    if (wants('workers')) await workers(cluster);
    if (wants('takeover')) say(`Takeover: a killed worker's run goes on after ${show(await benchTakeover(cluster))} s`);
  } finally {
    await cluster.stop();
  }
}

if (wants('tables')) await tables();
if (chosen.length === 0 || chosen.some((section) => section !== 'tables')) await engine();
