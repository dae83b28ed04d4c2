import { setTimeout as wait } from 'node:timers/promises';
import { PasserelleError, RemoteDownError, SettingsError } from '#schemas/errors.ts';
import { type CallEnd, type CallGate, LONGEST_TURN_MS } from './call-gate.ts';
import type { StepLog } from './context.ts';
import type { HttpClient, HttpRequest, HttpResponse } from './http.ts';
import { excerptOf } from './http-excerpt.ts';
import { addressOf, callFollowing, createGuardedAgent, type Exchange, showAddress } from './http-exchange.ts';
import { httpMessages } from './http-messages.ts';
import {
  backoffMs,
  isDown,
  isNeverSent,
  LONGEST_WAIT_MS,
  mayRetryFailure,
  mayRetryStatus,
  retriesOf,
  retryAfterMs,
} from './http-retry.ts';
import type { NetworkGuard } from './network.ts';
import { createRedactor, redactMessage } from './redact.ts';

/** A client as its maker holds it. Nodes only send; whoever made it closes its sockets when the call is over. */
export interface OwnedHttpClient extends HttpClient {
  readonly close: () => Promise<void>;
}

export interface HttpClientOptions {
  readonly network: NetworkGuard;
  readonly log: StepLog;
  /** Ends every call, and every wait between two, at once. */
  readonly signal: AbortSignal;
  /** Values that must appear in no log and no error. */
  readonly secrets: readonly string[];
  readonly now?: () => Date;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random?: () => number;
  readonly userAgent?: string;
  /** Asked before every attempt, and told how it ended. Without one, a call waits for nobody. */
  readonly gate?: CallGate;
}

const DEFAULT_TIMEOUT_MS = 60_000;
/** For whom else uses the connection, when a system says "too many calls" and not how long to wait. */
const USUAL_PAUSE_MS = 1_000;

interface Caller extends Exchange {
  readonly log: StepLog;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly gate: CallGate | null;
}

/** How one attempt ended: an answer to hand on, or an error that may be worth another attempt after a wait. */
type Attempt =
  | { readonly response: HttpResponse }
  | {
      readonly error: RemoteDownError;
      readonly mayRetry: boolean;
      readonly waitMs: number | null;
      readonly end: CallEnd;
    };

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

function downEnd(caller: Caller, error: RemoteDownError, pauseMs: number | null): CallEnd {
  return { kind: 'down', problem: redactMessage(error.detail, caller.redact), pauseMs };
}

/** A system that says "too many calls" is well, and wants a pause. */
function answeredEnd(caller: Caller, { status, headers }: HttpResponse): CallEnd {
  const asked = retryAfterMs(headers['retry-after'], caller.now());
  return { kind: 'answered', pauseMs: status === 429 ? (asked ?? USUAL_PAUSE_MS) : null };
}

/** Turns what undici threw into an attempt's end; a guard's refusal and a person's abort are thrown on. */
function judgeFailure(caller: Caller, request: HttpRequest, url: URL, error: unknown, timeout: AbortSignal): Attempt {
  caller.signal.throwIfAborted();
  const host = url.host;
  const reason = reasonOf(error);
  if (error instanceof RemoteDownError)
    return { error, mayRetry: true, waitMs: null, end: downEnd(caller, error, null) };
  if (error instanceof PasserelleError) throw error;
  if (reason === 'UND_ERR_INVALID_ARG' || reason === 'ERR_INVALID_ARG_TYPE') {
    throw new SettingsError(httpMessages.build.bad_request({ host, reason: caller.redact(String(error)) }));
  }
  const seconds = String(Math.ceil((request.timeoutMs ?? DEFAULT_TIMEOUT_MS) / 1000));
  const detail = timeout.aborted
    ? httpMessages.build.timed_out({ host, seconds })
    : httpMessages.build.unreachable({ host, reason });
  const down = new RemoteDownError(detail, { cause: error, notSent: isNeverSent(reason) });
  return { error: down, mayRetry: mayRetryFailure(request, reason), waitMs: null, end: downEnd(caller, down, null) };
}

function judgeAnswer(caller: Caller, request: HttpRequest, url: URL, response: HttpResponse): Attempt {
  const { status, headers } = response;
  if (!isDown(status) || request.throwOnDown === false) return { response };
  const host = url.host;
  const waitMs = retryAfterMs(headers['retry-after'], caller.now());
  const shown = String(status);
  const detail =
    waitMs === null
      ? httpMessages.build.down({ host, status: shown })
      : httpMessages.build.throttled({ host, status: shown, seconds: String(Math.ceil(waitMs / 1000)) });
  const retry = waitMs === null ? 'later' : { afterMs: waitMs };
  const error = new RemoteDownError(detail, { retry, notSent: status === 429 });
  const longest = caller.gate === null ? LONGEST_WAIT_MS : LONGEST_TURN_MS;
  const mayRetry = mayRetryStatus(request, status) && (waitMs ?? 0) <= longest;
  const end = status === 429 ? answeredEnd(caller, response) : downEnd(caller, error, waitMs);
  return { error, mayRetry, waitMs, end };
}

