import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { Registry } from '#nodes/kit/registry.ts';
import { member, user, workspace } from '../../db/schema/index.ts';
import { type TestDatabase, testDatabase } from '../../db/test-database.ts';
import { createApp } from '../app.ts';
import { type AppDeps, createAppDeps } from '../app-deps.ts';
import { acmeRegistry, acmeTemplate } from './acme.ts';

export const HOST = 'books.example';
const PASSWORD = 'correct horse battery';
type Role = 'owner' | 'editor' | 'viewer';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Calls the API as one person does: with that person's cookie, or as a stranger. */
export type Person = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;

export interface TestApp {
  readonly deps: AppDeps;
  readonly database: TestDatabase;
  /** One call, as if it came from the given address. */
  readonly request: (path: string, init?: RequestInit, address?: string) => Promise<Response>;
  readonly stranger: Person;
  /** A new person in a workspace of its own, or in the given one. */
  readonly person: (options?: {
    role?: Role;
    workspaceId?: string;
  }) => Promise<{ call: Person; workspaceId: string; cookie: string }>;
  /** Everything that was logged. */
  readonly logged: () => string;
  readonly close: () => Promise<void>;
}

export function cookieOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** The application on a real database of its own, without a network server. Every answer is held against the contract. */
export async function startTestApp(
  options: { triesPerMinute?: number; host?: string; registry?: Registry; outgoingAddresses?: readonly string[] } = {},
): Promise<TestApp> {
  const database = await testDatabase();
  const lines: string[] = [];
  const deps = await createAppDeps({
    database,
    registry: options.registry ?? acmeRegistry(),
    templates: [acmeTemplate()],
    config: {
      host: options.host ?? '0.0.0.0',
      secretKey: Buffer.alloc(32, 7),
      allowPrivateNetwork: false,
      outgoingAddresses: options.outgoingAddresses ?? [],
    },
    log: pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }),
    version: '0.0.0-test',
    uiFolder: await mkdtemp(join(tmpdir(), 'ui-')),
    triesPerMinute: options.triesPerMinute ?? 1000,
    checkResponses: true,
  });
  const app = createApp(deps);
  const request: TestApp['request'] = async (path, init = {}, address = '127.0.0.1') => {
    const headers = new Headers(init.headers);
    headers.set('host', HOST);
    const socket = { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' };
    return app.request(`http://${HOST}${path}`, { ...init, headers }, { incoming: { socket } });
  };
  const as = (cookie: string | null): Person => {
    return async (method, path, body, headers = {}) => {
      const response = await request(path, {
        method,
        headers: {
          ...(cookie === null ? {} : { cookie, origin: `http://${HOST}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    };
  };
  const stranger = as(null);
  const person: TestApp['person'] = async ({ role = 'owner', workspaceId } = {}) => {
    const context = await deps.auth.$context;
    const id = uuidv7();
    const email = `${id}@example.com`;
    const home = workspaceId ?? uuidv7();
    await deps.db.insert(user).values({ id, name: 'Someone', email });
    await context.internalAdapter.linkAccount({
      userId: id,
      accountId: id,
      providerId: 'credential',
      password: await context.password.hash(PASSWORD),
    });
    if (workspaceId === undefined) await deps.db.insert(workspace).values({ id: home, name: 'Home', slug: home });
    await deps.db.insert(member).values({ id: uuidv7(), organizationId: home, userId: id, role });
    const signedIn = await stranger('POST', '/api/auth/sign-in/email', { email, password: PASSWORD });
    if (signedIn.status !== 200) throw new Error(`sign-in failed: ${JSON.stringify(signedIn.body)}`);
    const cookie = cookieOf(signedIn.headers);
    return { call: as(cookie), workspaceId: home, cookie };
  };
  const close = async () => {
    await deps.events.close();
    await deps.demos.close();
    await database.drop();
  };
  return { deps, database, request, stranger, person, logged: () => lines.join(''), close };
}
