import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { FakeRegistrations, FakeServer } from '#nodes/kit/testing.ts';
import { createAuthCheck } from './fake-auth.ts';
import { FakeWebhooks } from './fake-webhooks.ts';
import { FaultPlan, type ShopFault, sendHalf, spoil } from './faults.ts';
import { type Listed, listOrders, pageOf } from './list-orders.ts';
import { routeReferences } from './reference-lists.ts';
import { type RawRecord, type ShopData, withDecimals } from './shop-data.ts';
import { badSecret, noOrder, noRoute, noWebhook, noWrite, type ShopErrorAnswer } from './shop-errors.ts';

export interface FakeOptions {
  readonly shop: ShopData;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly acceptBasicOverHttp?: boolean;
  readonly dropsHeader?: boolean;
  /** Permalinks are plain: only ?rest_route= reaches the API. */
  readonly plainPermalinks?: boolean;
  /** A proxy drops X-WP-Total and X-WP-TotalPages. */
  readonly dropsCounts?: boolean;
  /** The key has the permission "Read" only. */
  readonly readOnly?: boolean;
  /** Folder that the shop lives in: "/boutique". */
  readonly folder?: string;
}

/** A running fake shop; `shop` may be changed while it runs. */
export interface FakeShop extends FakeServer {
  readonly shop: ShopData;
  readonly hooks: FakeWebhooks;
  readonly misbehave: (fault: ShopFault, options?: { readonly times?: number; readonly after?: number }) => void;
}

const KEYS = { key: `ck_${'1a2b3c4d'.repeat(5)}`, secret: `cs_${'9f8e7d6c'.repeat(5)}` };
type ShopContext = Context<{ Bindings: HttpBindings }>;

/** What a route answers: a list with its counts, one thing, or an error. */
type Answered = Listed | ShopErrorAnswer | { readonly thing: unknown };

const NOT_FOUND_PAGE = '<!doctype html><html><body><h1>404</h1></body></html>';

function byId(records: readonly RawRecord[], id: string | undefined): RawRecord | undefined {
  return records.find((record) => String(record['id']) === id);
}

interface ShopCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: RawRecord;
}

/** /webhooks: the one thing of the shop that we change. */
async function routeWebhooks({ method, query, body }: ShopCall, id: string | undefined, hooks: FakeWebhooks) {
  if (method === 'GET') return pageOf(hooks.list(), query);
  if (method === 'POST') return { thing: await hooks.create(body) };
  const thing = method === 'PUT' ? await hooks.update(id ?? '', body) : hooks.remove(id ?? '');
  return thing === null ? noWebhook : { thing };
}

function included(records: readonly RawRecord[], query: URLSearchParams): RawRecord[] {
  const include = query.get('include')?.split(',') ?? [];
  return records.filter((record) => include.length === 0 || include.includes(String(record['id'])));
}

function routeRefunds(query: URLSearchParams, shop: ShopData): Listed | ShopErrorAnswer {
  const all = [...shop.refunds].flatMap(([parent_id, refunds]) => refunds.map((one) => ({ ...one, parent_id })));
  return pageOf(included(all, query), query);
}

