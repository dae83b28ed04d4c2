import { access, constants, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { cliMessages } from './messages.ts';
import { UsageError } from './usage-error.ts';

/** Folders that are missing on the way to `folder`, the outermost first. */
async function missingFolders(folder: string): Promise<string[]> {
  const missing: string[] = [];
  for (let path = folder; ; path = dirname(path)) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (found) return missing;
    missing.unshift(path);
    if (path === dirname(path)) return missing;
  }
}

const earlierRunSchema = z.object({ files: z.array(z.object({ name: z.string() })) });

/** What run.json says, or null where it is not one of ours, or was cut short. */
function readEarlierRun(text: string): z.infer<typeof earlierRunSchema> | null {
  try {
    return earlierRunSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Removes what an earlier run wrote to the folder: a file of that run beside the report of this one would be taken for
 * one of this run's. Nothing else in the folder is touched.
 */
async function removeEarlierRun(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'run.json'), 'utf8').catch(() => null);
  const earlier = text === null ? null : readEarlierRun(text);
  if (!earlier) return;
  const files = earlier.files.map(({ name }) => join('files', basename(name)));
  for (const name of [...files, 'run.json', 'documents.ndjson', 'entries.ndjson']) {
    await rm(join(folder, name), { force: true });
  }
}

/**
 * Makes the folder that the results go to, before anything is read or posted: what a run has posted is not offered
 * again, so a run whose files cannot be written must not start.
 *
 * @param folder absolute path; its parents are made too
 * @throws UsageError when it cannot be made or written to
 */
export async function makeOutFolder(folder: string): Promise<void> {
  try {
    // One by one: mkdir with "recursive" goes round for ever where the system answers "no such file" (/proc).
    for (const path of await missingFolders(join(folder, 'files'))) await mkdir(path);
    await Promise.all([folder, join(folder, 'files')].map((path) => access(path, constants.W_OK)));
    await removeEarlierRun(folder);
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError([cliMessages.build.out_unwritable({ folder, detail })]);
  }
}
