import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { Pool } from 'undici';
import type { Cluster } from './cluster.ts';
import { percentile, processCpu, serverCpu } from './figures.ts';
import { smallOrderText } from './orders-source.ts';
import { startWebhookServer, type WebhookServer } from './webhook-server.ts';

const CONNECTIONS = 16;

export interface WebhookFigures {
  readonly sent: number;
  /** Answered with 202, a second. */
  readonly accepted: number;
  /** Mapped, delivered and recorded, a second: from the first call to the last posting. */
  readonly delivered: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of CPU a webhook: the server with its worker, and PostgreSQL. */
  readonly cpuServer: number;
  readonly cpuPostgres: number;
  readonly bytes: number;
  readonly runs: number;
  readonly logLines: number;
}

function signed(secret: string, body: string, delivery: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const mark = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'content-type': 'application/json',
    'x-passerelle-timestamp': timestamp,
    'x-passerelle-signature': `sha256=${mark}`,
    'x-passerelle-delivery': delivery,
  };
}

/** Sends orders over so many connections, each as soon as the one before is answered. */
async function blast(server: WebhookServer, first: number, count: number): Promise<number[]> {
  const pool = new Pool(`http://127.0.0.1:${server.port}`, { connections: CONNECTIONS });
  const times: number[] = [];
  let next = first;
  const work = async () => {
    while (next < first + count) {
      const id = next;
      next += 1;
      const body = smallOrderText(id);
      const headers = signed(server.secret, body, `d${id}`);
      const began = performance.now();
      const answer = await pool.request({ method: 'POST', path: server.path, headers, body });
      await answer.body.dump();
      if (answer.statusCode !== 202) throw new Error(`webhook ${id} was answered with ${answer.statusCode}`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  await pool.close();
  return times;
}

async function posted({ engine }: WebhookServer): Promise<number> {
  const [row] = await engine.database.db.execute<{ n: number }>(
    sql`select count(*)::int as n from posting where status = 'posted'`,
  );
  return row?.n ?? 0;
}

async function untilPosted(server: WebhookServer, count: number): Promise<void> {
  const end = performance.now() + 120_000;
  while ((await posted(server)) < count) {
    if (performance.now() > end) throw new Error(`only ${await posted(server)} of ${count} were posted in two minutes`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Where the bytes are, for whoever wants to make them fewer. */
async function saySizes({ engine }: WebhookServer, count: number): Promise<void> {
  const rows = await engine.database.db.execute<{ name: string; bytes: number }>(sql`
    select c.relname as name, pg_relation_size(c.oid)::int as bytes from pg_class c
    where c.relkind in ('r', 'i', 't') and c.relnamespace = 'public'::regnamespace order by 2 desc limit 40`);
  const lines = rows.map(({ name, bytes }) => `${String(Math.round(bytes / count)).padStart(8)} ${name}\n`);
  process.stdout.write(lines.join(''));
}

async function databaseBytes({ engine }: WebhookServer): Promise<number> {
  const [row] = await engine.database.db.execute<{ bytes: string }>(
    sql`select pg_database_size(current_database()) as bytes`,
  );
  return Number(row?.bytes ?? 0);
}

/** Runs of another flow that wait for their turn: one is under way, and the flow takes one at a time. */
async function addBacklog({ engine, flowId }: WebhookServer, count: number): Promise<void> {
  const { db } = engine.database;
  await db.execute(sql`insert into flow (id, workspace_id, name, concurrency)
    select gen_random_uuid(), workspace_id, 'bench backlog', 1 from flow where id = ${flowId}`);
  await db.execute(sql`insert into flow_version (flow_id, number, definition, hash)
    select f.id, 1, v.definition, v.hash from flow f cross join flow_version v
    where f.name = 'bench backlog' and v.flow_id = ${flowId}`);
  await db.execute(sql`
    insert into run (id, workspace_id, flow_id, version, bindings, trigger, mode, status)
    select (left(id_floor(now())::text, 24) || lpad(to_hex(n), 12, '0'))::uuid, workspace_id, id, 1, '{}', 'api', 'live',
      case n when 0 then 'running' else 'queued' end
    from flow cross join generate_series(0, ${count}) n where name = 'bench backlog'`);
  await db.execute(sql`analyze`);
}

/** Webhook in, mapped entry, delivered to a local sink; outcome, posting and step log kept. */
export async function benchWebhooks(cluster: Cluster, count: number, backlog = 0): Promise<WebhookFigures> {
  const server = await startWebhookServer(await cluster.makeDatabase());
  try {
    if (backlog > 0) await addBacklog(server, backlog);
    const warm = count / 2;
    await blast(server, 1, warm);
    await untilPosted(server, warm);
    const { db } = server.engine.database;
    // What updates left behind is used again, as it is in a database that has been at work for a day.
    await db.execute(sql`vacuum analyze`);
    const bytesBefore = await databaseBytes(server);
    const before = { app: processCpu(server.pid), postgres: serverCpu(cluster.pid) };
    const began = performance.now();
    const times = await blast(server, warm + 1, count);
    const accepted = performance.now();
    await untilPosted(server, warm + count);
    const done = performance.now();
    const after = { app: processCpu(server.pid), postgres: serverCpu(cluster.pid) };
    const [sums] = await db.execute<{ runs: number; lines: number }>(sql`
      select (select count(*)::int from run where trigger = 'webhook') as runs, (select count(*)::int from step_log) as lines`);
    if (process.env['BENCH_SIZES']) await saySizes(server, count + warm);
    return {
      sent: count,
      accepted: count / ((accepted - began) / 1000),
      delivered: count / ((done - began) / 1000),
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      cpuServer: ((after.app - before.app) * 1000) / count,
      cpuPostgres: ((after.postgres - before.postgres) * 1000) / count,
      bytes: ((await databaseBytes(server)) - bytesBefore) / count,
      runs: sums?.runs ?? 0,
      logLines: sums?.lines ?? 0,
    };
  } finally {
    await server.stop();
  }
}
