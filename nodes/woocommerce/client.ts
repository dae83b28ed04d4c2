import type { HttpRequest } from '#nodes/kit/http.ts';
import { createRedactor } from '#nodes/kit/redact.ts';
import { RemoteDownError } from '#schemas/errors.ts';
import {
  type Auth,
  keysOf,
  type Route,
  requestFor,
  type ShopCall,
  type ShopContext,
  waysToAuthenticate,
} from './access.ts';
import { parseShopAddress, type ShopAddress } from './address.ts';
import { type Answer, dataOf } from './judge-answer.ts';
import { messages } from './messages.ts';
import type { KeyPair } from './oauth.ts';
import { parseNoisyJson } from './parse-json.ts';

type Query = Readonly<Record<string, string>>;

/** A list or an object as the shop gave it. */
export interface ShopAnswer {
  readonly json: unknown;
  /** X-WP-Total and X-WP-TotalPages; null when a proxy dropped them. */
  readonly total: number | null;
  readonly pages: number | null;
}

/** Calls one shop. Every failure is a PasserelleError without a key in it. */
export interface ShopClient {
  readonly address: ShopAddress;
  /** @param path below /wc/v3, such as "/orders" */
  readonly get: (path: string, query?: Query) => Promise<ShopAnswer>;
  /** A call that changes something at the shop; never books anything. */
  readonly change: (call: Omit<ShopCall, 'query'> & { readonly query?: Query }) => Promise<unknown>;
}

interface Way {
  readonly auth: Auth;
  readonly route: Route;
}
interface Session {
  readonly context: ShopContext;
  readonly address: ShopAddress;
  readonly keys: KeyPair;
  readonly auths: readonly Auth[];
  /** Name of the connection in `provenWays`. */
  readonly memory: string;
}
type WayAnswer = Answer & { readonly way: Way };

/** The way that worked last, per connection, for the rest of the process. */
const provenWays = new Map<string, Way>();

const CERTIFICATE = /^(CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_TLS|ERR_SSL)/;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

async function send(session: Session, request: HttpRequest): Promise<Answer> {
  try {
    const response = await session.context.http.send(request);
    return { response, parsed: parseNoisyJson(response.text) };
  } catch (error) {
    const reason = error instanceof RemoteDownError ? codeOf(error.cause) : '';
    if (!CERTIFICATE.test(reason)) throw error;
    throw new RemoteDownError(messages.build.certificate({ host: session.address.shop, reason }), { cause: error });
  }
}

/** An answer without data may mean plain permalinks: then the same call by parameter gets data. */
async function askOneWay(session: Session, call: ShopCall, way: Way): Promise<WayAnswer> {
  const { address, keys, context } = session;
  const answer = await send(session, requestFor(call, way, address, keys, context.now()));
  const { status } = answer.response;
  const mayBePlain = !answer.parsed && (status === 200 || status === 404) && !provenWays.has(session.memory);
  if (!mayBePlain) return { ...answer, way };
  const other: Way = { ...way, route: 'parameter' };
  const again = await send(session, requestFor(call, other, address, keys, context.now()));
  return again.parsed ? { ...again, way: other } : { ...answer, way };
}

/** The proven way first, then the others: keys and hosts change. */
function waysInOrder(session: Session): Way[] {
  const proven = provenWays.get(session.memory);
  const auths = proven ? [proven.auth, ...session.auths.filter((auth) => auth !== proven.auth)] : session.auths;
  // A call that is sent again after a broken connection carries a nonce that the shop may have seen: it is signed anew.
  const tries = auths.flatMap((auth) => (auth === 'oauth1' ? [auth, auth] : [auth]));
  return tries.map((auth) => ({ auth, route: proven?.route ?? 'path' }));
}

/**
 * A firewall that strips a header may answer 403 as well as 401. Once a way is proven, a 403 is about the right to see
 * this one thing, and no other way would change it.
 */
function mayHelpToAskOtherwise(status: number, session: Session): boolean {
  return status === 401 || (status === 403 && !provenWays.has(session.memory));
}

async function askEveryWay(session: Session, call: ShopCall): Promise<WayAnswer> {
  let refusal: WayAnswer | null = null;
  for (const way of waysInOrder(session)) {
    const answer = await askOneWay(session, call, way);
    if (!mayHelpToAskOtherwise(answer.response.status, session)) return answer;
    // The first refusal explains best: it came from the way that this shop is most likely to understand.
    refusal ??= answer;
  }
  if (!refusal) throw new Error('there is always a way to authenticate');
  return refusal;
}

function count(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number.parseInt(header, 10) : null;
}

/**
 * Opens a shop.
 *
 * @throws SettingsError when the address is none, is a public http address, or a key is missing; `get` and `change`
 *   throw what `dataOf` says, and RemoteDownError when the shop cannot be reached
 */
export async function openShop(context: ShopContext): Promise<ShopClient> {
  const address = parseShopAddress(String(context.connection.fields['url'] ?? ''));
  const keys = keysOf(context.connection);
  const auths = await waysToAuthenticate(address, context);
  const session: Session = { context, address, keys, auths, memory: `${context.connection.id} ${address.base}` };
  const redact = createRedactor([keys.key, keys.secret]);
  const ask = async (call: ShopCall): Promise<ShopAnswer> => {
    const answer = await askEveryWay(session, call);
    const json = dataOf(answer, call.path, address.shop, redact);
    provenWays.set(session.memory, answer.way);
    const { headers } = answer.response;
    return { json, total: count(headers['x-wp-total']), pages: count(headers['x-wp-totalpages']) };
  };
  return {
    address,
    get: (path, query = {}) => ask({ method: 'GET', path, query }),
    change: async ({ query = {}, ...call }) => (await ask({ ...call, query })).json,
  };
}
