import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { ApiVisitor } from './api-visitor.ts';
import { freePort, occupyPort, openTerminal, type Terminal } from './terminal.ts';

let folder: string;
let terminals: Terminal[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-start-'));
});
afterEach(async () => {
  for (const terminal of terminals) {
    // Not SIGKILL: that would leave a database running in a folder that is about to go.
    terminal.child.kill('SIGINT');
    await terminal.ended;
  }
  terminals = [];
  await rm(folder, { recursive: true, force: true });
});

async function start(environment: Record<string, string> = {}): Promise<Terminal & { base: string }> {
  const port = environment['PORT'] ?? String(await freePort());
  const terminal = openTerminal('serve', { PASSERELLE_DATA_DIR: folder, PORT: port, ...environment });
  terminals.push(terminal);
  return { ...terminal, base: `http://127.0.0.1:${port}` };
}

/** What a person reads when it cannot start: sentences, a remedy, no stack. */
async function refusal(terminal: Terminal): Promise<string> {
  expect(await terminal.ended).not.toBe(0);
  expect(terminal.output()).not.toMatch(/\n\s+at .*:\d+/);
  return terminal.output();
}

describe('starting', () => {
  it('brings everything up, stops cleanly on Ctrl-C, and starts again on the same data', async () => {
    const first = await start();
    await first.until('is ready');
    const visitor = new ApiVisitor(first.base);
    expect(await visitor.call('GET', '/api/session')).toMatchObject({ setupNeeded: true });
    await visitor.signUp();
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    await expect(fetch(first.base)).rejects.toThrow();

    const second = await start();
    await second.until('is ready');
    const returning = new ApiVisitor(second.base);
    expect(await returning.call('GET', '/api/session')).toMatchObject({ setupNeeded: false });
    await returning.signIn();
    expect(await returning.call('GET', '/api/session')).toMatchObject({ user: { name: 'Ada' } });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('keeps its key and its data to their owner', async () => {
    const terminal = await start();
    await terminal.until('is ready');
    expect((await stat(join(folder, 'secret-key'))).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });
});

describe('what stands in the way is said with its remedy', () => {
  it('a taken port', async () => {
    const { port, server } = await occupyPort();
    const text = await refusal(await start({ PORT: String(port) }));
    server.close();
    expect(text).toContain(`Port ${port} on 127.0.0.1 is already in use`);
    expect(text).toContain(`PORT=${port + 1} npm start`);
  });

  it('a data folder that cannot be written', async () => {
    // A file in the way refuses root as well, whom rights do not.
    await writeFile(join(folder, 'file'), '');
    const place = join(folder, 'file', 'data');
    const text = await refusal(await start({ PASSERELLE_DATA_DIR: place }));
    expect(text).toContain(`The data folder ${place} cannot be written`);
    expect(text).toContain('PASSERELLE_DATA_DIR=');
  });

  it('an unreachable database, without its password', async () => {
    const text = await refusal(await start({ DATABASE_URL: 'postgres://ada:s3cret@127.0.0.1:1/books' }));
    expect(text).toContain('127.0.0.1:1/books cannot be used');
    expect(text).toContain('Check DATABASE_URL');
    expect(text).not.toContain('s3cret');
  });

  it('a setting that is none', async () => {
    expect(await refusal(await start({ PORT: 'eighty' }))).toContain('The setting PORT is "eighty"');
    const text = await refusal(await start({ PASSERELLE_SECRET_KEY: 'too-short-canary' }));
    expect(text).toContain('32 bytes');
    expect(text).not.toContain('canary');
  });

  it('another Passerelle on the same data', async () => {
    const first = await start();
    await first.until('is ready');
    expect(await refusal(await start())).toContain(`(process ${first.child.pid}) already uses the data folder`);
  });

  it('a secret key that is not the one the data was sealed with', async () => {
    const first = await start();
    await first.until('is ready');
    first.child.kill('SIGINT');
    await first.ended;
    const text = await refusal(await start({ PASSERELLE_SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }));
    expect(text).toContain('another secret key');
  });

  it('a Node that is too old, when the right one is not there', async () => {
    const script = await readFile(join(import.meta.dirname, '../../scripts/passerelle.mjs'), 'utf8');
    // An old Node cannot be had everywhere; that it could read the script is what matters: no TypeScript, no import
    // of ours before the version is checked.
    expect(script.indexOf('import(new URL')).toBeGreaterThan(script.indexOf('present < WANTED'));
    expect(script).toContain('npm brings the right Node along');
  });
});

describe('a process that is killed in mid-run', () => {
  let shop: FakeShop;
  afterEach(() => shop.close());

  it('goes on where it was after the next start, and books nothing twice', async () => {
    const names = (await recordedCases()).map(({ name }) => name);
    shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
    const environment = { PASSERELLE_ALLOW_PRIVATE_NETWORK: 'true' };
    const first = await start(environment);
    await first.until('is ready');
    const visitor = new ApiVisitor(first.base);
    await visitor.signUp();
    const fields = { ...shop.fields, ...shop.secrets };
    const connection = await visitor.call<{ id: string }>('POST', '/api/connections', {
      type: 'woocommerce',
      name: 'Shop',
      fields,
    });
    const flow = await visitor.call<{ id: string }>('POST', '/api/flows/from-template', {
      template: 'woocommerce-fec',
      name: 'Flow',
      connections: { shop: connection.id },
      settings: { chart: 'be-pcmn', perPage: 5 },
    });
    // The shop asks for patience in the middle: that is when the process is killed.
    shop.misbehave({ kind: 'throttle', retryAfterSeconds: 20 }, { after: 8, times: 1 });
    const run = await visitor.call<{ id: string }>('POST', `/api/flows/${flow.id}/runs`, {
      mode: 'live',
      period: null,
    });
    const path = `/api/runs/${run.id}`;
    type Run = { status: string; counts: Record<string, number> };
    let before: Run;
    do {
      await sleep(100);
      before = await visitor.call<Run>('GET', path);
    } while ((before.counts['total'] ?? 0) < 15);
    expect(before.status).toBe('running');
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await start({ ...environment, PORT: new URL(first.base).port });
    await second.until('is ready');
    let after: Run;
    do {
      await sleep(200);
      after = await visitor.call<Run>('GET', path);
    } while (after.status === 'running');
    expect(after.status).toBe('in-review');
    const review = await visitor.call<{ hash: string; entries: number }>('GET', `${path}/review`);
    await visitor.call('POST', `${path}/review/confirm`, { hash: review.hash });
    do {
      await sleep(200);
      after = await visitor.call<Run>('GET', path);
    } while (after.status === 'running');
    const cases = await recordedCases();
    const documents = cases.length + cases.reduce((sum, { refunds }) => sum + refunds.length, 0);
    expect(after.counts).toMatchObject({ total: documents, skipped: 4, held: 2, failed: 0, pending: 0 });
    const files = (after as unknown as { files: { entryCount: number }[] }).files;
    expect(files.map((file) => file.entryCount)).toEqual([review.entries]);
  }, 180_000);
});
