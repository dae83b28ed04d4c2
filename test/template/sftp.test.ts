import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenSsh, startOpenSsh } from '#nodes/sftp/testing/openssh.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { runCli } from './run-cli.ts';

let shop: FakeShop;
let server: OpenSsh;
let folder: string;
beforeAll(async () => {
  shop = await startFakeShop({ shop: shopOf([recordedCase('prices-incl__be-mixed-vat-21-12-6')]) });
  server = await startOpenSsh();
  folder = await mkdtemp(join(tmpdir(), 'passerelle-sftp-'));
});
afterAll(async () => {
  await shop.close();
  await server.close();
});

async function deliver(hostKey: string) {
  const login = { host: '127.0.0.1', port: server.port, username: server.username, privateKey: server.privateKey };
  const connections = {
    shop: { type: 'woocommerce', ...shop.fields, ...shop.secrets },
    server: { type: 'sftp', ...login, hostKey },
  };
  await writeFile(join(folder, 'connections.json'), JSON.stringify(connections));
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ folder: server.folder, chart: 'be-pcmn' }));
  const files = ['--connections', join(folder, 'connections.json'), '--settings', join(folder, 'settings.json')];
  return runCli(['run', 'woocommerce-fec-sftp', ...files, '--out', join(folder, 'out')]);
}

it('refuses a server whose key is not the pinned one, before anything is sent', async () => {
  const result = await deliver(`SHA256:${createHash('sha256').update('another').digest('base64').replaceAll('=', '')}`);
  expect(result.exitCode).toBe(3);
  expect(result.stderr).toContain(server.fingerprint);
  expect(await readdir(server.folder)).toEqual([]);
});

it('drops the very bytes of the file on a real OpenSSH server', async () => {
  const result = await deliver(server.fingerprint);
  expect(result.stderr).toBe('');
  expect(result.exitCode).toBe(0);
  const [name = ''] = await readdir(join(folder, 'out/files'));
  expect(await readdir(server.folder)).toEqual([name]);
  expect(await readFile(join(server.folder, name))).toEqual(await readFile(join(folder, 'out/files', name)));
});
