import type { HttpResponse } from '#nodes/kit/http.ts';
import {
  AuthError,
  type PasserelleError,
  RemoteDownError,
  RemoteRefusedError,
  SettingsError,
} from '#schemas/errors.ts';
import { httpTargetMessages } from './messages.ts';

const { build } = httpTargetMessages;
const LONGEST_WORDS = 300;
const LONGEST_REFERENCE = 200;
const NOTHING_SAID = '–';

/** What a receiver says in an answer that is an object; null for one that is none. */
export interface Said {
  readonly reference: string | null;
  /** The key of the document that it speaks of, when it tells. */
  readonly idempotencyKey: string | null;
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
function clean(text: string, longest: number): string {
  const plain = text.replaceAll('\0', '').toWellFormed().trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1).toWellFormed()}…` : plain;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? clean(text, LONGEST_REFERENCE) : null;
}

/** Reads {"reference": …, "idempotencyKey": …}; both may be missing. */
export function readAnswer(text: string): Said | null {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { reference, idempotencyKey } = value as Record<string, unknown>;
  return { reference: textOf(reference), idempotencyKey: textOf(idempotencyKey) };
}

/** The receiver's own words about a refusal: its "message" or "error", or the beginning of what it sent. */
export function wordsOf(text: string): string {
  const value = parse(text);
  const { message, error } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const said = [message, error].find((one) => typeof one === 'string') ?? text.replaceAll(/<[^>]*>|\s+/g, ' ');
  return clean(String(said), LONGEST_WORDS) || NOTHING_SAID;
}

/** What an answer means that says neither "done" nor "is there". */
export function failureOf(host: string, document: string, response: HttpResponse): PasserelleError {
  const status = String(response.status);
  const reason = wordsOf(response.text);
  if (status === '401' || status === '403') {
    return new AuthError(build.refused_credentials({ host, status, reason }));
  }
  if (['404', '405', '410'].includes(status)) return new SettingsError(build.no_such_address({ host, status }, 'url'));
  // 408: it gave up waiting for us, and may or may not have acted. Below 400 nothing was refused, and nothing is known.
  if (response.status < 400 || status === '408') return unreadable(host, document, response);
  return new RemoteRefusedError(build.refused({ host, document, status, reason }));
}

/** The answer does not tell whether the document arrived. */
export function unreadable(host: string, document: string, response: HttpResponse): RemoteDownError {
  const status = String(response.status);
  const reason = wordsOf(response.text);
  return new RemoteDownError(build.unreadable_answer({ host, document, status, reason }));
}
