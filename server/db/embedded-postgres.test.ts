import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

const CANARY = 'canary-4711';
let folder: string;
let server: EmbeddedPostgres;
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'passerelle-postgres-')), 'postgres');
  server = await startEmbeddedPostgres({ folder, disposable: true });
});
afterAll(async () => {
  await server.stop();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

it('writes nothing of a failed statement into its log: no text, no parameter, no refused row', async () => {
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  await sql`create table sealed (id int primary key, secret text not null check (secret = ''))`;
  await sql`insert into sealed values (1, '')`;
  const failures = [
    sql`insert into sealed values (2, ${CANARY})`,
    sql`insert into sealed select 1, secret from sealed where ${CANARY}::text <> ''`,
    sql`select ${CANARY}::text::uuid`,
    sql.unsafe(`select '${CANARY}'::int`),
    sql.unsafe(`select nothing_here, '${CANARY}'`),
    sql.unsafe(`do $$ begin raise exception '${CANARY}'; end $$`),
  ];
  const settled = await Promise.allSettled(failures);
  expect(settled.map(({ status }) => status)).toEqual(failures.map(() => 'rejected'));
  await sql.end();
  const log = await readFile(join(folder, 'postgres.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('canary');
});

it('is reachable from this machine only, and with its password only', async () => {
  const url = new URL(server.url);
  expect(url.hostname).toBe('127.0.0.1');
  expect(url.password).toMatch(/^[\w-]{32}$/);
  url.password = 'wrong';
  const stranger = postgres(url.href, { max: 1, onnotice: () => undefined });
  await expect(stranger`select 1`).rejects.toMatchObject({ code: '28P01' });
  await stranger.end();
  const sql = postgres(server.url, { max: 1 });
  const [row] = await sql`select current_setting('listen_addresses') as listens, (
    select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as methods`;
  await sql.end();
  expect(row).toEqual({ listens: '127.0.0.1', methods: 'scram-sha-256' });
});

it('keeps folder, password and log to their owner', async () => {
  const modeOf = async (...path: string[]) => (await stat(join(folder, ...path))).mode & 0o077;
  expect(await Promise.all([modeOf(), modeOf('cluster'), modeOf('password'), modeOf('postgres.log')])).toEqual([
    0, 0, 0, 0,
  ]);
});

it('starts again when the server is killed, on the same address and with what was committed', async () => {
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined, backoff: () => 0.2 });
  await sql`create table kept (id int)`;
  await sql`insert into kept values (1)`;
  // A throw-away cluster only writes through when it is told to.
  await sql`checkpoint`;
  const pid = async () => Number.parseInt(await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8'), 10);
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    const killed = await pid();
    process.kill(killed, signal);
    await expect.poll(async () => pid().catch(() => killed), { timeout: 20_000 }).not.toBe(killed);
    const answer = () => sql`select count(*)::int as rows from kept`.then(([row]) => row?.['rows']).catch(() => null);
    await expect.poll(answer, { timeout: 20_000, interval: 200 }).toBe(1);
  }
  await sql.end();
});
