import { eq } from 'drizzle-orm';
import { identifyKey } from '../api-keys/identify-key.ts';
import { bearerOf } from '../api-keys/key-text.ts';
import type { Database } from '../db/database.ts';
import { member, workspace } from '../db/schema/index.ts';
import type { Auth } from './auth.ts';

const ROLES = ['viewer', 'editor', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** Who calls, and in which workspace: every query is narrowed to it. */
export interface Caller {
  readonly userId: string;
  readonly workspaceId: string;
  readonly role: Role;
  /** Set when a program calls with a key: `userId` is then the person who made the key. */
  readonly apiKeyId?: string;
}

export interface SignedIn {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly workspace: { readonly id: string; readonly name: string; readonly role: Role } | null;
  /** Cookies to hand on: the library prolongs a session that is in use. */
  readonly cookies: readonly string[];
  readonly apiKeyId?: string;
}

function roleOf(text: string): Role {
  return ROLES.find((role) => role === text) ?? 'viewer';
}

export function hasRole(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

async function identifyProgram(db: Database, key: string): Promise<SignedIn | null> {
  const holder = await identifyKey(db, key);
  if (!holder) return null;
  return {
    user: { id: holder.user_id, name: holder.user_name, email: holder.user_email },
    workspace: { id: holder.workspace_id, name: holder.workspace_name, role: holder.role },
    cookies: [],
    apiKeyId: holder.id,
  };
}

/**
 * Reads who calls: a program by its key in the Authorization header, else a person by the session in the cookies. Null for
 * a stranger. A key that is refused is not made up for by a cookie: whoever sends one means it.
 */
export async function identify(db: Database, auth: Auth, headers: Headers): Promise<SignedIn | null> {
  const key = bearerOf(headers);
  if (key !== null) return identifyProgram(db, key);
  if (!headers.has('cookie')) return null;
  const found = await auth.api.getSession({ headers, returnHeaders: true });
  if (!found.response) return null;
  const { id, name, email } = found.response.user;
  const [membership] = await db
    .select({ id: workspace.id, name: workspace.name, role: member.role })
    .from(member)
    .innerJoin(workspace, eq(workspace.id, member.organizationId))
    .where(eq(member.userId, id))
    .orderBy(member.createdAt)
    .limit(1);
  return {
    user: { id, name, email },
    workspace: membership ? { ...membership, role: roleOf(membership.role) } : null,
    cookies: found.headers.getSetCookie(),
  };
}