async function attemptOnce(caller: Caller, request: HttpRequest, url: URL): Promise<Attempt> {
  const started = caller.now().getTime();
  const method = request.method ?? 'GET';
  const address = showAddress(url, caller.redact);
  const timeout = AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const elapsed = () => String(caller.now().getTime() - started);
  try {
    const response = await callFollowing(caller, request, url, AbortSignal.any([caller.signal, timeout]));
    const message = httpMessages.build.answered({ method, address, status: String(response.status), ms: elapsed() });
    caller.log.debug(message, excerptOf(request, response.text, caller.redact, response.status < 400));
    return judgeAnswer(caller, request, url, response);
  } catch (error) {
    const reason = timeout.aborted ? 'timeout' : caller.redact(reasonOf(error));
    const message = httpMessages.build.unanswered({ method, address, ms: elapsed(), reason });
    caller.log.debug(message, excerptOf(request, '', caller.redact));
    return judgeFailure(caller, request, url, error, timeout);
  }
}

/** One attempt, through the gate: whatever becomes of it, the gate is told. */
async function attemptThroughGate(caller: Caller, request: HttpRequest, url: URL): Promise<Attempt> {
  const pass = await caller.gate?.enter(caller.signal);
  let end: CallEnd = { kind: 'abandoned' };
  try {
    const attempt = await attemptOnce(caller, request, url);
    end = 'response' in attempt ? answeredEnd(caller, attempt.response) : attempt.end;
    return attempt;
  } finally {
    await pass?.leave(end);
  }
}

/**
 * The error of a call that was tried several times. That the last attempt was surely not acted on says nothing of the
 * ones before it: a call counts as not sent only when none of its attempts can have arrived.
 */
function unlessSentBefore(error: unknown, earlier: RemoteDownError | null): unknown {
  if (earlier === null || earlier.notSent || !(error instanceof RemoteDownError) || !error.notSent) return error;
  return new RemoteDownError(earlier.detail, { retry: error.retry, cause: error, notSent: false });
}

async function sendWithRetries(caller: Caller, request: HttpRequest): Promise<HttpResponse> {
  caller.signal.throwIfAborted();
  const url = addressOf(request, caller.redact);
  const retries = retriesOf(request);
  let earlier: RemoteDownError | null = null;
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptThroughGate(caller, request, url).catch((error: unknown) => {
      throw unlessSentBefore(error, earlier);
    });
    if ('response' in outcome) return outcome.response;
    if (!outcome.mayRetry || attempt >= retries) throw unlessSentBefore(outcome.error, earlier);
    if (earlier === null || earlier.notSent) earlier = outcome.error;
    await caller.sleep(outcome.waitMs ?? backoffMs(attempt, caller.random), caller.signal);
    caller.signal.throwIfAborted();
  }
}

/** Waits; wakes early, without an error, when the signal fires (the caller then looks at the signal). */
async function sleepUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/**
 * Makes the HTTP client of one call context.
 *
 * @throws (from `send`) SettingsError for an address that may not be called or redirects elsewhere; RemoteDownError
 *   when the system cannot be reached, times out, throttles or answers 5xx (`retry.afterMs` when it says how long);
 *   RemoteRefusedError for an answer over 50 MB; the signal's own reason when it is aborted. Every other status is
 *   returned: its meaning is the connector's to know.
 *
 * @example
 * const http = createHttpClient({ network, log, signal, secrets: Object.values(connection.secrets) });
 * try { await http.send({ url: 'https://shop.example/orders', query: { page: '1' } }); } finally { await http.close(); }
 */
export function createHttpClient(options: HttpClientOptions): OwnedHttpClient {
  const agent = createGuardedAgent(options.network);
  const caller: Caller = {
    agent,
    network: options.network,
    redact: createRedactor(options.secrets),
    userAgent: options.userAgent ?? 'Passerelle',
    log: options.log,
    signal: options.signal,
    now: options.now ?? (() => new Date()),
    sleep: options.sleep ?? sleepUnlessAborted,
    random: options.random ?? Math.random,
    gate: options.gate ?? null,
  };
  return { send: (request) => sendWithRetries(caller, request), close: () => agent.destroy() };
}
