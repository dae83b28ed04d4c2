import { createHash } from 'node:crypto';
import { AuthError, PasserelleError, RemoteDownError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import type { CallContext, ConnectionAccess, DeliverContext, LogOptions, SourceContext, StepLog } from './context.ts';
import type { HttpClient } from './http.ts';
import { createHttpClient } from './http-client.ts';
import { createNetworkGuard } from './network.ts';
import type { DeliverItem, DeliverNodeType, Json, SourceNodeType } from './node-type.ts';
import { holdsSecret } from './redact.ts';
import type { FakeServer } from './testing.ts';

/** More pages than any fake has: a source that gets here turns in circles. */
const MOST_PAGES = 500;
const SHORT_TIMEOUT_MS = 300;
const ALWAYS = 1000;
/** Shorter secrets of a fake ("demo") stand in harmless texts by chance. */
const SHORTEST_SECRET = 6;

/** What a connector said and how it waited while it was tried. */
export interface Witness {
  readonly texts: string[];
  readonly waits: number[];
}

export interface Bench extends CallContext {
  readonly connection: ConnectionAccess;
  readonly close: () => Promise<void>;
}

function logTo(witness: Witness): StepLog {
  const write = (message: Message, options?: LogOptions) => {
    // A connector's own excerpts are redacted by the engine; those of the HTTP client must be clean already.
    const excerpt = message.code.startsWith('http.') ? (options?.excerpt ?? '') : '';
    witness.texts.push(`${message.code} ${JSON.stringify(message)} ${excerpt}`);
  };
  return { debug: write, info: write, warning: write, error: write };
}

function withTimeout(http: HttpClient, timeoutMs: number | null): HttpClient {
  if (timeoutMs === null) return http;
  return { send: (request) => http.send({ ...request, timeoutMs }) };
}

export function benchFor(fake: FakeServer, type: string, witness: Witness, timeoutMs: number | null): Bench {
  const { signal } = new AbortController();
  const network = createNetworkGuard({ allowPrivate: true });
  const log = logTo(witness);
  const secrets = Object.values(fake.secrets);
  const sleep = async (ms: number) => {
    witness.waits.push(ms);
  };
  const http = createHttpClient({ network, log, signal, secrets, sleep });
  const connection = { id: 'conformance', type, fields: fake.fields, secrets: fake.secrets };
  const now = () => new Date();
  return { http: withTimeout(http, timeoutMs), network, log, signal, now, connection, close: http.close };
}

export const run = {
  runId: 'conformance',
  flowName: 'conformance',
  zone: 'Europe/Brussels',
  period: null,
  dryRun: false,
};

/** The keys of all pages in order. Cursors go through JSON, as in the database. */
async function readKeys(type: SourceNodeType, context: SourceContext<unknown>): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: Json = null;
  do {
    const page = await type.read(context, cursor);
    pages.push(page.items.map((item) => `${item.kind} ${item.key}`));
    cursor = JSON.parse(JSON.stringify(page.next)) as Json;
    if (pages.length > MOST_PAGES) throw new Error(`${type.id} does not come to an end`);
  } while (cursor !== null);
  return pages;
}

export async function failureOf(promise: Promise<unknown>, witness: Witness): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => {
      const detail = error instanceof PasserelleError ? JSON.stringify(error.detail) : '';
      witness.texts.push(`${String(error)} ${detail}`);
      return error;
    },
  );
}

export interface SourceTrial {
  readonly type: SourceNodeType;
  readonly config: unknown;
  readonly fake: FakeServer;
  readonly witness: Witness;
}

/** Reads all pages of a source from its fake. */
export async function readAll({ type, config, fake, witness }: SourceTrial, timeoutMs: number | null = null) {
  const bench = benchFor(fake, type.connection ?? '', witness, timeoutMs);
  return readKeys(type, { ...bench, config, run }).finally(bench.close);
}

async function findPagingProblems(trial: SourceTrial): Promise<string[]> {
  const pages = await readAll(trial);
  const keys = pages.flat();
  const again = (await readAll(trial)).flat();
  const repeated = keys.filter((key, at) => keys.indexOf(key) !== at);
  return [
    ...(pages.length < 2 ? ['the config of the trial makes one page only: paging is not tried'] : []),
    ...(keys.length === 0 ? ['nothing was read'] : []),
    ...repeated.map((key) => `"${key}" was read twice`),
    ...(again.join('\n') === keys.join('\n') ? [] : ['a second reading gave other keys, or another order']),
  ];
}

async function findOutageProblems(trial: SourceTrial): Promise<string[]> {
  const { fake, witness } = trial;
  const problems: string[] = [];
  // Keys may hold the fake's own address, so each trial compares with an undisturbed reading of its own fake.
  const keys = (await readAll(trial)).flat();
  const read = async () => (await readAll(trial)).flat().join('\n') === keys.join('\n');
  fake.misbehave({ kind: 'throttle', retryAfterSeconds: 7 }, { times: 1, after: 1 });
  if (!(await read())) problems.push('after 429 other keys were read');
  if (!witness.waits.some((ms) => ms >= 7000)) problems.push('Retry-After of a 429 was not waited for');
  fake.misbehave({ kind: 'error', status: 500 }, { times: 1, after: 1 });
  if (!(await read())) problems.push('after a 500 in the middle other keys were read');
  return problems;
}

