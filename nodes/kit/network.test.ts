import { describe, expect, test } from 'vitest';
import { RemoteDownError, SettingsError } from '#schemas/errors.ts';
import { createNetworkGuard } from './network.ts';

const closed = createNetworkGuard({ allowPrivate: false });
const open = createNetworkGuard({ allowPrivate: true });

function guardFor(addresses: string[], allowPrivate = false) {
  return createNetworkGuard({ allowPrivate, lookUp: async () => addresses.map((address) => ({ address })) });
}

describe('the network guard refuses addresses of our own network', () => {
  test.each([
    '127.0.0.1',
    '127.8.9.10',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '[::1]',
    '::1',
    'fd12:3456::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::10.0.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    'localhost',
    'LOCALHOST.',
    'shop.localhost',
  ])('%s, and the message names the setting that opens it', async (host) => {
    const error = await closed.resolve(host).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SettingsError);
    expect((error as SettingsError).detail.code).toBe('network.private_address');
    expect((error as SettingsError).detail.remedy).toContain('PASSERELLE_ALLOW_PRIVATE_NETWORK=true');
  });

  test.each([
    '169.254.169.254',
    '0xa9fea9fe',
    '100.100.100.200',
    '::ffff:100.100.100.200',
    '64:ff9b::6464:64c8',
    '168.63.129.16',
    'fd00:ec2::254',
    'fd00:ec2::23',
    'fd20:ce::254',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    'fe80::1',
    '0.0.0.0',
    '0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.2.1',
    'ff02::1',
    '2002:7f00:1::1',
    '2002:808:808::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    '64:ff9b:1::1',
    '::7f00:1',
    '4000::1',
  ])('%s even when private networks are allowed', async (host) => {
    await expect(open.resolve(host)).rejects.toMatchObject({ detail: { code: 'network.forbidden_address' } });
    await expect(closed.resolve(host)).rejects.toBeInstanceOf(SettingsError);
  });

  test('a name with one internal address among public ones', async () => {
    const guard = guardFor(['93.184.216.34', '10.0.0.1']);
    await expect(guard.resolve('shop.example')).rejects.toMatchObject({ detail: { params: { address: '10.0.0.1' } } });
  });
});

test('a name that leads to a metadata service is refused even when private networks are allowed', async () => {
  for (const address of ['169.254.169.254', '100.100.100.200', 'fd00:ec2::254']) {
    await expect(guardFor([address], true).resolve('shop.example')).rejects.toMatchObject({
      detail: { code: 'network.forbidden_address', params: { host: 'shop.example', address } },
    });
  }
});

describe('the network guard lets through', () => {
  test('public addresses, with their family', async () => {
    const guard = guardFor(['93.184.216.34', '2606:2800:220:1::1']);
    expect(await guard.resolve('Shop.Example.')).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '2606:2800:220:1::1', family: 6 },
    ]);
  });

  test('a public IPv4 address behind NAT64', async () => {
    expect(await closed.resolve('64:ff9b::8.8.8.8')).toHaveLength(1);
  });

  test('loopback and private addresses once they are allowed', async () => {
    expect(await open.resolve('0x7f.1')).toEqual([{ address: '127.0.0.1', family: 4 }]);
    expect(await open.resolve('100.100.100.201')).toHaveLength(1);
    expect(await open.resolve('fd00:ec3::254')).toHaveLength(1);
    expect(await guardFor(['10.0.0.1'], true).resolve('nas.office')).toEqual([{ address: '10.0.0.1', family: 4 }]);
  });
});

test('a name that does not resolve is worth another try and is named', async () => {
  const guard = createNetworkGuard({
    allowPrivate: false,
    lookUp: () => Promise.reject(Object.assign(new Error('no'), { code: 'EAI_AGAIN' })),
  });
  const error = await guard.resolve('shp.example').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(RemoteDownError);
  expect((error as RemoteDownError).detail.params).toEqual({ host: 'shp.example', reason: 'EAI_AGAIN' });
  await expect(guardFor([]).resolve('empty.example')).rejects.toBeInstanceOf(RemoteDownError);
});
