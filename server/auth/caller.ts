import { eq } from 'drizzle-orm';
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
}

export interface SignedIn {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly workspace: { readonly id: string; readonly name: string; readonly role: Role } | null;
  /** Cookies to hand on: the library prolongs a session that is in use. */
  readonly cookies: readonly string[];
}

function roleOf(text: string): Role {
  return ROLES.find((role) => role === text) ?? 'viewer';
}

export function hasRole(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Reads the session from the request's cookies; null for a stranger. */
export async function identify(db: Database, auth: Auth, headers: Headers): Promise<SignedIn | null> {
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
