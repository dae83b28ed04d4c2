import { createHash } from 'node:crypto';
import type SftpClient from 'ssh2-sftp-client';
import type { StepLog } from '#nodes/kit/context.ts';
import type { DeliverItem } from '#nodes/kit/node-type.ts';
import { RemoteDownError, SettingsError } from '#schemas/errors.ts';
import type { Account } from './account.ts';
import { codeOf, FAILURE, fileFailure, NO_SUCH_FILE } from './failures.ts';
import { sftpMessages } from './messages.ts';
import { numberedName, partName, pathIn } from './remote-name.ts';

const { build } = sftpMessages;
/** Readable by the owner and the group that imports the file, by nobody else: some servers set no umask. */
const MODE = 0o640;
const MOST_NUMBERS = 1000;

/** How to act on a name that is taken. */
export type OnConflict = 'fail' | 'overwrite' | 'rename';

/** One file on its way to one folder. */
export interface Delivery {
  readonly account: Account;
  readonly log: StepLog;
  readonly folder: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly onConflict: OnConflict;
  readonly item: Pick<DeliverItem, 'idempotencyKey' | 'again'>;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What lies under a path: nothing, our very bytes, or something else. */
async function compare(client: SftpClient, delivery: Delivery, path: string): Promise<'free' | 'same' | 'other'> {
  const kind = await client.exists(path);
  if (kind === false) return 'free';
  if (kind !== '-') return 'other';
  const { size } = await client.stat(path);
  if (size !== delivery.bytes.byteLength) return 'other';
  const remote = await client.get(path);
  return Buffer.isBuffer(remote) && sha256(remote) === sha256(delivery.bytes) ? 'same' : 'other';
}

async function deleteIfThere(client: SftpClient, path: string): Promise<void> {
  try {
    await client.delete(path);
  } catch (error) {
    if (codeOf(error) !== NO_SUCH_FILE) throw error;
  }
}

/** Uploads under the hidden name and makes sure that all of it arrived. */
async function uploadPart(client: SftpClient, delivery: Delivery, part: string): Promise<void> {
  const { bytes, account, name, folder } = delivery;
  await deleteIfThere(client, part);
  await client.put(bytes, part, { writeStreamOptions: { mode: MODE } });
  const { size } = await client.stat(part);
  if (size === bytes.byteLength) return;
  await deleteIfThere(client, part);
  const path = pathIn(folder, name);
  const counts = { stored: String(size), size: String(bytes.byteLength) };
  throw new RemoteDownError(build.incomplete({ host: account.host, path, ...counts }));
}

/** Puts the part in place unless the name is taken: rename of SFTP version 3 does not overwrite. */
async function placeIfFree(client: SftpClient, part: string, path: string): Promise<boolean> {
  if ((await client.exists(path)) !== false) return false;
  try {
    await client.rename(part, path);
    return true;
  } catch (error) {
    if (codeOf(error) === FAILURE && (await client.exists(path)) !== false) return false;
    throw error;
  }
}

async function replace(client: SftpClient, delivery: Delivery, part: string, path: string): Promise<void> {
  try {
    await client.posixRename(part, path);
  } catch (error) {
    // An SFTP status is an answer of the server; without one the client found that it lacks the extension.
    if (!(error instanceof Error) || !error.message.includes('does not support')) throw error;
    await deleteIfThere(client, path);
    await client.rename(part, path);
    delivery.log.warning(build.replaced_in_two_steps({ host: delivery.account.host, path }));
  }
}

/** The paths to try, in order: one, or a numbered series. */
function* candidates({ folder, name, onConflict }: Delivery): Generator<string> {
  const last = onConflict === 'rename' ? MOST_NUMBERS : 1;
  for (let number = 1; number <= last; number += 1) yield pathIn(folder, numberedName(name, number));
}

/** The path under which an earlier attempt's file lies, or null. */
export async function findDelivered(client: SftpClient, delivery: Delivery): Promise<string | null> {
  for (const path of candidates(delivery)) {
    const found = await compare(client, delivery, path);
    if (found === 'same') return path;
    if (found === 'free') return null;
  }
  return null;
}

async function nameTaken(client: SftpClient, delivery: Delivery, path: string): Promise<SettingsError> {
  const params = { host: delivery.account.host, path };
  const found = await compare(client, delivery, path);
  return new SettingsError(found === 'same' ? build.name_taken_same(params) : build.name_taken(params));
}

async function place(client: SftpClient, delivery: Delivery, part: string): Promise<string> {
  let path = pathIn(delivery.folder, delivery.name);
  if (delivery.onConflict === 'overwrite') {
    await replace(client, delivery, part, path);
    return path;
  }
  for (path of candidates(delivery)) {
    if (await placeIfFree(client, part, path)) return path;
  }
  await deleteIfThere(client, part);
  throw await nameTaken(client, delivery, path);
}

async function store(client: SftpClient, delivery: Delivery): Promise<string> {
  const { account, item, folder, name, onConflict, log, bytes } = delivery;
  const earlier = item.again ? await findDelivered(client, delivery) : null;
  if (earlier !== null) {
    log.info(build.already_there({ host: account.host, path: earlier }));
    return earlier;
  }
  const wanted = pathIn(folder, name);
  if (onConflict === 'fail' && (await client.exists(wanted)) !== false) throw await nameTaken(client, delivery, wanted);
  const part = pathIn(folder, partName(name, item.idempotencyKey));
  await uploadPart(client, delivery, part);
  const path = await place(client, delivery, part);
  log.info(build.uploaded({ host: account.host, path, size: String(bytes.byteLength) }));
  return path;
}

/**
 * Stores one file and returns its path. It is uploaded under a hidden name and renamed when complete, so that nobody
 * ever reads half a file. An attempt after one that may have arrived finds that file by its content and takes it.
 *
 * @throws SettingsError for a taken name, a missing folder or a missing right; RemoteDownError when the line breaks
 */
export async function storeFile(client: SftpClient, delivery: Delivery): Promise<string> {
  try {
    return await store(client, delivery);
  } catch (error) {
    throw fileFailure(delivery.account, delivery.folder, pathIn(delivery.folder, delivery.name), error);
  }
}
