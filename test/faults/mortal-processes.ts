import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bundle, bundleProcess } from './bundle-process.ts';
import type { Order } from './mortal-delivery.ts';

interface Mortal {
  readonly child: ChildProcess;
  readonly said: { out: string; problems: string };
}

/** Processes that deliver and die. One is always being loaded while another lives. */
export class MortalProcesses {
  readonly #bundle: Bundle;
  #next: Mortal;

  private constructor(bundle: Bundle) {
    this.#bundle = bundle;
    this.#next = this.#load();
  }

  static async create(): Promise<MortalProcesses> {
    const bundle = await bundleProcess('mortal-delivery.ts');
    await writeFile(join(bundle.folder, 'package.json'), '{ "type": "module" }');
    return new MortalProcesses(bundle);
  }

  #load(): Mortal {
    const { file, folder } = this.#bundle;
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') };
    const child = spawn(process.execPath, [file], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    const said = { out: '', problems: '' };
    child.stdout?.on('data', (text) => (said.out += String(text)));
    child.stderr?.on('data', (text) => (said.problems = (said.problems + String(text)).slice(-3000)));
    return { child, said };
  }

  /** Lets one process live. @returns the point at which it died; null when it saw the end of the run */
  async live(order: Order): Promise<string | null> {
    const { child, said } = this.#next;
    this.#next = this.#load();
    const closed = once(child, 'close');
    child.stdin?.end(`${JSON.stringify(order)}\n`);
    const [code, signal] = (await closed) as [number | null, NodeJS.Signals | null];
    if (signal === 'SIGKILL') return said.out.trim();
    if (code === 0) return null;
    throw new Error(`a process ended by itself (${code}, ${signal}): ${said.problems}`);
  }

  async close(): Promise<void> {
    const { child } = this.#next;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
    await this.#bundle.remove();
  }
}
