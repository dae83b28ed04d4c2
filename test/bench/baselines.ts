import type { TaskList } from 'graphile-worker';
import { Logger, runMigrations, run as runQueue } from 'graphile-worker';
import postgres from 'postgres';
import { checkConfig } from '#nodes/kit/config.ts';
import type { MapNodeType } from '#nodes/kit/node-type.ts';
import { fileFlow, openBenchEngine } from './bench-engine.ts';
import type { Cluster } from './cluster.ts';
import { pageText, readOrders } from './orders-source.ts';

const SECONDS = 3;

/** Single-row commits a second, by so many clients at once. */
export async function benchCommits(cluster: Cluster, clients: number): Promise<number> {
  const sql = postgres(await cluster.makeDatabase(), { max: clients, onnotice: () => undefined });
  await sql`create table bench_commit (id bigserial primary key, body text not null)`;
  const end = performance.now() + SECONDS * 1000;
  let commits = 0;
  const work = async () => {
    while (performance.now() < end) {
      await sql`insert into bench_commit (body) values ('one row')`;
      commits += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  await sql.end();
  return commits / SECONDS;
}

/** Jobs that do nothing, a second, by graphile-worker with 24 at a time and a local queue. */
export async function benchQueue(cluster: Cluster): Promise<number> {
  const connectionString = await cluster.makeDatabase();
  await runMigrations({ connectionString });
  const jobs = 20_000;
  const sql = postgres(connectionString, { max: 1, onnotice: () => undefined });
  await sql`select count(*) from (
    select graphile_worker.add_job('nothing', '{}'::json) from generate_series(1, ${jobs})) added`;
  await sql.end();
  let done = 0;
  const finished = Promise.withResolvers<void>();
  const taskList: TaskList = {
    nothing: async () => {
      done += 1;
      if (done === jobs) finished.resolve();
    },
  };
  const began = performance.now();
  const runner = await runQueue({
    ...{ connectionString, taskList, noHandleSignals: true },
    concurrency: 24,
    maxPoolSize: 30,
    preset: { worker: { localQueue: { size: 500 } } },
    logger: new Logger(() => () => undefined),
  });
  await finished.promise;
  const seconds = (performance.now() - began) / 1000;
  await runner.stop();
  return jobs / seconds;
}

/** Orders of ten lines a second that one core parses, checks, maps and serialises, with nothing stored. */
export async function benchMapping(cluster: Cluster): Promise<number> {
  const engine = await openBenchEngine(await cluster.makeDatabase());
  const flow = await fileFlow(engine.registry, 0);
  const node = flow.nodes['entries'];
  const type = engine.registry.nodeTypes.get('journal-entry') as MapNodeType;
  if (!node) throw new Error('the template has changed');
  const silent = { debug: () => undefined, info: () => undefined, warning: () => undefined, error: () => undefined };
  const facts = { runId: '', flowName: '', zone: flow.zone, period: null, dryRun: false };
  const context = { config: checkConfig(type, node.config), run: facts, log: silent, startedAt: new Date() };
  const pages = Array.from({ length: 8 }, (_, index) => pageText(index * 500, 500));
  let orders = 0;
  let letters = 0;
  const pass = (text: string) => {
    const envelopes = readOrders(text).map((body) => ({ key: body.id, kind: 'sales-document' as const, body }));
    for (const result of type.run(context, envelopes)) letters += JSON.stringify(result).length;
    orders += envelopes.length;
  };
  for (const text of pages) pass(text);
  orders = 0;
  const began = performance.now();
  while (performance.now() - began < SECONDS * 1000) for (const text of pages) pass(text);
  const seconds = (performance.now() - began) / 1000;
  await engine.database.close();
  if (letters === 0) throw new Error('nothing was mapped');
  return orders / seconds;
}
