import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { SettingsError } from '#schemas/errors.ts';
import { vaultMessages } from './vault-messages.ts';

const FORMAT = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Which row a sealed text belongs to: a text moved to another row, or another workspace, does not open. */
export interface SealedFor {
  readonly workspaceId: string;
  readonly connectionId: string;
}

/** Encrypts the secret fields of connections with the installation's key (AES-256-GCM). */
export interface Vault {
  /** First 8 hex digits of the SHA-256 of the key: says which key seals, and nothing about it. */
  readonly keyId: string;
  /** Gives `v1:<key id>:<iv>:<tag>:<ciphertext>`, the last three in base64url. */
  readonly seal: (secrets: Readonly<Record<string, string>>, owner: SealedFor) => string;
  /** @throws SettingsError when the text was sealed with another key, for another row, or was changed */
  readonly open: (sealed: string, owner: SealedFor) => Record<string, string>;
}

function keyIdOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

function associatedData(owner: SealedFor): Buffer {
  return Buffer.from(`${owner.workspaceId}\n${owner.connectionId}`, 'utf8');
}

function encrypt(key: Buffer, keyId: string, text: string, owner: SealedFor): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(owner));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'));
  return [FORMAT, keyId, ...parts].join(':');
}

function decrypt(key: Buffer, keyId: string, sealed: string, owner: SealedFor): string {
  const [format, sealedWith, iv = '', tag = '', ciphertext = ''] = sealed.split(':');
  if (format !== FORMAT || sealedWith !== keyId) throw new SettingsError(vaultMessages.build.unreadable());
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES });
    decipher.setAAD(associatedData(owner));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64url')), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SettingsError(vaultMessages.build.unreadable(), { cause });
  }
}

/**
 * Makes the vault of one installation.
 *
 * @param key 32 bytes
 * @example
 * const vault = createVault(config.secretKey);
 * vault.open(vault.seal({ password: 'x' }, owner), owner) // { password: 'x' }
 */
export function createVault(key: Buffer): Vault {
  if (key.length !== 32) throw new RangeError('the secret key must have 32 bytes');
  const keyId = keyIdOf(key);
  return {
    keyId,
    seal: (secrets, owner) => encrypt(key, keyId, JSON.stringify(secrets), owner),
    open: (sealed, owner) => JSON.parse(decrypt(key, keyId, sealed, owner)) as Record<string, string>,
  };
}
