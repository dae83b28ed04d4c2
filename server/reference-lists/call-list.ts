import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { ConnectionAccess, StepLog } from '#nodes/kit/context.ts';
import { createHttpClient } from '#nodes/kit/http-client.ts';
import type { ListValue, ReadList } from '#nodes/kit/lists.ts';
import { createNetworkGuard } from '#nodes/kit/network.ts';
import { createRedactor, type Redactor, redactMessage } from '#nodes/kit/redact.ts';
import { PasserelleError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { listMessages } from './list-messages.ts';

const { build } = listMessages;
const LONGEST_SECONDS = 30;
const LONGEST_TEXT = 300;
/** As many accounts as the largest charts have, and more than a person scrolls through. */
const MOST_VALUES = 20_000;

/** Reading a list leaves no step log: no run is behind it. */
const SILENT: StepLog = {
  debug: () => undefined,
  info: () => undefined,
  warning: () => undefined,
  error: () => undefined,
};

export type ListReading = { readonly values: readonly ListValue[] } | { readonly problem: Message };

export interface ListCall {
  readonly read: ReadList;
  readonly access: ConnectionAccess;
  /** How messages call the connection. */
  readonly name: string;
  readonly log: Logger;
  /** Whether the system may stand in a private network. */
  readonly allowPrivate: boolean;
}

/** What a database can keep, of a length that a person can read. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().trim().slice(0, LONGEST_TEXT).toWellFormed();
}

/** Each value once, in the order of the system; what has no text is none. */
function tidy(values: readonly ListValue[]): ListValue[] {
  const known = new Map<string, ListValue>();
  for (const { value, name, details = {} } of values) {
    const text = clean(value);
    if (text === '' || known.has(text)) continue;
    const more = Object.entries(details).map(([key, one]) => [clean(key), clean(one)]);
    known.set(text, { value: text, name: clean(name) || text, details: Object.fromEntries(more) });
  }
  return [...known.values()];
}

function describeFailure(error: unknown, call: ListCall, signal: AbortSignal, redact: Redactor): Message {
  if (signal.aborted) return build.too_slow({ name: call.name, seconds: String(LONGEST_SECONDS) });
  if (error instanceof PasserelleError) return redactMessage(error.detail, redact);
  const reference = randomUUID();
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  call.log.error({ reference, error: redact(shown) }, 'reading a list broke');
  return build.broke({ reference });
}

/** Reads one list of a system, live. Never throws for what the system does; nothing that it says keeps a secret. */
export async function callList(call: ListCall): Promise<ListReading> {
  const secrets = Object.values(call.access.secrets);
  const redact = createRedactor(secrets);
  const network = createNetworkGuard({ allowPrivate: call.allowPrivate });
  const signal = AbortSignal.timeout(LONGEST_SECONDS * 1000);
  const http = createHttpClient({ network, log: SILENT, signal, secrets });
  try {
    const context = { http, network, log: SILENT, signal, now: () => new Date(), connection: call.access };
    const values = tidy(await call.read(context));
    if (values.length <= MOST_VALUES) return { values };
    const count = String(values.length);
    return { problem: build.too_long({ name: call.name, count, most: String(MOST_VALUES) }) };
  } catch (error) {
    return { problem: describeFailure(error, call, signal, redact) };
  } finally {
    await http.close();
  }
}
