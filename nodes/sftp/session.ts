import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import SftpClient from 'ssh2-sftp-client';
import type { CallContext } from '#nodes/kit/context.ts';
import { RemoteDownError, SettingsError } from '#schemas/errors.ts';
import type { Account } from './account.ts';
import { lineFailure, signInFailure } from './failures.ts';
import { sftpMessages } from './messages.ts';

const { build } = sftpMessages;
const SIGN_IN_MS = 20_000;
const KEEP_ALIVE_MS = 10_000;
const KEEP_ALIVES_MISSED = 3;

export type Network = Pick<CallContext, 'network' | 'signal'>;

/** As `ssh-keygen -l` shows it: SHA256 and base64 without padding. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** Connects to an address that the guard has admitted; the name is not looked up a second time. */
async function openSocket({ network, signal }: Network, account: Account): Promise<Socket> {
  const addresses = [...(await network.resolve(account.host))];
  const socket = connect({
    host: account.host,
    port: account.port,
    signal,
    timeout: SIGN_IN_MS,
    autoSelectFamily: true,
    lookup: (_host, _options, callback) => callback(null, addresses),
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket.setTimeout(0)));
    socket.once('timeout', () => socket.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    socket.once('error', (error) => reject(lineFailure(account, error)));
  });
}

function credentialsOf({ host, username, password, privateKey, passphrase }: Account) {
  if (password === '' && privateKey === '') throw new SettingsError(build.no_credentials({ host }));
  return {
    username,
    ...(password === '' ? {} : { password }),
    ...(privateKey === '' ? {} : { privateKey: `${privateKey}\n` }),
    ...(passphrase === '' ? {} : { passphrase }),
  };
}

/** The host key is compared before anything about the account is sent: ssh2 alone would accept every server. */
function refusedHostKey(account: Account, shown: string): SettingsError {
  const { host, hostKey: pinned } = account;
  if (pinned === '') return new SettingsError(build.host_key_unconfirmed({ host }));
  return new SettingsError(build.host_key_changed({ host, shown, pinned }));
}

async function signIn(account: Account, sock: Socket): Promise<SftpClient> {
  // Without callbacks of its own the client prints events to the console.
  const client = new SftpClient('sftp', {});
  let refused: SettingsError | null = null;
  const hostVerifier = (key: Buffer) => {
    const shown = fingerprintOf(key);
    if (shown !== account.hostKey) refused = refusedHostKey(account, shown);
    return refused === null;
  };
  try {
    await client.connect({
      ...credentialsOf(account),
      sock,
      hostVerifier,
      readyTimeout: SIGN_IN_MS,
      keepaliveInterval: KEEP_ALIVE_MS,
      keepaliveCountMax: KEEP_ALIVES_MISSED,
    });
    return client;
  } catch (error) {
    throw refused ?? signInFailure(account, error);
  }
}

/** Shows which fingerprint the server has, without signing in: nothing about the account leaves the house. */
export async function readFingerprint(context: Network, account: Account): Promise<string> {
  const sock = await openSocket(context, account);
  const client = new SftpClient('sftp', {});
  let shown = '';
  const hostVerifier = (key: Buffer) => {
    shown = fingerprintOf(key);
    return false;
  };
  try {
    await client.connect({ sock, username: 'unknown', hostVerifier, readyTimeout: SIGN_IN_MS });
  } catch (error) {
    if (shown === '') throw signInFailure(account, error);
  } finally {
    sock.destroy();
  }
  return shown;
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/**
 * Signs in, does the work, and closes the connection whatever happens.
 *
 * @param deadlineMs milliseconds for all of it
 * @throws AuthError, SettingsError (host key), RemoteDownError (line, deadline), what the work throws, or the
 *   signal's own reason
 */
export async function withSession<T>(
  context: Network,
  account: Account,
  deadlineMs: number,
  work: (client: SftpClient) => Promise<T>,
): Promise<T> {
  context.signal.throwIfAborted();
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = AbortSignal.any([context.signal, deadline]);
  const sock = await openSocket({ network: context.network, signal }, account);
  const session = signIn(account, sock).then(async (client) => {
    const result = await work(client);
    await client.end();
    return result;
  });
  try {
    return await Promise.race([session, rejectWhenAborted(signal)]);
  } catch (error) {
    context.signal.throwIfAborted();
    if (!deadline.aborted) throw error;
    const seconds = String(Math.ceil(deadlineMs / 1000));
    throw new RemoteDownError(build.timed_out({ host: account.host, seconds }), { cause: error });
  } finally {
    sock.destroy();
  }
}
