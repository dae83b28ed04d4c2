import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingsError } from '#schemas/errors.ts';
import { serverMessages } from './messages.ts';

const ROOT = join(import.meta.dirname, '..');
const STAMP = join(ROOT, 'ui', 'dist', '.built-from');

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[/\\](dist|node_modules)[/\\]/.test(path) && !path.endsWith('.test.ts'));
}

/** Hash of everything the screens are built from. */
async function sourceHash(): Promise<string> {
  const files = [...(await sourceFiles('ui')), ...(await sourceFiles('schemas')), join(ROOT, 'package.json')].sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file.slice(ROOT.length))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

/** Builds in a process of its own: the bundler would otherwise keep its memory for as long as the server runs. */
async function runBuild(): Promise<void> {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', join(ROOT, 'ui'), '--logLevel', 'error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new SettingsError(serverMessages.build.ui_build_failed({ detail: said.trim().slice(-600) }));
}

/** Builds the screens when their sources have changed since the last time; takes some seconds then, none otherwise. */
export async function buildUi(say: (line: string) => void): Promise<void> {
  const wanted = await sourceHash();
  const built = await readFile(STAMP, 'utf8').catch(() => null);
  if (built === wanted) return;
  say('Building the screens (only when they have changed) …');
  await runBuild();
  await writeFile(STAMP, wanted);
}
