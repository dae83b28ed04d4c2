import { z } from 'zod';
import type { HttpClient } from '#nodes/kit/http.ts';
import { RemoteDownError } from '#schemas/errors.ts';

/** What VIES says of a number, or why it says nothing. */
export type Answer =
  | {
      readonly kind: 'told';
      readonly isValid: boolean;
      readonly name: string | null;
      readonly consultation: string | null;
    }
  | { readonly kind: 'silent'; readonly reason: string; readonly isServiceAway: boolean }
  | { readonly kind: 'requester-refused' };

/** A VAT number cut as VIES wants it: "EL" and "094259216". */
export interface Cut {
  readonly country: string;
  readonly rest: string;
}
export function cutNumber(text: string): Cut {
  return { country: text.slice(0, 2), rest: text.slice(2) };
}

/** Countries that keep names to themselves answer with dashes. */
const text = z
  .string()
  .nullish()
  .transform((value) => (value && !/^-*$/.test(value.trim()) ? value.trim() : null));

const toldSchema = z.object({ valid: z.boolean(), name: text, requestIdentifier: text });
/** Troubles come with status 200 as well as with others. */
const troubleSchema = z.object({ errorWrappers: z.array(z.object({ error: z.string() })).min(1) });

/** A member state that is away says nothing of the others; these say that the service as a whole is. */
const SERVICE_AWAY = new Set(['GLOBAL_MAX_CONCURRENT_REQ', 'SERVICE_UNAVAILABLE', 'SERVER_BUSY', 'IP_BLOCKED']);
const TIMEOUT_MS = 20_000;

function silence(reason: string, isServiceAway = SERVICE_AWAY.has(reason)): Answer {
  return { kind: 'silent', reason, isServiceAway };
}

function readTrouble(code: string): Answer {
  // The number as it was sent cannot be one: that is an answer about the number.
  if (code === 'INVALID_INPUT') return { kind: 'told', isValid: false, name: null, consultation: null };
  if (code === 'INVALID_REQUESTER_INFO') return { kind: 'requester-refused' };
  return silence(code);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function readAnswer(status: number, body: string): Answer {
  const json = parse(body);
  const trouble = troubleSchema.safeParse(json).data?.errorWrappers[0];
  if (trouble) return readTrouble(trouble.error);
  const told = toldSchema.safeParse(json).data;
  if (!told || status >= 400) return silence(`HTTP ${status}`, status >= 500 || status === 429);
  return { kind: 'told', isValid: told.valid, name: told.name, consultation: told.requestIdentifier };
}

/**
 * Asks VIES about one number, once: a service that is overloaded is not helped by repetition, and whoever is held may be
 * tried again later.
 *
 * @param requester the seller's own number, for a consultation number
 */
export async function askVies(http: HttpClient, address: string, number: Cut, requester: Cut | null): Promise<Answer> {
  const body = {
    countryCode: number.country,
    vatNumber: number.rest,
    ...(requester ? { requesterMemberStateCode: requester.country, requesterNumber: requester.rest } : {}),
  };
  try {
    const { status, text: answer } = await http.send({
      method: 'POST',
      url: `${address.replace(/\/+$/, '')}/check-vat-number`,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      timeoutMs: TIMEOUT_MS,
      retries: 0,
      throwOnDown: false,
    });
    return readAnswer(status, answer);
  } catch (error) {
    if (error instanceof RemoteDownError) return silence(error.detail.code, true);
    throw error;
  }
}
