import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError([cliMessages.build.out_unwritable({ folder, detail })]);
  }
}
