import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { Endpoint } from '#schemas/api/endpoint.ts';
import { apiErrorSchema } from '#schemas/api/shared.ts';
import { bearerOf } from '../api-keys/key-text.ts';
import { authMessages } from '../auth/auth-messages.ts';
import { type Caller, hasRole, identify, type SignedIn } from '../auth/caller.ts';
import type { AppDeps } from './app-deps.ts';
import { readPart } from './describe-issues.ts';
import { readJson, readQuery } from './read-json.ts';
import { Refusal } from './refusal.ts';
import { suitedCookie } from './secure-cookie.ts';

/** A call whose parts have the shape of the contract and whose caller may make it. */
export interface Call<Params, Query, Body> {
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Value of a request header; undefined without one. */
  readonly header: (name: string) => string | undefined;
}

/** Where operations are registered, and with what they work. */
export interface ApiRoom {
  readonly app: OpenAPIHono;
  readonly deps: AppDeps;
}

/** What an operation without a result answers. */
export const DONE = { ok: true } as const;

interface Parts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}
type AnyEndpoint = Pick<Endpoint, 'method' | 'path' | 'summary' | 'role' | 'params' | 'query'> & {
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
};

async function readParts(c: Context, endpoint: AnyEndpoint): Promise<Parts> {
  return {
    params: endpoint.params ? readPart(endpoint.params, c.req.param(), 'params') : {},
    query: endpoint.query ? readPart(endpoint.query, readQuery(c), 'query') : {},
    body: endpoint.body ? readPart(endpoint.body, await readJson(c), 'body') : undefined,
  };
}

/** Reads who calls and hands on the cookies of a prolonged session. */
async function signedIn(c: Context, deps: AppDeps): Promise<SignedIn | null> {
  const found = await identify(deps.db, deps.auth, c.req.raw.headers);
  for (const cookie of found?.cookies ?? []) c.header('set-cookie', suitedCookie(c, cookie), { append: true });
  return found;
}

/**
 * The caller of a request.
 *
 * @throws Refusal 401 without a session or with a key that opens nothing, 403 with too low a role
 */
export async function callerOf(c: Context, deps: AppDeps, needed: Caller['role']): Promise<Caller> {
  const found = await signedIn(c, deps);
  if (!found?.workspace) {
    const isKey = bearerOf(c.req.raw.headers) !== null;
    throw new Refusal(401, isKey ? authMessages.build.key_refused() : authMessages.build.sign_in_needed());
  }
  const { id, role } = found.workspace;
  if (!hasRole(role, needed)) throw new Refusal(403, authMessages.build.role_too_low({ role, needed }));
  const { apiKeyId } = found;
  return { userId: found.user.id, workspaceId: id, role, ...(apiKeyId === undefined ? {} : { apiKeyId }) };
}

const REFUSALS = {
  400: 'The request is not as the contract says',
  401: 'No session, and no key',
  403: 'The role does not allow this, or another website asks',
  404: 'Nothing with this id in the workspace',
  409: 'Somebody else was faster',
  422: 'Well formed, but it cannot be done; the message says what to do',
} as const;

function document(app: OpenAPIHono, endpoint: AnyEndpoint): void {
  const refusal = (description: string) => ({
    description,
    content: { 'application/json': { schema: apiErrorSchema } },
  });
  const refusals = Object.entries(REFUSALS).map(([status, description]) => [status, refusal(description)]);
  app.openAPIRegistry.registerPath({
    method: endpoint.method,
    path: `/api${endpoint.path}`,
    summary: endpoint.summary,
    ...(endpoint.role === 'public' ? {} : { security: [{ apiKey: [] }] }),
    description: endpoint.role === 'public' ? 'Needs no session.' : `Needs the role ${endpoint.role}.`,
    request: {
      ...(endpoint.params ? { params: endpoint.params } : {}),
      ...(endpoint.query ? { query: endpoint.query } : {}),
      ...(endpoint.body ? { body: { content: { 'application/json': { schema: endpoint.body } } } } : {}),
    },
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: endpoint.response } } },
      ...Object.fromEntries(refusals),
    },
  });
}

function register({ app, deps }: ApiRoom, endpoint: AnyEndpoint, answer: (c: Context) => Promise<unknown>): void {
  document(app, endpoint);
  const path = `/api${endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  app.on(endpoint.method.toUpperCase(), path, async (c) => {
    const result = await answer(c);
    // In tests every answer is held against the contract; in service that would read each entry a second time.
    if (deps.checkResponses) endpoint.response.parse(result);
    c.header('cache-control', 'no-store');
    return c.json(result);
  });
}

/**
 * Serves one operation of the contract: checks role, shape and origin, then calls the handler.
 *
 * @example
 * implement(room, flowEndpoints.getFlow, ({ caller, params }) => readFlow(deps, caller, params.id));
 */
export function implement<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(
  room: ApiRoom,
  endpoint: Endpoint<Params, Query, Body, Response>,
  handle: (call: Call<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<z.input<Response>>,
): void {
  const { role } = endpoint;
  if (role === 'public') throw new Error(`${endpoint.path} is public: use implementPublic`);
  register(room, endpoint, async (c) => {
    const caller = await callerOf(c, room.deps, role);
    const { params, query, body } = await readParts(c, endpoint);
    return handle({
      caller,
      params: params as z.output<Params>,
      query: query as z.output<Query>,
      body: body as z.output<Body>,
      header: (name) => c.req.header(name),
    });
  });
}

/** Serves an operation that needs no session; it may still look at one. */
export function implementPublic<Response extends z.ZodType>(
  room: ApiRoom,
  endpoint: Endpoint<z.ZodObject<Record<string, never>>, z.ZodObject<Record<string, never>>, z.ZodUndefined, Response>,
  handle: (found: SignedIn | null) => Promise<z.input<Response>>,
): void {
  register(room, endpoint, async (c) => handle(await signedIn(c, room.deps)));
}