/** Answers a path below /wp-json. */
async function route(call: ShopCall, shop: ShopData, hooks: FakeWebhooks): Promise<Answered> {
  const { path, query } = call;
  if (path === '' || path === '/') return { thing: { name: 'Fake shop', namespaces: ['wc/v3'] } };
  const parts = path.replace(/^\/wc\/v3\//, '').split('/');
  const [resource, id, part] = parts;
  if (!path.startsWith('/wc/v3/')) return noRoute;
  if (resource === 'webhooks') return routeWebhooks(call, id, hooks);
  if (call.method !== 'GET') return noRoute;
  if (resource === 'orders' && id === undefined) return listOrders(shop.orders, query);
  if (resource === 'orders') {
    const order = byId(shop.orders, id);
    if (!order) return noOrder;
    return part === 'refunds' ? pageOf(shop.refunds.get(order['id'] as number) ?? [], query) : { thing: order };
  }
  if (resource === 'refunds') return routeRefunds(query, shop);
  if (resource === 'taxes' && id === undefined) return pageOf(shop.taxes, query);
  if (resource === 'taxes') return byId(shop.taxes, id) ? { thing: byId(shop.taxes, id) } : noOrder;
  if (resource === 'products' && id === undefined) return pageOf(included(shop.products ?? [], query), query);
  if (resource === 'payment_gateways') return { thing: shop.gateways };
  if (resource === 'settings' && (id === 'general' || id === 'tax')) return { thing: shop.settings[id] };
  const reference = routeReferences(parts, shop.lists) ?? noRoute;
  return 'paged' in reference ? pageOf(reference.paged, query) : reference;
}

function linkHeader(url: URL, page: number, pages: number): string {
  const to = (target: number, rel: string) => {
    const link = new URL(url);
    link.searchParams.set('page', String(target));
    return `<${link.href}>; rel="${rel}"`;
  };
  return [...(page > 1 ? [to(page - 1, 'prev')] : []), ...(page < pages ? [to(page + 1, 'next')] : [])].join(', ');
}

function toResponse(c: ShopContext, answered: Answered, fault: ShopFault | null, dropsCounts: boolean): Response {
  const url = new URL(c.req.url);
  const dp = Number.parseInt(url.searchParams.get('dp') ?? '2', 10);
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=UTF-8' };
  let status = 200;
  let body: unknown;
  if ('rows' in answered) {
    body = withDecimals(answered.rows, dp);
    const link = linkHeader(url, Number.parseInt(url.searchParams.get('page') ?? '1', 10), answered.pages);
    if (link) headers['link'] = link;
    if (!dropsCounts) headers['x-wp-total'] = String(answered.total);
    if (!dropsCounts) headers['x-wp-totalpages'] = String(answered.pages);
  } else if ('thing' in answered) body = withDecimals(answered.thing, dp);
  else ({ status, body } = answered);
  const text = JSON.stringify(body);
  if (fault?.kind === 'cut-answer') {
    sendHalf(c.env.outgoing as Parameters<typeof sendHalf>[0], text);
    return RESPONSE_ALREADY_SENT;
  }
  if (fault?.kind === 'html-instead') headers['content-type'] = 'text/html';
  return new Response(fault ? spoil(text, fault) : text, { status, headers });
}

function error(answer: ShopErrorAnswer, headers: Record<string, string> = {}): Response {
  return Response.json(answer.body, { status: answer.status, headers });
}

/** Faults that come before the shop looks at the call. */
async function failEarly(c: ShopContext, fault: ShopFault, closing: Promise<void>): Promise<Response | null> {
  switch (fault.kind) {
    case 'throttle':
      return new Response('Too Many Requests', {
        status: 429,
        headers: { 'retry-after': String(fault.retryAfterSeconds) },
      });
    case 'error':
      return new Response('<html><body>Service Unavailable</body></html>', { status: fault.status });
    case 'refuse-credentials':
      return error(badSecret);
    case 'close':
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'hang':
      await closing;
      return RESPONSE_ALREADY_SENT;
    default:
      return null;
  }
}

async function bodyOf(c: ShopContext): Promise<RawRecord> {
  const text = await c.req.text();
  return text === '' ? {} : (JSON.parse(text) as RawRecord);
}

function createApp(
  options: FakeOptions,
  hooks: FakeWebhooks,
  plan: FaultPlan,
  count: () => void,
  closing: Promise<void>,
): Hono<{ Bindings: HttpBindings }> {
  const { folder = '', shop, plainPermalinks = false } = options;
  const check = createAuthCheck({
    keys: KEYS,
    acceptBasicOverHttp: options.acceptBasicOverHttp ?? true,
    dropsHeader: options.dropsHeader ?? false,
  });
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all('*', async (c) => {
    count();
    const fault = plan.next();
    const early = fault ? await failEarly(c, fault, closing) : null;
    if (early) return early;
    const url = new URL(c.req.url);
    const byParameter = url.pathname === `${folder}/` ? url.searchParams.get('rest_route') : null;
    const prefix = `${folder}/wp-json`;
    const byPath = !plainPermalinks && url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : null;
    const path = byParameter ?? byPath;
    if (path === null) return new Response(NOT_FOUND_PAGE, { status: 404, headers: { 'content-type': 'text/html' } });
    const signedUrl = byParameter === null ? `${url.origin}${url.pathname}` : `${url.origin}${folder}`;
    const query = Object.fromEntries(url.searchParams);
    const { method } = c.req;
    const refusal =
      path === '' || path === '/'
        ? null
        : check({ method, url: signedUrl, query, authorization: c.req.header('authorization') });
    if (refusal) return error(refusal);
    if (options.readOnly && method !== 'GET') return error(noWrite);
    const call = { method, path, query: url.searchParams, body: await bodyOf(c) };
    return toResponse(c, await route(call, shop, hooks), fault, options.dropsCounts ?? false);
  });
  return app;
}

function listen(app: Hono<{ Bindings: HttpBindings }>, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, () => resolve(server as Server));
    server.on('error', reject);
  });
}

/** The webhooks as the conformance suite looks at them. */
function registrationsOf(hooks: FakeWebhooks, shop: string): FakeRegistrations {
  return {
    present: () => hooks.rows.map((row) => ({ address: row.delivery_url, isActive: row.status === 'active' })),
    meddle: (how) => hooks.meddle(how),
    sample: (secret) => {
      const { call, orderId } = hooks.sample(secret);
      return { call, key: `woocommerce:${shop}:sale:${orderId}` };
    },
  };
}

/** Starts a fake shop on loopback. It answers as WooCommerce 11.0.1 does, as far as this connector asks. */
export async function startFakeShop(options: FakeOptions): Promise<FakeShop> {
  const plan = new FaultPlan();
  const closing = Promise.withResolvers<void>();
  const hooks = new FakeWebhooks(options.shop);
  let calls = 0;
  const app = createApp(
    options,
    hooks,
    plan,
    () => {
      calls += 1;
    },
    closing.promise,
  );
  const server = await listen(app, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const shopName = `127.0.0.1:${port}${options.folder ?? ''}`;
  return {
    shop: options.shop,
    hooks,
    webhooks: registrationsOf(hooks, shopName),
    fields: { url: `http://127.0.0.1:${port}${options.folder ?? ''}`, auth: 'auto' },
    secrets: { consumerKey: KEYS.key, consumerSecret: KEYS.secret },
    misbehave: (fault, faultOptions) => plan.add(fault, faultOptions),
    calls: () => calls,
    close: () => {
      closing.resolve();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
