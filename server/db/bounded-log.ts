import { appendFile, rename, stat } from 'node:fs/promises';

const MOST_BYTES = 5_000_000;

export interface BoundedLog {
  readonly write: (chunk: Uint8Array) => void;
  /** Resolves when all that was handed over is written. */
  readonly settled: () => Promise<void>;
}

/**
 * A log file that does not grow for ever: when it is full it becomes "<path>.1", in the place of the one before, and a
 * new one begins. So there are twice `mostBytes` on the disk at most. Writing fails in silence: a full disk must not
 * stop what logs.
 */
export function openBoundedLog(path: string, mostBytes = MOST_BYTES): BoundedLog {
  let size: number | null = null;
  async function append(chunk: Uint8Array): Promise<void> {
    size ??= await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    if (size > 0 && size + chunk.length > mostBytes) {
      await rename(path, `${path}.1`);
      size = 0;
    }
    await appendFile(path, chunk, { mode: 0o600 });
    size += chunk.length;
  }
  let last = Promise.resolve();
  return {
    write: (chunk) => {
      last = last.then(() => append(chunk)).catch(() => undefined);
    },
    settled: () => last,
  };
}
