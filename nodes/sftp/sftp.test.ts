import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CallContext, ConnectionAccess, DeliverContext, LogOptions, StepLog } from '#nodes/kit/context.ts';
import { createNetworkGuard } from '#nodes/kit/network.ts';
import type { DeliverItem, DeliverNodeType } from '#nodes/kit/node-type.ts';
import { AuthError, RemoteDownError, SettingsError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { connector } from './index.ts';
import { startFaultyLine } from './testing/faulty-line.ts';
import { type OpenSsh, startOpenSsh } from './testing/openssh.ts';

const CANARY = 'k4n4rie-Pw/+';
const connectionType = connector.connectionTypes[0];
const node = connector.nodeTypes[0] as DeliverNodeType;

let server: OpenSsh;
let lines: { level: string; message: Message; options: LogOptions | undefined }[] = [];
let allText = '';

beforeAll(async () => {
  server = await startOpenSsh();
});
afterAll(async () => {
  await server?.close();
});
beforeEach(async () => {
  lines = [];
  for (const name of await readdir(server.folder)) await rm(join(server.folder, name), { recursive: true });
});
afterEach(() => {
  allText += JSON.stringify(lines);
});

function callContext(signal = new AbortController().signal): CallContext {
  const write = (level: string) => (message: Message, options?: LogOptions) => lines.push({ level, message, options });
  const log: StepLog = { debug: write('debug'), info: write('info'), warning: write('warning'), error: write('error') };
  const network = createNetworkGuard({ allowPrivate: true });
  const http = { send: () => Promise.reject(new Error('sftp does not call over HTTP')) };
  return { http, network, log, signal, now: () => new Date('2026-03-01T12:00:00Z') };
}

type Access = { fields?: Record<string, unknown>; secrets?: Record<string, string> };

function connectionOf({ fields = {}, secrets = { privateKey: server.privateKey } }: Access = {}): ConnectionAccess {
  const own = { host: '127.0.0.1', port: server.port, username: server.username, hostKey: server.fingerprint };
  return { id: 'c1', type: 'sftp', fields: { ...own, ...fields }, secrets };
}

function contextOf(config: object = {}, access: Access = {}, signal?: AbortSignal): DeliverContext<unknown> {
  const run = { runId: 'r1', flowName: 'f', zone: 'Europe/Brussels', period: null, dryRun: false };
  const full = { folder: '.', onConflict: 'fail', ...config };
  return { ...callContext(signal), config: full, connection: connectionOf(access), run };
}

function itemOf(text: string | Uint8Array, given: { name?: string; key?: string; again?: boolean } = {}): DeliverItem {
  const bytes = Buffer.from(text as Uint8Array);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = given.name ?? 'sales.csv';
  const totals = { entryCount: 1, lineCount: 2, totalDebit: '1.00', totalCredit: '1.00' };
  const body = { id: 'f1', name, mediaType: 'text/csv', charset: 'utf-8', size: bytes.length, sha256, ...totals };
  const key = given.key ?? 'flow/sales/2026-03';
  return { envelope: { key: 'f1', kind: 'file', body }, bytes, idempotencyKey: key, again: given.again ?? false };
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const failure = await promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
  allText += `${String(failure)} ${JSON.stringify(failure)}`;
  return failure;
}

const listing = async () => (await readdir(server.folder)).sort();
const contentOf = (name: string) => readFile(join(server.folder, name), 'utf8');

function testConnection(access: Access = {}) {
  if (!connectionType) throw new Error('sftp declares no connection type');
  return connectionType.test({ ...callContext(), connection: connectionOf(access) });
}

describe('the test of a connection', () => {
  test('asks on first contact whether the fingerprint is right, without signing in', async () => {
    const report = await testConnection({ fields: { hostKey: '', username: 'nobody-at-all' } });
    expect(report.confirm?.['hostKey']?.value).toBe(server.fingerprint);
    expect(report.confirm?.['hostKey']?.question.params).toMatchObject({ fingerprint: server.fingerprint });
  });

  test('signs in once the fingerprint is confirmed, and leaves nothing behind', async () => {
    const report = await testConnection();
    expect(report.confirm).toBeUndefined();
    expect(report.findings.map((finding) => finding.code)).toEqual(['sftp.connected', 'sftp.writable']);
    expect(report.findings[0]?.params).toMatchObject({ folder: server.folder });
    expect(await listing()).toEqual([]);
  });

  test('tells that the account may not write where it arrives', async () => {
    await chmod(server.folder, 0o555);
    const report = await testConnection().finally(() => chmod(server.folder, 0o755));
    expect(report.findings.map((finding) => finding.code)).toEqual(['sftp.connected', 'sftp.not_writable']);
  });

  test('takes a key with a passphrase, also with Windows line ends', async () => {
    const privateKey = server.protectedKey.replaceAll('\n', '\r\n');
    const report = await testConnection({ secrets: { privateKey, passphrase: 'kerfuffle' } });
    expect(report.findings[0]?.code).toBe('sftp.connected');
  });

  test('takes a password', async ({ skip }) => {
    if (server.password === null) skip('a password needs a user of its own, which only root can make');
    const report = await testConnection({ secrets: { password: server.password ?? '' } });
    expect(report.findings[0]?.code).toBe('sftp.connected');
  });
});

describe('a connection that cannot work is explained', () => {
  test('another server than the confirmed one is refused before anything about the account is sent', async () => {
    const pinned = `SHA256:${'A'.repeat(43)}`;
    const fields = { hostKey: pinned };
    await failureOf(testConnection({ fields, secrets: { password: CANARY } }));
    const error = await failureOf(node.deliver(contextOf({}, { fields }), itemOf('x')));
    expect(await listing()).toEqual([]);
    expect(error).toBeInstanceOf(SettingsError);
    expect(error).toMatchObject({ retry: 'never', detail: { params: { pinned, shown: server.fingerprint } } });
  });

  test('nothing is delivered while the fingerprint is not confirmed', async () => {
    const error = await failureOf(node.deliver(contextOf({}, { fields: { hostKey: '' } }), itemOf('x')));
    expect(error).toMatchObject({ name: 'SettingsError', detail: { code: 'sftp.host_key_unconfirmed' } });
    expect(await listing()).toEqual([]);
  });

  test.each([
    ['a wrong password', { password: CANARY }, 'sftp.refused'],
    ['a key that is none', { privateKey: `-----BEGIN KEY-----\n${CANARY}\n-----END KEY-----` }, 'sftp.unreadable_key'],
  ])('%s needs a person', async (_name, secrets, code) => {
    const error = await failureOf(testConnection({ secrets }));
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toMatchObject({ detail: { code } });
  });

  test('a wrong passphrase needs a person', async () => {
    const error = await failureOf(testConnection({ secrets: { privateKey: server.protectedKey, passphrase: CANARY } }));
    expect(error).toMatchObject({ name: 'AuthError', detail: { code: 'sftp.unreadable_key' } });
  });

  test('no credentials at all are missed before calling', async () => {
    const error = await failureOf(testConnection({ secrets: { password: '' } }));
    expect(error).toMatchObject({ name: 'SettingsError', detail: { code: 'sftp.no_credentials' } });
  });

  test('a closed port is worth another try', async () => {
    const line = await startFaultyLine(server.port);
    await line.close();
    const error = await failureOf(node.deliver(contextOf({}, { fields: { port: line.port } }), itemOf('x')));
    expect(error).toBeInstanceOf(RemoteDownError);
    expect(error).toMatchObject({ detail: { params: { reason: 'ECONNREFUSED' } } });
  });

  test('a private address is refused where private networks are', async () => {
    const network = createNetworkGuard({ allowPrivate: false });
    const error = await failureOf(node.deliver({ ...contextOf(), network }, itemOf('x')));
    expect(error).toMatchObject({ name: 'SettingsError', detail: { code: 'network.private_address' } });
  });

  test('a missing folder and a forbidden one are named', async () => {
    const missing = await failureOf(node.deliver(contextOf({ folder: 'no/where' }), itemOf('x')));
    expect(missing).toMatchObject({ name: 'SettingsError', detail: { code: 'sftp.folder_missing' } });
    await mkdir(join(server.folder, 'closed'), { mode: 0o555 });
    const { uid, gid } = await stat(server.folder);
    await chown(join(server.folder, 'closed'), uid, gid);
    const forbidden = await failureOf(node.deliver(contextOf({ folder: 'closed' }), itemOf('x')));
    expect(forbidden).toMatchObject({ name: 'SettingsError', detail: { params: { folder: 'closed' } } });
    expect(forbidden).toMatchObject({ detail: { code: 'sftp.permission_denied' } });
  });
});

describe('a delivery', () => {
  test('puts the file in place, readable by owner and group only, and nothing beside it', async () => {
    await mkdir(join(server.folder, 'in'), { mode: 0o777 });
    await chmod(join(server.folder, 'in'), 0o777);
    const done = await node.deliver(contextOf({ folder: 'in/' }), itemOf('a;b\n'));
    expect(done.reference).toBe('in/sales.csv');
    expect(await contentOf('in/sales.csv')).toBe('a;b\n');
    expect((await stat(join(server.folder, 'in/sales.csv'))).mode & 0o777).toBe(0o640);
    expect(await readdir(join(server.folder, 'in'))).toEqual(['sales.csv']);
  });

  test('takes an empty file, and a name that would leave the folder', async () => {
    const done = await node.deliver(contextOf(), itemOf('', { name: '../../è:vil.csv' }));
    expect(done.reference).toBe('.._.._è_vil.csv');
    expect(await listing()).toEqual(['.._.._è_vil.csv']);
  });

  test('never touches a file that is already there', async () => {
    await writeFile(join(server.folder, 'sales.csv'), 'theirs');
    const error = await failureOf(node.deliver(contextOf(), itemOf('ours!!')));
    expect(error).toMatchObject({ name: 'SettingsError', detail: { code: 'sftp.name_taken' } });
    const again = await failureOf(node.deliver(contextOf(), itemOf('ours!!', { again: true })));
    expect(again).toMatchObject({ detail: { code: 'sftp.name_taken' } });
    expect(await contentOf('sales.csv')).toBe('theirs');
    expect(await listing()).toEqual(['sales.csv']);
  });

  test('twice, when the first may have arrived, is stored once', async () => {
    await node.deliver(contextOf(), itemOf('once'));
    const second = await node.deliver(contextOf(), itemOf('once', { again: true }));
    expect(second.reference).toBe('sales.csv');
    expect(lines.at(-1)?.message.code).toBe('sftp.already_there');
    expect(await listing()).toEqual(['sales.csv']);
  });

  test('of the very bytes that another run left there asks a person', async () => {
    await node.deliver(contextOf(), itemOf('once'));
    const error = await failureOf(node.deliver(contextOf(), itemOf('once', { key: 'another' })));
    expect(error).toMatchObject({ name: 'SettingsError', detail: { code: 'sftp.name_taken_same' } });
  });

  test('replaces the file if so set', async () => {
    await writeFile(join(server.folder, 'sales.csv'), 'old');
    await node.deliver(contextOf({ onConflict: 'overwrite' }), itemOf('new'));
    expect(await contentOf('sales.csv')).toBe('new');
    expect(await listing()).toEqual(['sales.csv']);
  });

  test('numbers the name if so set, and finds its own number again', async () => {
    await writeFile(join(server.folder, 'sales.csv'), 'theirs');
    const numbering = { onConflict: 'rename' };
    expect(await node.deliver(contextOf(numbering), itemOf('one'))).toEqual({ reference: 'sales (2).csv' });
    expect(await node.deliver(contextOf(numbering), itemOf('two'))).toEqual({ reference: 'sales (3).csv' });
    const again = await node.deliver(contextOf(numbering), itemOf('two', { again: true }));
    expect(again).toEqual({ reference: 'sales (3).csv' });
    expect(await listing()).toEqual(['sales (2).csv', 'sales (3).csv', 'sales.csv']);
  });
});

describe('the look-up', () => {
  test('finds the file by its bytes', async () => {
    expect(await node.lookup?.(contextOf(), itemOf('mine'))).toBeNull();
    await node.deliver(contextOf(), itemOf('mine'));
    expect(await node.lookup?.(contextOf(), itemOf('mine'))).toEqual({ reference: 'sales.csv' });
    expect(await node.lookup?.(contextOf(), itemOf('else'))).toBeNull();
  });

  test('is not taken in by a folder of that name', async () => {
    await mkdir(join(server.folder, 'sales.csv'));
    expect(await node.lookup?.(contextOf(), itemOf('mine'))).toBeNull();
  });
});

describe('a line that breaks in the middle of an upload', () => {
  const big = Buffer.alloc(6 * 1024 * 1024, 'passerelle ');

  test('leaves no file under the final name, and the next attempt delivers exactly one', async () => {
    const line = await startFaultyLine(server.port);
    const stalled = line.stallNext(2 * 1024 * 1024);
    const broken = failureOf(node.deliver(contextOf({}, { fields: { port: line.port } }), itemOf(big)));
    await stalled;
    await server.killSessions();
    expect(await broken).toBeInstanceOf(RemoteDownError);
    await line.close();
    const [left = ''] = await listing();
    expect(left).toMatch(/^\.sales\.csv\.part-[0-9a-f]{16}$/);
    expect(await node.lookup?.(contextOf(), itemOf(big, { again: true }))).toBeNull();
    await node.deliver(contextOf(), itemOf(big, { again: true }));
    expect(await listing()).toEqual(['sales.csv']);
    expect((await readFile(join(server.folder, 'sales.csv'))).equals(big)).toBe(true);
  });

  test('does not clear away the unfinished file of another delivery', async () => {
    const theirs = '.sales.csv.part-0000000000000000';
    await writeFile(join(server.folder, theirs), 'half');
    await node.deliver(contextOf(), itemOf('x'));
    expect(await listing()).toEqual([theirs, 'sales.csv']);
  });

  test('ends at once when the run is cancelled', async () => {
    const stop = new Error('cancelled');
    const controller = new AbortController();
    const line = await startFaultyLine(server.port);
    const stalled = line.stallNext(1024 * 1024);
    const fields = { port: line.port };
    const cancelled = failureOf(node.deliver(contextOf({}, { fields }, controller.signal), itemOf(big)));
    await stalled;
    controller.abort(stop);
    expect(await cancelled).toBe(stop);
    await line.close();
    expect(await listing()).not.toContain('sales.csv');
  });
});

test('no log line and no error ever held a secret', () => {
  expect(allText).toContain('sftp.uploaded');
  expect(allText).toContain('sftp.refused');
  const keyLines = server.privateKey.split('\n').filter((line) => line.length > 20);
  for (const secret of [CANARY, 'k4n4rie', 'kerfuffle', ...keyLines]) expect(allText).not.toContain(secret);
  if (server.password !== null) expect(allText).not.toContain(server.password);
});
