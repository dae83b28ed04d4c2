import { randomInt } from 'node:crypto';
import type { Vault } from '../vault/vault.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 48;

interface Owner {
  readonly id: string;
  readonly workspaceId: string;
}

/** Sealed to this row: it opens under no other one. */
function ownerOf({ id, workspaceId }: Owner) {
  return { workspaceId, connectionId: `hook:${id}` };
}

/** A new secret for a hook, sealed. Letters and digits only: WooCommerce decodes HTML entities in what it is given. */
export function sealNewSecret(vault: Vault, owner: Owner): string {
  const secret = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return vault.seal({ secret }, ownerOf(owner));
}

/** @throws SettingsError when the installation's key does not open it */
export function openSecret(vault: Vault, owner: Owner & { readonly sealedSecret: string }): string {
  return vault.open(owner.sealedSecret, ownerOf(owner))['secret'] ?? '';
}
