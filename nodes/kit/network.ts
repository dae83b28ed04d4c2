import { lookup } from 'node:dns/promises';
import { RemoteDownError, SettingsError } from '#schemas/errors.ts';
import { addressKind, parseAddress } from './address-kind.ts';
import { networkMessages } from './network-messages.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Says which hosts may be called. User-given addresses must not reach into the network that hosts us. */
export interface NetworkGuard {
  readonly allowPrivate: boolean;
  /**
   * Resolves a host name to the addresses that may be connected to.
   *
   * @throws SettingsError when the name resolves to a loopback, private, link-local or otherwise internal address
   *   and that is not allowed
   * @throws RemoteDownError when the name does not resolve
   */
  readonly resolve: (host: string) => Promise<readonly ResolvedAddress[]>;
}

/** Asks for all addresses of a name; replaced in tests. */
export type LookUp = (host: string) => Promise<readonly { readonly address: string }[]>;

const lookUpAll: LookUp = (host) => lookup(host, { all: true });

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'ENOTFOUND';
}

async function candidatesOf(host: string, lookUp: LookUp): Promise<readonly string[]> {
  const literal = parseAddress(host);
  if (literal) return [literal.toString()];
  try {
    const found = await lookUp(host);
    if (found.length > 0) return found.map((entry) => entry.address);
  } catch (cause) {
    throw new RemoteDownError(networkMessages.build.unknown_host({ host, reason: reasonOf(cause) }), { cause });
  }
  throw new RemoteDownError(networkMessages.build.unknown_host({ host, reason: 'ENODATA' }));
}

function isLocalName(host: string): boolean {
  return /(^|\.)localhost$/.test(host);
}

/** Refuses the address or returns it in its usual notation. */
function admit(host: string, candidate: string, allowPrivate: boolean): ResolvedAddress {
  const parsed = parseAddress(candidate);
  const kind = parsed ? addressKind(parsed) : 'forbidden';
  const params = { host, address: candidate };
  if (!parsed || kind === 'forbidden') throw new SettingsError(networkMessages.build.forbidden_address(params));
  if (kind === 'private' && !allowPrivate) throw new SettingsError(networkMessages.build.private_address(params));
  return { address: parsed.toString(), family: parsed.kind() === 'ipv4' ? 4 : 6 };
}

/**
 * Makes the guard that every connection to the outside goes through. One internal address among several is enough to
 * refuse a name: the next connection could pick it.
 *
 * `allowPrivate` opens loopback and private networks (PASSERELLE_ALLOW_PRIVATE_NETWORK, tests, demos). Link-local
 * addresses, where clouds serve their machines' own credentials, stay closed.
 *
 * @example
 * const [first] = await createNetworkGuard({ allowPrivate: false }).resolve('sftp.example.com');
 */
export function createNetworkGuard(options: { allowPrivate: boolean; lookUp?: LookUp }): NetworkGuard {
  const { allowPrivate, lookUp = lookUpAll } = options;
  return {
    allowPrivate,
    resolve: async (given) => {
      const host = given.trim().toLowerCase().replace(/\.$/, '');
      if (!allowPrivate && isLocalName(host)) {
        throw new SettingsError(networkMessages.build.private_address({ host, address: 'localhost' }));
      }
      const candidates = await candidatesOf(host, lookUp);
      return candidates.map((candidate) => admit(host, candidate, allowPrivate));
    },
  };
}
