import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOutFolder } from './out-folder.ts';
import { UsageError } from './usage-error.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-out-'));
  await writeFile(join(folder, 'a-file'), '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the folder is made with everything above it, and one that is there is taken as it is', async () => {
  const out = join(folder, 'october', 'first');
  await makeOutFolder(out);
  await makeOutFolder(out);
  expect((await stat(join(out, 'files'))).isDirectory()).toBe(true);
});

test.each(['a-file', 'a-file/below'])('%s cannot be a folder, which is said before the run', async (name) => {
  const refused = makeOutFolder(join(folder, name));
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(/a-file.* cannot be written to: ENOTDIR\. .*--out/);
});

test.runIf(process.platform === 'linux')('a place where nothing can be made is refused at once', async () => {
  await expect(makeOutFolder('/proc/passerelle')).rejects.toThrow(/cannot be written to: ENOENT/);
});

test('what an earlier run wrote there goes, and nothing else', async () => {
  const out = join(folder, 'again');
  await makeOutFolder(out);
  await writeFile(join(out, 'run.json'), JSON.stringify({ files: [{ name: '123FEC20261231.txt' }] }));
  for (const name of ['entries.ndjson', 'notes.txt', 'files/123FEC20261231.txt', 'files/mine.txt']) {
    await writeFile(join(out, name), '');
  }
  await makeOutFolder(out);
  expect((await readdir(out)).sort()).toEqual(['files', 'notes.txt']);
  expect(await readdir(join(out, 'files'))).toEqual(['mine.txt']);
});

test('a torn report of an earlier run is no reason to refuse', async () => {
  const out = join(folder, 'torn');
  await makeOutFolder(out);
  await writeFile(join(out, 'run.json'), '{"files": [');
  await makeOutFolder(out);
});
