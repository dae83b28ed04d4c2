import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SSHD = '/usr/sbin/sshd';

/** A real OpenSSH server on loopback. */
export interface OpenSsh {
  readonly port: number;
  readonly username: string;
  /** Null where the tests do not run as root: a password needs a user of its own. */
  readonly password: string | null;
  readonly privateKey: string;
  /** The same key, protected by the passphrase "kerfuffle". */
  readonly protectedKey: string;
  readonly fingerprint: string;
  /** Absolute path of a folder in which the user may write. */
  readonly folder: string;
  /** Ends the processes that serve the open sessions, as a crash of the server would. */
  readonly killSessions: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given out');
  return address.port;
}

async function makeKeys(folder: string): Promise<void> {
  const make = (name: string, passphrase: string) =>
    run('ssh-keygen', ['-q', '-t', 'ed25519', '-C', 'test', '-N', passphrase, '-f', join(folder, name)]);
  await Promise.all([make('hostkey', ''), make('client', ''), make('protected', 'kerfuffle')]);
  const keys = await Promise.all(['client.pub', 'protected.pub'].map((name) => readFile(join(folder, name), 'utf8')));
  // sshd reads this file as the user who signs in, not as root.
  await writeFile(join(folder, 'authorized_keys'), keys.join(''), { mode: 0o644 });
}

interface User {
  readonly name: string;
  readonly password: string | null;
  readonly remove: () => Promise<void>;
}

/** As root a user of its own, with a password; otherwise whoever runs the tests, by key only. */
async function makeUser(folder: string): Promise<User> {
  if (process.getuid?.() !== 0) return { name: userInfo().username, password: null, remove: async () => undefined };
  const name = `passerelle-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('base64');
  await run('useradd', ['-M', '-d', folder, '-s', '/usr/sbin/nologin', name]);
  const setting = run('chpasswd');
  setting.child.stdin?.end(`${name}:${password}\n`);
  await setting;
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  await chown(folder, Number.parseInt(uid.stdout, 10), Number.parseInt(gid.stdout, 10));
  return { name, password, remove: () => run('userdel', [name]).then(() => undefined) };
}

function settings(folder: string, port: number, start: string): string {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${folder}/hostkey`,
    `PidFile none`,
    `AuthorizedKeysFile ${folder}/authorized_keys`,
    'PubkeyAuthentication yes',
    'PasswordAuthentication yes',
    'KbdInteractiveAuthentication no',
    'UsePAM no',
    'PermitRootLogin no',
    'StrictModes no',
    'MaxStartups 100',
    'Subsystem sftp internal-sftp',
    `ForceCommand internal-sftp -d ${start}`,
    'AllowTcpForwarding no',
    'X11Forwarding no',
    '',
  ].join('\n');
}

async function waitUntilListening(port: number, sshd: ChildProcess, log: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (sshd.exitCode !== null) throw new Error(`sshd did not start: ${log()}`);
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.unref().on('connect', () => socket.destroy());
    });
    if (open) return;
    await wait(50);
  }
  throw new Error(`sshd does not listen: ${log()}`);
}

/** Processes that sshd started for its sessions, and those that these started in turn. */
async function descendantsOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = new Map<number, number>();
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const ppid = /\) \w (\d+) /.exec(stat)?.[1];
    if (ppid) parents.set(Number.parseInt(pid, 10), Number.parseInt(ppid, 10));
  }
  const below = (pid: number): number[] =>
    [...parents].filter(([, ppid]) => ppid === pid).flatMap(([child]) => [child, ...below(child)]);
  return below(parent);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function fingerprintOf(publicKeyFile: string): Promise<string> {
  const [, base64 = ''] = (await readFile(publicKeyFile, 'utf8')).split(' ');
  const digest = createHash('sha256').update(Buffer.from(base64, 'base64')).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}

function demandSshd(): void {
  if (existsSync(SSHD)) return;
  throw new Error(
    `These tests need a real OpenSSH server, and there is none at ${SSHD}. ` +
      'Install it without starting it, for example: apt-get install --no-install-recommends openssh-server openssh-client',
  );
}

/** Starts sshd on a free loopback port with fresh keys, and with a user of its own when run as root. */
export async function startOpenSsh(): Promise<OpenSsh> {
  demandSshd();
  const home = await mkdtemp(join(tmpdir(), 'passerelle-sshd-'));
  await chmod(home, 0o755);
  const folder = join(home, 'files');
  await mkdir(folder);
  await makeKeys(home);
  const user = await makeUser(folder);
  const port = await findFreePort();
  // Without it sshd refuses to start as root; the system's own service makes it at boot.
  if (user.password !== null) await mkdir('/run/sshd', { recursive: true });
  await writeFile(join(home, 'sshd_config'), settings(home, port, folder));
  const sshd = spawn(SSHD, ['-D', '-e', '-f', join(home, 'sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  sshd.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const killSessions = async () => (await descendantsOf(sshd.pid ?? -1)).forEach(killIfThere);
  const close = async () => {
    await killSessions();
    const ended = new Promise((resolve) => sshd.once('exit', resolve));
    if (sshd.exitCode === null && sshd.kill()) await ended;
    await user.remove();
    await rm(home, { recursive: true, force: true });
  };
  try {
    await waitUntilListening(port, sshd, () => log);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    port,
    username: user.name,
    password: user.password,
    privateKey: await readFile(join(home, 'client'), 'utf8'),
    protectedKey: await readFile(join(home, 'protected'), 'utf8'),
    fingerprint: await fingerprintOf(join(home, 'hostkey.pub')),
    folder,
    killSessions,
    close,
  };
}
