import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const MIGRATIONS = 'server/db/migrations';
let copy = '';

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(join(ROOT, MIGRATIONS), copy, { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/**
 * SQL files that drizzle-kit would add to the copy to bring it up to the schema. It puts "./" before its output folder
 * and exits with 0 even when it fails, so its words are what counts.
 */
function missingMigrations(): string[] {
  const args = [
    'generate',
    '--dialect',
    'postgresql',
    '--schema',
    './server/db/schema/index.ts',
    '--out',
    relative(ROOT, copy),
  ];
  const kit = join(ROOT, 'node_modules/drizzle-kit/bin.cjs');
  const { stdout, stderr } = spawnSync(process.execPath, [kit, ...args], { cwd: ROOT, encoding: 'utf8' });
  expect(`${stdout}${stderr}`).toMatch(/No schema changes|Your SQL migration file/);
  const committed = readdirSync(join(ROOT, MIGRATIONS));
  return readdirSync(copy).filter((name) => !committed.includes(name));
}

it('the committed migrations make the schema that the code describes', () => {
  expect(missingMigrations()).toEqual([]);
});

it('a column without its migration would be noticed', () => {
  const meta = join(copy, 'meta');
  const latest =
    readdirSync(meta)
      .filter((name) => name.endsWith('_snapshot.json'))
      .sort()
      .at(-1) ?? '';
  const snapshot = JSON.parse(readFileSync(join(meta, latest), 'utf8')) as {
    tables: Record<string, { columns: Record<string, unknown> }>;
  };
  delete snapshot.tables['public.posting']?.columns['reference'];
  writeFileSync(join(meta, latest), JSON.stringify(snapshot));
  expect(missingMigrations()).toHaveLength(1);
});
