import type { ConnectionAccess } from '#nodes/kit/context.ts';

/** The fields of an SFTP connection, as the engine has checked them against its schema. */
export interface Account {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** "SHA256:…" as `ssh-keygen -l` shows it; '' until a person has confirmed it. */
  readonly hostKey: string;
  readonly password: string;
  readonly privateKey: string;
  readonly passphrase: string;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

export function accountOf({ fields, secrets }: ConnectionAccess): Account {
  const { host, port, username, hostKey } = fields;
  const { password, privateKey, passphrase } = secrets;
  return {
    host: textOf(host),
    port: typeof port === 'number' ? port : 22,
    username: textOf(username),
    hostKey: textOf(hostKey),
    password: password ?? '',
    // Browsers paste keys with Windows line ends, which the key parser refuses.
    privateKey: textOf(privateKey).replaceAll('\r\n', '\n'),
    passphrase: passphrase ?? '',
  };
}
