import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAlive } from '#server/process-alive.ts';
import { startCli } from './run-cli.ts';

let folder: string;
let silentShop: Server;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-interrupt-'));
  silentShop = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silentShop, 'listening');
  const address = silentShop.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(async () => {
  silentShop.closeAllConnections();
  silentShop.close();
  await rm(folder, { recursive: true, force: true });
});

async function pidOfDatabase(temporary: string): Promise<number> {
  const [name = ''] = await readdir(temporary);
  return Number.parseInt(await readFile(join(temporary, name, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'a run ended by %s leaves neither data nor a database behind',
  async (signal) => {
    const temporary = join(folder, signal);
    await mkdir(temporary);
    const connections = join(folder, 'connections.json');
    const shop = { type: 'woocommerce', url, consumerKey: 'ck_1', consumerSecret: 'cs_1' };
    await writeFile(connections, JSON.stringify({ shop }));
    const called = once(silentShop, 'request');
    const child = startCli(['run', 'woocommerce-fec', '--connections', connections], { TMPDIR: temporary });
    const closed = once(child, 'close');
    await called;
    const database = await pidOfDatabase(temporary);
    expect(isAlive(database)).toBe(true);
    child.kill(signal);
    expect(await closed).toEqual([130, null]);
    while (isAlive(database)) await sleep(20);
    expect(await readdir(temporary)).toEqual([]);
  },
);
