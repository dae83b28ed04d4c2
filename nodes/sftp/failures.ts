import { AuthError, PasserelleError, RemoteDownError, RemoteRefusedError, SettingsError } from '#schemas/errors.ts';
import type { Account } from './account.ts';
import { sftpMessages } from './messages.ts';

const { build } = sftpMessages;

/** Status codes of the protocol, draft-ietf-secsh-filexfer-02, section 7. */
export const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
export const FAILURE = 4;

/** The SFTP status or system error code of what the client threw. */
export function codeOf(error: unknown): number | string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'number' || typeof error.code === 'string' ? error.code : null;
}

/**
 * Turns what the SSH client threw while signing in into an error with its remedy. The client gives no codes there,
 * only sentences (ssh2 1.17).
 */
export function signInFailure(account: Account, error: unknown): PasserelleError {
  if (error instanceof PasserelleError) return error;
  const { host, username } = account;
  const text = error instanceof Error ? error.message : '';
  if (text.includes('privateKey')) return new AuthError(build.unreadable_key({ host }));
  if (text.includes('authentication methods failed')) return new AuthError(build.refused({ host, username }));
  if (text.includes('Handshake failed: no matching')) {
    return new SettingsError(build.no_common_cipher({ host, reason: text.replace(/^.*Handshake failed: /, '') }));
  }
  return lineFailure(account, error);
}

/** The line broke or never came about. */
export function lineFailure(account: Account, error: unknown): RemoteDownError {
  const { host, port } = account;
  const reason = error instanceof Error ? String(codeOf(error) ?? error.message) : 'unknown';
  return new RemoteDownError(build.unreachable({ host, port: String(port), reason }), { cause: error });
}

/** Turns a failed file operation into an error with its remedy. */
export function fileFailure(account: Account, folder: string, path: string, error: unknown): PasserelleError {
  if (error instanceof PasserelleError) return error;
  const { host } = account;
  const code = codeOf(error);
  if (code === NO_SUCH_FILE) return new SettingsError(build.folder_missing({ folder, host }), { cause: error });
  if (code === PERMISSION_DENIED) return new SettingsError(build.permission_denied({ folder, host }), { cause: error });
  if (typeof code !== 'number') return lineFailure(account, error);
  const detail = build.write_refused({ host, path, reason: `SFTP ${code}` });
  return new RemoteRefusedError(detail, { retry: 'later', cause: error });
}
