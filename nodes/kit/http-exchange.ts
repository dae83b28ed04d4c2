import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, request as send } from 'undici';
import { SettingsError } from '#schemas/errors.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import { decodeText, readBytes } from './http-body.ts';
import { httpMessages } from './http-messages.ts';
import type { NetworkGuard } from './network.ts';
import type { Redactor } from './redact.ts';

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** The only headers that another origin gets to see. */
const HARMLESS_HEADERS = new Set(['accept', 'accept-encoding', 'accept-language', 'user-agent']);

/** Connects only to addresses that the guard admits, looked up at the moment of connecting. */
export function createGuardedAgent(network: NetworkGuard): Agent {
  const lookup: LookupFunction = (host, options, callback) => {
    network.resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
  // HTTP/1.1 only: one request a socket keeps an abort or a cut answer to the call that it hit.
  return new Agent({ allowH2: false, connect: { lookup }, headersTimeout: 0, bodyTimeout: 0 });
}

/** The address of a call with its query; http and https only, and no credentials inside. */
export function addressOf(request: HttpRequest, redact: Redactor): URL {
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    const shown = url ? `${url.protocol}//${url.host}${url.pathname}` : request.url.slice(0, 200);
    throw new SettingsError(httpMessages.build.bad_address({ address: redact(shown) }));
  }
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.append(name, value);
  return url;
}

/** What may be shown of an address: no query, no secret in the path. */
export function showAddress(url: URL, redact: Redactor): string {
  return redact(`${url.host}${url.pathname}`);
}

interface Hop {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether credentials were left behind on the way here. */
  readonly stripped: boolean;
}

function lowerNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function joinHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return joined;
}

function isSecretParameter(name: string, value: string, redact: Redactor): boolean {
  const written = `${name}=${value}`;
  return redact(written) !== written;
}

/** The next hop of a redirect. To another origin nothing is taken along that could be a credential. */
function followTo(hop: Hop, target: URL, redact: Redactor): Hop {
  if (target.origin === hop.url.origin) return { ...hop, url: target };
  const url = new URL(target);
  for (const [name, value] of [...url.searchParams]) {
    if (isSecretParameter(name, value, redact)) url.searchParams.delete(name);
  }
  const entries = Object.entries(hop.headers);
  const headers = Object.fromEntries(entries.filter(([name]) => HARMLESS_HEADERS.has(name)));
  const stripped = hop.stripped || url.search !== target.search || Object.keys(headers).length < entries.length;
  return { url, headers, stripped };
}

function redirectRefused(from: URL, to: URL, redact: Redactor): SettingsError {
  const target = `${to.protocol}//${showAddress(to, redact)}`;
  return new SettingsError(httpMessages.build.redirected({ address: showAddress(from, redact), target }));
}

export interface Exchange {
  readonly agent: Agent;
  readonly network: NetworkGuard;
  readonly redact: Redactor;
  readonly userAgent: string;
}

async function callOnce(exchange: Exchange, request: HttpRequest, hop: Hop, signal: AbortSignal) {
  const host = hop.url.hostname.replace(/^\[(.*)\]$/, '$1');
  // A literal address is connected to without a look-up, so the agent's guard does not see it.
  if (isIP(host)) await exchange.network.resolve(host);
  const answer = await send(hop.url, {
    dispatcher: exchange.agent,
    method: request.method ?? 'GET',
    headers: hop.headers,
    body: request.body ?? null,
    signal,
  });
  const headers = joinHeaders(answer.headers);
  const bytes = await readBytes(answer.body, hop.url.host);
  return { status: answer.statusCode, headers, text: await decodeText(bytes, headers, hop.url.host) };
}

/** Where a redirect leads. 303 after a change is no redirect of the call: it was carried out, and its answer is there. */
function targetOf(request: HttpRequest, hop: Hop, response: HttpResponse): URL | null {
  if (response.status === 303 && (request.method ?? 'GET') !== 'GET') return null;
  const { location } = response.headers;
  if (!REDIRECTS.has(response.status) || !location || !URL.canParse(location, hop.url.href)) return null;
  return new URL(location, hop.url);
}

function checkRedirect(request: HttpRequest, hop: Hop, target: URL, hops: number, redact: Redactor): void {
  const isRead = (request.method ?? 'GET') === 'GET';
  const isDowngrade = hop.url.protocol === 'https:' && target.protocol === 'http:';
  const isWeb = /^https?:$/.test(target.protocol) && !target.username && !target.password;
  if (!isRead || isDowngrade || !isWeb || hops >= MOST_REDIRECTS) throw redirectRefused(hop.url, target, redact);
}

/**
 * One call with its redirects: at most three, for GET only, each checked by the guard.
 *
 * @throws SettingsError when a redirect may not be followed, or ends where our credentials would have been needed
 */
export async function callFollowing(
  exchange: Exchange,
  request: HttpRequest,
  url: URL,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const base = { 'user-agent': exchange.userAgent, 'accept-encoding': 'gzip, deflate, br' };
  let hop: Hop = { url, headers: { ...base, ...lowerNames(request.headers ?? {}) }, stripped: false };
  for (let hops = 0; ; hops += 1) {
    const response = await callOnce(exchange, request, hop, signal);
    const target = targetOf(request, hop, response);
    if (!target) {
      const needsCredentials = response.status === 401 || response.status === 403;
      if (hop.stripped && needsCredentials) throw redirectRefused(url, hop.url, exchange.redact);
      return response;
    }
    checkRedirect(request, hop, target, hops, exchange.redact);
    hop = followTo(hop, target, exchange.redact);
  }
}
