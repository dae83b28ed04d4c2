import ipaddr from 'ipaddr.js';
import type { CallContext, ConnectionAccess } from '#nodes/kit/context.ts';
import type { HttpRequest } from '#nodes/kit/http.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { ShopAddress } from './address.ts';
import { messages } from './messages.ts';
import { type KeyPair, signQuery } from './oauth.ts';

/** How the key pair travels. */
export type Auth = 'header' | 'query' | 'oauth1';
/** How the API is addressed: by path, or by parameter where the shop's permalinks are plain. */
export type Route = 'path' | 'parameter';

/** What of a call context talking to a shop needs. */
export type ShopContext = Pick<CallContext, 'http' | 'network' | 'now'> & { readonly connection: ConnectionAccess };

/** @throws SettingsError when one of the two is missing */
export function keysOf(connection: ConnectionAccess): KeyPair {
  const key = connection.secrets['consumerKey']?.trim();
  const secret = connection.secrets['consumerSecret']?.trim();
  if (!key || !secret) throw new SettingsError(messages.build.keys_missing('consumerKey'));
  return { key, secret };
}

/** Over http only a host of our own network is called, and only where the guard lets it through. */
async function refusePublicHttp(address: ShopAddress, network: CallContext['network']): Promise<void> {
  const refusal = () => new SettingsError(messages.build.http_refused({ host: address.shop }, 'url'));
  const found = await network.resolve(address.hostname);
  const isPublic = ({ address: ip }: { address: string }) => ipaddr.process(ip).range() === 'unicast';
  if (found.some(isPublic)) throw refusal();
}

/**
 * The ways to try, likeliest first. Over https WooCommerce takes the pair by HTTP Basic; some hosts strip that header,
 * and then the pair goes as parameters. Over http it wants OAuth 1.0a; a proxy that ends TLS in our own network may still
 * stand before a shop that believes to be on https, so the open ways come after.
 *
 * @throws SettingsError for an http address outside our own network
 */
export async function waysToAuthenticate(address: ShopAddress, context: ShopContext): Promise<readonly Auth[]> {
  if (!address.isEncrypted) await refusePublicHttp(address, context.network);
  const chosen = context.connection.fields['auth'];
  if (chosen === 'header' || chosen === 'query' || chosen === 'oauth1') return [chosen];
  return address.isEncrypted ? ['header', 'query'] : ['oauth1', 'header', 'query'];
}

function basic({ key, secret }: KeyPair): string {
  return `Basic ${Buffer.from(`${key}:${secret}`, 'utf8').toString('base64')}`;
}

/** One call below /wc/v3; `body` is sent as JSON. */
export interface ShopCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What of a call is the same whichever way it goes. Caches in front of shops have been seen to answer with an older page. */
function plainRequest({ method, body }: ShopCall) {
  const headers = { accept: 'application/json', 'cache-control': 'no-cache' };
  if (!body) return { method, headers };
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** A call to the WooCommerce API (`path` such as "/orders"), addressed and authenticated the given way. */
export function requestFor(
  call: ShopCall,
  way: { readonly auth: Auth; readonly route: Route },
  address: ShopAddress,
  keys: KeyPair,
  now: Date,
): HttpRequest {
  const resource = `/wc/v3${call.path}`;
  const isPath = way.route === 'path';
  const url = isPath ? `${address.base}/wp-json${resource}` : `${address.base}/`;
  const query = isPath ? call.query : { rest_route: resource, ...call.query };
  const request = { ...plainRequest(call), url };
  if (way.auth === 'header') {
    return { ...request, query, headers: { ...request.headers, authorization: basic(keys) } };
  }
  if (way.auth === 'query') {
    return { ...request, query: { ...query, consumer_key: keys.key, consumer_secret: keys.secret } };
  }
  // WooCommerce signs the bare home address without its trailing slash. A JSON body is no part of the signature.
  const signed = { method: call.method, url: isPath ? url : address.base, query };
  return { ...request, query: signQuery(signed, keys, now) };
}
