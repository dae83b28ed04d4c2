import type { CallContext, ConnectionAccess } from '#nodes/kit/context.ts';
import type { HttpRequest, HttpResponse } from '#nodes/kit/http.ts';
import { SettingsError } from '#schemas/errors.ts';
import { httpTargetMessages } from './messages.ts';
import { signCall } from './sign.ts';

/** The receiver, as its connection describes it. */
export interface Account {
  /** Without a slash at its end. */
  readonly url: string;
  /** How messages call it. */
  readonly host: string;
  readonly signingSecret: string;
  /** '' where the receiver wants none. */
  readonly token: string;
}

/** @throws SettingsError for an address that is no web address, or has a query in which a secret could stand */
export function accountOf({ fields, secrets }: ConnectionAccess): Account {
  const text = String(fields['url'] ?? '').trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new SettingsError(httpTargetMessages.build.bad_address('url'));
  }
  return {
    url: url.href.replace(/\/+$/, ''),
    host: url.host,
    signingSecret: secrets['signingSecret'] ?? '',
    token: secrets['token'] ?? '',
  };
}

interface Call extends Pick<HttpRequest, 'method' | 'headers' | 'timeoutMs'> {
  readonly url: string;
  readonly body?: string;
}

/**
 * Makes one signed call and no second one: whether to call again is the engine's to decide, which knows what an earlier
 * call may have done.
 */
export function callReceiver(
  { http, now }: Pick<CallContext, 'http' | 'now'>,
  account: Account,
  call: Call,
): Promise<HttpResponse> {
  const { body, headers, ...rest } = call;
  return http.send({
    ...rest,
    ...(body === undefined ? {} : { body }),
    retries: 0,
    headers: {
      accept: 'application/json',
      ...headers,
      ...signCall(account.signingSecret, body ?? '', now()),
      ...(account.token === '' ? {} : { authorization: `Bearer ${account.token}` }),
    },
  });
}
