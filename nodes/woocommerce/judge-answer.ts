import type { HttpResponse } from '#nodes/kit/http.ts';
import type { Redactor } from '#nodes/kit/redact.ts';
import { AuthError, RemoteDownError, RemoteRefusedError, SettingsError } from '#schemas/errors.ts';
import { messages } from './messages.ts';
import { readErrorBody } from './shop-error.ts';
import { wordsOf } from './text.ts';

/** An answer and the data in it; `parsed` is null when there is none. */
export interface Answer {
  readonly response: HttpResponse;
  readonly parsed: { readonly json: unknown } | null;
}

const NOTHING_SAID = '–';

/**
 * The data of an answer to `path`.
 *
 * @param host how messages call the shop
 * @throws AuthError for refused keys, SettingsError for a wrong address, RemoteRefusedError for another refusal (also
 *   an error object sent with status 200), RemoteDownError for an answer that is no data
 */
export function dataOf(answer: Answer, path: string, host: string, redact: Redactor): unknown {
  const { response, parsed } = answer;
  const error = readErrorBody(parsed?.json);
  const code = error?.status ?? response.status;
  const status = String(code);
  const reason = redact(error?.message ?? wordsOf(response.text)) || NOTHING_SAID;
  if (code === 401 || code === 403) throw new AuthError(messages.build.refused({ host, status, reason }));
  if (error?.code === 'rest_no_route') throw new SettingsError(messages.build.no_route({ host }, 'url'));
  if (code === 404 && !parsed) throw new SettingsError(messages.build.wrong_address({ host, status }, 'url'));
  if (error || code >= 300)
    throw new RemoteRefusedError(messages.build.request_refused({ host, path, status, reason }));
  if (!parsed) throw new RemoteDownError(messages.build.not_json({ host, path, excerpt: reason }));
  return parsed.json;
}

/** Whether an error says that the thing asked for is not there (any more). */
export function isGone(error: unknown): boolean {
  return error instanceof RemoteRefusedError && ['404', '410'].includes(error.detail.params['status'] ?? '');
}
