import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

const SCRIPT = join(import.meta.dirname, '../../scripts/passerelle.mjs');

/** The product in a terminal of its own. */
export interface Terminal {
  readonly child: ChildProcess;
  /** All that it printed so far, errors included. */
  readonly output: () => string;
  /** Waits for a text; fails with what was printed when the process ends first. */
  readonly until: (text: string) => Promise<void>;
  /** Waits for the end and gives the exit code (null when it was killed). */
  readonly ended: Promise<number | null>;
}

export function openTerminal(
  command: string,
  environment: Readonly<Record<string, string>>,
  node = process.execPath,
): Terminal {
  const env = { ...process.env, DATABASE_URL: '', ...environment };
  const child = spawn(node, [SCRIPT, command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
      for (const look of waiting) look();
    });
  }
  const until = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!output.includes(text)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`it ended before saying "${text}":\n${output}`)));
    });
  return { child, output: () => output, until, ended };
}

/** Somebody else's server on a free loopback port. */
export async function occupyPort(): Promise<{ port: number; server: Server }> {
  const server = createServer((socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  return { port: address.port, server };
}

export async function freePort(): Promise<number> {
  const { port, server } = await occupyPort();
  server.close();
  await once(server, 'close');
  return port;
}
