import type { HttpRequest } from './http.ts';

/** The longest wait asked by a server that is sat out within a call, in milliseconds; beyond it the engine waits. */
export const LONGEST_WAIT_MS = 120_000;
const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;
const DEFAULT_RETRIES = 3;

/** Failures before a byte was sent: the system cannot have acted on the call. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export function retriesOf(request: HttpRequest): number {
  return request.retries ?? DEFAULT_RETRIES;
}

/** Whether the call may be made again although the system may have acted on it: reading, or the caller says so. */
function isRepeatable(request: HttpRequest): boolean {
  return (request.method ?? 'GET') === 'GET' || (request.retries ?? 0) > 0;
}

export function isDown(status: number): boolean {
  return status === 429 || status >= 500;
}

export function mayRetryStatus(request: HttpRequest, status: number): boolean {
  return status === 429 || (isDown(status) && isRepeatable(request));
}

/** Failures of which it is certain that the system did not act on the call. */
export function isNeverSent(reason: string): boolean {
  return NEVER_SENT.has(reason);
}

export function mayRetryFailure(request: HttpRequest, reason: string): boolean {
  return NEVER_SENT.has(reason) || isRepeatable(request);
}

/**
 * Milliseconds that a Retry-After header asks for (seconds, with decimals in Shopify's, or an HTTP date); null
 * without a readable header. Source: RFC 9110, 10.2.3.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (!header) return null;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number.parseFloat(text) * 1000);
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : Math.max(0, instant - now.getTime());
}

/** Exponential backoff with full jitter: anything between nothing and 0.5 s, 1 s, 2 s … 30 s. */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.floor(random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt));
}
