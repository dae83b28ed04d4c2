import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBoundedLog } from './bounded-log.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const line = (text: string) => Buffer.from(`${text}\n`);

it('keeps lines in order, and never more than the full log and the one before', async () => {
  const path = join(folder, 'postgres.log');
  const log = openBoundedLog(path, 100);
  for (let number = 0; number < 200; number += 1) log.write(line(`line ${number}`));
  await log.settled();
  expect((await readdir(folder)).sort()).toEqual(['postgres.log', 'postgres.log.1']);
  const [older, newer] = [await readFile(`${path}.1`, 'utf8'), await readFile(path, 'utf8')];
  expect(older.length).toBeLessThanOrEqual(100);
  expect(newer.length).toBeLessThanOrEqual(100);
  const numbers = [...`${older}${newer}`.matchAll(/\d+/g)].map(([digits]) => Number.parseInt(digits, 10));
  expect(numbers).toEqual(numbers.map((_, index) => 200 - numbers.length + index));
  expect(numbers.at(-1)).toBe(199);
});

it('counts what an earlier start has written, and keeps it for the reader alone', async () => {
  const path = join(folder, 'postgres.log');
  await writeFile(path, 'x'.repeat(99));
  const log = openBoundedLog(path, 100);
  log.write(line('new'));
  await log.settled();
  expect(await readFile(path, 'utf8')).toBe('new\n');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('a folder that is gone stops nobody, and writing goes on when it is back', async () => {
  const path = join(folder, 'gone', 'postgres.log');
  const log = openBoundedLog(path, 100);
  log.write(line('lost'));
  await log.settled();
  await mkdir(join(folder, 'gone'));
  log.write(line('kept'));
  await log.settled();
  expect(await readFile(path, 'utf8')).toBe('kept\n');
});
