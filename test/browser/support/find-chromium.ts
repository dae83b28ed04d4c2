import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function firstInstalled(): string | null {
  for (const name of INSTALLED) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    if (found.status === 0 && found.stdout.trim() !== '') return found.stdout.trim();
  }
  return existsSync(MAC) ? MAC : null;
}

/** Unpacks the Chromium of npm into the temporary folder (about 190 MB, once) and names the program. */
async function fromNpm(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

/**
 * The Chromium of the browser tests: CHROMIUM_PATH, else an installed Chrome or Chromium, else the one from npm.
 *
 * @returns absolute path of a program that starts
 * @throws Error that says what to do
 */
export async function findChromium(): Promise<string> {
  const path = process.env['CHROMIUM_PATH'] || firstInstalled() || (await fromNpm());
  if (!path) throw new Error('No Chrome or Chromium was found: install one, or name it in CHROMIUM_PATH.');
  const tried = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (tried.status === 0) return path;
  const said = (tried.stderr || String(tried.error ?? '')).trim().split('\n')[0] ?? '';
  throw new Error(
    `The Chromium at ${path} does not start (${said}). Install the libraries it asks for (Debian: libnss3 libnspr4), ` +
      'or name another one in CHROMIUM_PATH.',
  );
}
