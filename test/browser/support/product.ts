import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const START_TIMEOUT_MS = 90_000;

/** The product as a user runs it: its own process, its own data folder, a free port. */
export interface Product {
  readonly url: string;
  /** Stops as Ctrl-C does and starts again on the same data and port. */
  readonly restart: () => Promise<void>;
  /** Stops as Ctrl-C does; the data folder goes with it. Returns the exit code. */
  readonly close: () => Promise<number | null>;
  /** All that it printed so far. */
  readonly output: () => string;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given out');
  return address.port;
}

/** Ctrl-C, and the exit code that follows. */
async function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  const [code] = (await exit) as [number | null];
  return code;
}

/**
 * Starts the product on an empty data folder and waits until it says that it is ready.
 *
 * @param environment settings beside port and data folder: { PASSERELLE_ALLOW_PRIVATE_NETWORK: 'true' }
 */
export async function startProduct(environment: Readonly<Record<string, string>> = {}): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-browser-'));
  const port = await freePort();
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, PORT: String(port), PASSERELLE_DATA_DIR: folder, ...environment };
  let output = '';

  async function launch(): Promise<ChildProcess> {
    const args = [join(ROOT, 'scripts', 'passerelle.mjs'), 'serve'];
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const from = output.length;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => reject(new Error(`the product did not start:\n${output}`)), START_TIMEOUT_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
        if (output.slice(from).includes(' is ready: ')) resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${output}`)));
    await promise.finally(() => clearTimeout(timer));
    return child;
  }

  let child = await launch();
  return {
    url: `http://127.0.0.1:${port}`,
    restart: async () => {
      await interrupt(child);
      child = await launch();
    },
    close: async () => {
      const code = await interrupt(child);
      await rm(folder, { recursive: true, force: true });
      return code;
    },
    output: () => output,
  };
}
