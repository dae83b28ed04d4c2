import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';

/** What a process of a test runs, in one file: it starts in a quarter of the time, and hundreds of them die. */
export interface Bundle {
  readonly file: string;
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** @param source a file of this folder */
export async function bundleProcess(source: string): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-faults-'));
  await build({
    ...{ configFile: false, logLevel: 'error', root: import.meta.dirname },
    build: { ssr: join(import.meta.dirname, source), outDir: folder, emptyOutDir: false, target: 'node24' },
    ssr: { noExternal: true },
  });
  const file = join(folder, basename(source).replace(/\.ts$/, '.js'));
  return { file, folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
