import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The folders that hold code of ours; `.` stands for the files of the top level. */
export const ROOMS = ['schemas', 'nodes', 'flows', 'server', 'ui', 'test', 'scripts'] as const;

const SOURCE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;
/** Made by a tool or left by a run: never in a commit, so nobody's style. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.artifacts']);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

function roomOrNothing(root: string, room: string): string[] {
  try {
    return walk(join(root, room));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Every source file of the repository at `root`, as paths from there with forward slashes, sorted. */
export function listSources(root: string): string[] {
  const top = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  const files = [...top.map((entry) => join(root, entry.name)), ...ROOMS.flatMap((room) => roomOrNothing(root, room))];
  return files
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => SOURCE.test(path))
    .sort();
}

/** Files that only tests use: rules about the product's own code spare them. */
export function isTestCode(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/') || path.includes('/testing/');
}
