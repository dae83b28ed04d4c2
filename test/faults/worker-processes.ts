import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A worker in a process of its own. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  #calls = 0;
  #lastCall = 0;

  constructor(order: { readonly url: string; readonly secretKey: string }) {
    const env = { ...process.env, MORTAL_WORKER: JSON.stringify(order) };
    const file = join(import.meta.dirname, 'mortal-worker.ts');
    this.#child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#ready = new Promise((resolve, reject) => {
      this.#child.once('close', () => reject(new Error('a worker ended before it was ready')));
      this.#child.stdout?.on('data', (text) => {
        const said = String(text);
        if (said.includes('ready')) resolve();
        if (!said.includes('call')) return;
        this.#calls += said.split('call').length - 1;
        this.#lastCall = performance.now();
      });
    });
  }

  ready(): Promise<void> {
    return this.#ready;
  }

  get calls(): number {
    return this.#calls;
  }

  /** When it last called the target, on this process's clock; 0 for never. */
  get lastCall(): number {
    return this.#lastCall;
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await closed;
  }
}