/** A broken answer may end a reading, but must not make it shorter without a word. */
async function findLossProblems(trial: SourceTrial): Promise<string[]> {
  const problems: string[] = [];
  const keys = (await readAll(trial)).flat();
  for (const kind of ['cut-answer', 'noise-before-json', 'close'] as const) {
    trial.fake.misbehave({ kind }, { times: 1, after: 1 });
    let read: string[] | null = null;
    const failure = await failureOf(
      readAll(trial).then((pages) => {
        read = pages.flat();
      }),
      trial.witness,
    );
    if (failure !== null && !(failure instanceof PasserelleError)) problems.push(`${kind}: ${String(failure)}`);
    if (failure === null && (read ?? []).join('\n') !== keys.join('\n')) problems.push(`${kind}: other keys were read`);
  }
  return problems;
}

async function findRefusalProblems(trial: SourceTrial): Promise<string[]> {
  const { fake, witness } = trial;
  fake.misbehave({ kind: 'refuse-credentials' }, { times: ALWAYS });
  const refused = await failureOf(readAll(trial), witness);
  return refused instanceof AuthError ? [] : [`refused credentials gave ${String(refused)}, not an AuthError`];
}

async function findHangProblems(trial: SourceTrial): Promise<string[]> {
  trial.fake.misbehave({ kind: 'hang' }, { times: ALWAYS });
  const hung = await failureOf(readAll(trial, SHORT_TIMEOUT_MS), trial.witness);
  return hung instanceof RemoteDownError ? [] : [`a hanging system gave ${String(hung)}, not a RemoteDownError`];
}

/** Log lines and errors in which a secret of the fake shows, in any form. */
export function findLeaks(fake: FakeServer, witness: Witness): string[] {
  const secrets = Object.values(fake.secrets).filter((secret) => secret.length >= SHORTEST_SECRET);
  return witness.texts
    .filter((text) => holdsSecret(text, secrets))
    .map((text) => `a secret shows in a log line or error: ${text.split(' ')[0]}`);
}

/** Tries a source on fresh fakes of its system; what it does wrong, as sentences. */
export async function findSourceProblems(
  type: SourceNodeType,
  config: unknown,
  startFake: () => Promise<FakeServer>,
): Promise<string[]> {
  const witness: Witness = { texts: [], waits: [] };
  const problems: string[] = [];
  const trials = [findPagingProblems, findOutageProblems, findLossProblems, findRefusalProblems, findHangProblems];
  for (const attempt of trials) {
    const fake = await startFake();
    try {
      problems.push(...(await attempt({ type, config, fake, witness })), ...findLeaks(fake, witness));
    } finally {
      await fake.close();
    }
  }
  return [...new Set(problems)];
}

function fileItem(name: string, again: boolean): DeliverItem {
  const bytes = Buffer.from('date;account;debit;credit\r\n2026-03-01;411000;12.00;0.00\r\n'.repeat(2000));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const counts = { entryCount: 1, lineCount: 2, totalDebit: '12.00', totalCredit: '12.00' };
  const body = { id: name, name, mediaType: 'text/csv', charset: 'utf-8', size: bytes.length, sha256, ...counts };
  return { envelope: { key: name, kind: 'file', body }, bytes, idempotencyKey: `conformance/${name}`, again };
}

/** Delivers as the engine does: what may have arrived is asked for before it is sent once more. */
async function deliver(type: DeliverNodeType, context: DeliverContext<unknown>, item: DeliverItem): Promise<void> {
  const found = item.again && type.lookup ? await type.lookup(context, item) : null;
  if (found === null) await type.deliver(context, item);
}

/** Tries a delivery of files on a fake of its target; what it does wrong, as sentences. */
export async function findDeliveryProblems(
  type: DeliverNodeType,
  config: unknown,
  startFake: () => Promise<FakeServer>,
  countDelivered: (fake: FakeServer, name: string) => Promise<number>,
): Promise<string[]> {
  const witness: Witness = { texts: [], waits: [] };
  const fake = await startFake();
  const bench = benchFor(fake, type.connection ?? '', witness, null);
  const context = { ...bench, config, run };
  const problems: string[] = [];
  const expectCount = async (name: string, allowed: readonly number[], when: string) => {
    const count = await countDelivered(fake, name);
    if (!allowed.includes(count)) problems.push(`${when} the target holds "${name}" ${count} times`);
  };
  try {
    await deliver(type, context, fileItem('twice.csv', false));
    await deliver(type, context, fileItem('twice.csv', true));
    await expectCount('twice.csv', [1], 'delivered twice,');
    fake.misbehave({ kind: 'close' }, { times: 1 });
    const failure = await failureOf(deliver(type, context, fileItem('cut.csv', false)), witness);
    if (failure !== null && !(failure instanceof RemoteDownError)) problems.push(`a cut line gave ${String(failure)}`);
    await expectCount('cut.csv', failure === null ? [1] : [0, 1], 'after a cut line');
    await deliver(type, context, fileItem('cut.csv', true));
    await expectCount('cut.csv', [1], 'after a cut line and a retry');
    return [...problems, ...findLeaks(fake, witness)];
  } finally {
    await bench.close();
    await fake.close();
  }
}
