import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SettingsError } from '#schemas/errors.ts';
import { createVault } from './vault.ts';

const owner = { workspaceId: 'w1', connectionId: 'c1' };

it('gives back whatever was sealed', () => {
  const vault = createVault(randomBytes(32));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (secrets) => {
      const opened = vault.open(vault.seal(secrets, owner), owner);
      expect(Object.entries(opened).sort()).toEqual(Object.entries(secrets).sort());
    }),
  );
});

it('seals the same secret differently every time and never shows it', () => {
  const vault = createVault(randomBytes(32));
  const [a, b] = [vault.seal({ password: 'canary-4711' }, owner), vault.seal({ password: 'canary-4711' }, owner)];
  expect(a).not.toBe(b);
  expect(a).toMatch(/^v1:[0-9a-f]{8}:[\w-]{16}:[\w-]{22}:[\w-]+$/);
  expect(Buffer.from(a.split(':')[4] ?? '', 'base64url').toString('latin1')).not.toContain('canary');
});

it('does not open for another connection, another workspace or with another key', () => {
  const vault = createVault(randomBytes(32));
  const sealed = vault.seal({ password: 'x' }, owner);
  expect(() => vault.open(sealed, { ...owner, connectionId: 'c2' })).toThrow(SettingsError);
  expect(() => vault.open(sealed, { ...owner, workspaceId: 'w2' })).toThrow(SettingsError);
  expect(() => createVault(randomBytes(32)).open(sealed, owner)).toThrow(SettingsError);
});

it('does not open when any part was changed or cut', () => {
  const vault = createVault(randomBytes(32));
  const parts = vault.seal({ password: 'a longer secret' }, owner).split(':');
  for (const index of parts.keys()) {
    const changed = parts.map((part, at) =>
      at === index ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
    );
    expect(() => vault.open(changed.join(':'), owner)).toThrow(SettingsError);
  }
  const shortTag = parts.with(3, (parts[3] ?? '').slice(0, 6));
  expect(() => vault.open(shortTag.join(':'), owner)).toThrow(SettingsError);
});

it('refuses a key of another length', () => {
  expect(() => createVault(randomBytes(16))).toThrow(RangeError);
});
