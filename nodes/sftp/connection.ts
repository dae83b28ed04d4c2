import { randomUUID } from 'node:crypto';
import type SftpClient from 'ssh2-sftp-client';
import { type ConnectionReport, defineConnectionType } from '#nodes/kit/connection-type.ts';
import type { Message } from '#schemas/messages.ts';
import { type Account, accountOf } from './account.ts';
import { connectionTexts } from './connection-texts.ts';
import { codeOf } from './failures.ts';
import { sftpMessages } from './messages.ts';
import { readFingerprint, withSession } from './session.ts';

const { build } = sftpMessages;
const TEST_DEADLINE_MS = 60_000;

/** Writes an empty file under a name that nobody uses and deletes it again. */
async function probe(client: SftpClient, folder: string): Promise<Message> {
  const path = `.passerelle-test-${randomUUID()}`;
  try {
    await client.put(Buffer.alloc(0), path);
    await client.delete(path);
    return build.writable({ folder });
  } catch (error) {
    if (typeof codeOf(error) !== 'number') throw error;
    return build.not_writable({ folder });
  }
}

async function report(account: Account, client: SftpClient): Promise<ConnectionReport> {
  const { host, username } = account;
  const folder = await client.cwd();
  return { findings: [build.connected({ host, username, folder }), await probe(client, folder)] };
}

export const sftpConnection = defineConnectionType({
  id: 'sftp',
  texts: connectionTexts,
  fields: {
    type: 'object',
    additionalProperties: false,
    required: ['host', 'username'],
    properties: {
      host: { type: 'string', minLength: 1, maxLength: 253 },
      port: { type: 'integer', minimum: 1, maximum: 65535, default: 22 },
      username: { type: 'string', minLength: 1 },
      password: { type: 'string', format: 'password', default: '' },
      // A media type of its own tells the form to use a field of several lines.
      privateKey: { type: 'string', contentMediaType: 'application/x-pem-file', default: '' },
      passphrase: { type: 'string', format: 'password', default: '' },
      hostKey: { type: 'string', pattern: '^(SHA256:[A-Za-z0-9+/]{43})?$', default: '' },
    },
  },
  secrets: ['password', 'privateKey', 'passphrase'],
  messages: sftpMessages.catalogue,
  test: async (context) => {
    const account = accountOf(context.connection);
    if (account.hostKey !== '')
      return withSession(context, account, TEST_DEADLINE_MS, (client) => report(account, client));
    const fingerprint = await readFingerprint(context, account);
    const question = build.confirm_host_key({ host: account.host, fingerprint });
    return { findings: [], confirm: { hostKey: { value: fingerprint, question } } };
  },
});
