import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '#test/browser/support/find-chromium.ts';

const SSHD = '/usr/sbin/sshd';

function isThere(program: string): boolean {
  return existsSync(program) || spawnSync('which', [program]).status === 0;
}

/** Installs Debian packages where that is possible without asking anybody. */
function aptInstall(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !isThere('apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...packages);
}

/** The tests of the SFTP delivery talk to a real OpenSSH. */
function needOpenSsh(): void {
  const missing = [SSHD, 'ssh-keygen'].filter((program) => !isThere(program));
  if (missing.length === 0 || aptInstall(['openssh-server', 'openssh-client'])) {
    console.log('OpenSSH: found');
    return;
  }
  console.log(
    `OpenSSH: ${missing.join(' and ')} missing, so the tests of nodes/sftp will fail. ` +
      'Install the packages openssh-server and openssh-client.',
  );
}

async function needChromium(): Promise<void> {
  const look = () =>
    findChromium().then(
      (path) => ({ path, problem: '' }),
      (error: unknown) => ({ path: '', problem: error instanceof Error ? error.message : String(error) }),
    );
  let found = await look();
  if (found.problem.includes('shared libraries') && aptInstall(['libnss3', 'libnspr4'])) found = await look();
  console.log(found.path ? `Chromium: ${found.path}` : `Chromium: ${found.problem} The browser tests will fail.`);
}

/** Makes sure of what the tests need beside npm packages; says plainly what is missing and goes on. */
export async function installNeeds(): Promise<void> {
  needOpenSsh();
  await needChromium();
}
