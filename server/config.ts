import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { SettingsError } from '#schemas/errors.ts';
import { type AddressList, isAddressList, parseAddressList } from './address-list.ts';
import { serverMessages } from './messages.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Null means the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  /** 32 bytes that seal every secret at rest. */
  readonly secretKey: Buffer;
  /** Whether connections may point at loopback and private addresses. */
  readonly allowPrivateNetwork: boolean;
  /** Under which address other systems reach us: "https://books.example"; null when nobody said. */
  readonly publicUrl: string | null;
  /** From where webhooks are taken; empty lets everybody knock. */
  readonly hookSenders: AddressList;
  /** Proxies in front of us, whose word about who calls is taken. */
  readonly proxies: AddressList;
  /** Addresses that our calls come from, as others see them: people enter them into lists elsewhere. */
  readonly outgoingAddresses: readonly string[];
}

const addressList = z
  .string()
  .refine(isAddressList, 'addresses or networks separated by commas (203.0.113.7, 198.51.100.0/24) are expected')
  .default('');

const environmentSchema = z.object({
  PORT: z.coerce.number('a number is expected').int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PASSERELLE_DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'postgres://user:password@host:5432/name is expected' })
    .optional(),
  PASSERELLE_SECRET_KEY: z
    .string()
    .refine((text) => decodeKey(text) !== null, '32 bytes in base64 or hex are expected')
    .optional(),
  PASSERELLE_PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'https://books.example, where other systems reach this installation, is expected',
    })
    .optional(),
  PASSERELLE_HOOK_SENDERS: addressList,
  PASSERELLE_PROXIES: addressList,
  PASSERELLE_OUTGOING_ADDRESSES: addressList,
  PASSERELLE_ALLOW_PRIVATE_NETWORK: z.enum(['true', 'false'], 'true or false is expected').default('false'),
});

function decodeKey(text: string): Buffer | null {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  return bytes.length === 32 ? bytes : null;
}

/** Empty variables count as absent, as shells and compose files leave them. */
function presentOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((pair): pair is [string, string] => !!pair[1]));
}

function parseEnvironment(environment: NodeJS.ProcessEnv): z.infer<typeof environmentSchema> {
  const parsed = environmentSchema.safeParse(presentOnly(environment));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? 'environment');
  const secret = name === 'PASSERELLE_SECRET_KEY' || name === 'DATABASE_URL';
  const value = secret ? '…' : (environment[name] ?? '');
  throw new SettingsError(serverMessages.build.bad_setting({ name, value, expected: issue?.message ?? '' }));
}

/** Where data lives unless told otherwise: beside the code, so that a second copy of the product has books of its own. */
function defaultDataFolder(): string {
  return join(import.meta.dirname, '..', 'data');
}

/** Makes the data folder and proves that it can be written. */
async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, `.write-test-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new SettingsError(serverMessages.build.folder_not_writable({ folder, detail }), { cause });
  }
}

async function generatedKey(folder: string): Promise<Buffer> {
  const path = join(folder, 'secret-key');
  // "wx" lets only one of two processes that start together make the key; the other reads it.
  await writeFile(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' }).catch((error) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  const key = decodeKey((await readFile(path, 'utf8')).trim());
  if (key) return key;
  throw new SettingsError(
    serverMessages.build.bad_setting({ name: path, value: '…', expected: '32 bytes in base64 are expected' }),
  );
}

/**
 * Reads the settings from the environment; each has a default.
 *
 * @throws SettingsError that names the variable and what it should be
 */
export async function loadConfig(environment: NodeJS.ProcessEnv = process.env): Promise<Config> {
  const settings = parseEnvironment(environment);
  const dataFolder = resolve(settings.PASSERELLE_DATA_DIR ?? defaultDataFolder());
  await prepareFolder(dataFolder);
  const given = settings.PASSERELLE_SECRET_KEY ? decodeKey(settings.PASSERELLE_SECRET_KEY) : null;
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataFolder,
    databaseUrl: settings.DATABASE_URL ?? null,
    secretKey: given ?? (await generatedKey(dataFolder)),
    allowPrivateNetwork: settings.PASSERELLE_ALLOW_PRIVATE_NETWORK === 'true',
    publicUrl: settings.PASSERELLE_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    hookSenders: parseAddressList(settings.PASSERELLE_HOOK_SENDERS),
    proxies: parseAddressList(settings.PASSERELLE_PROXIES),
    outgoingAddresses: settings.PASSERELLE_OUTGOING_ADDRESSES.split(',').flatMap((one) => one.trim() || []),
  };
}
