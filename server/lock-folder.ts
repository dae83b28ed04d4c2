import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingsError } from '#schemas/errors.ts';
import { serverMessages } from './messages.ts';
import { isAlive } from './process-alive.ts';

/** Whether a process is one of ours. Numbers are used again, after a restart of a container most of all. */
async function isPasserelle(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'passerelle');
  return command.includes('passerelle');
}

/**
 * Takes a data folder for this process: two would fight for the database in it.
 *
 * @returns what gives it back
 * @throws SettingsError naming the process that has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'passerelle.pid');
  const pid = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10);
  if (Number.isInteger(pid) && pid !== process.pid && (await isPasserelle(pid))) {
    throw new SettingsError(serverMessages.build.already_running({ pid: String(pid), folder }));
  }
  await writeFile(path, String(process.pid));
  return () => rm(path, { force: true });
}
