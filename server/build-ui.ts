import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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

/** Builds the screens when their sources have changed since the last time; takes some seconds then, none otherwise. */
export async function buildUi(say: (line: string) => void): Promise<void> {
  const wanted = await sourceHash();
  const built = await readFile(STAMP, 'utf8').catch(() => null);
  if (built === wanted) return;
  say('Building the screens (only when they have changed) …');
  const { build } = await import('vite');
  await build({ root: join(ROOT, 'ui'), configFile: join(ROOT, 'ui', 'vite.config.ts'), logLevel: 'error' });
  await writeFile(STAMP, wanted);
}
