import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '../db/database.ts';
import { member, user, workspace } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { type AuthOptions, createAuth } from './auth.ts';
import { authMessages } from './auth-messages.ts';

// Any fixed number will do: it only has to be ours alone within the database.
const SIGN_UP_LOCK = 7_267_732;

/** Undoes the transaction of a sign-up that the library refused, and carries its answer out. */
class SignUpRefused extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super('sign-up refused');
    this.response = response;
  }
}

/** Whether the first account is still to be made. */
export async function isSetupNeeded(db: Database | Transaction): Promise<boolean> {
  const [first] = await db.select({ id: user.id }).from(user).limit(1);
  return first === undefined;
}

async function giveWorkspace(tx: Transaction, userId: string): Promise<void> {
  const [owner] = await tx.select({ name: user.name }).from(user).where(eq(user.id, userId));
  const id = uuidv7();
  await tx.insert(workspace).values({ id, name: owner?.name ?? '', slug: id });
  await tx.insert(member).values({ id: uuidv7(), organizationId: id, userId, role: 'owner' });
}

async function newUserId(response: Response): Promise<string> {
  const body = (await response.clone().json()) as { user: { id: string } };
  return body.user.id;
}

async function makeOwner(tx: Transaction, request: Request, options: AuthOptions): Promise<Response> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SIGN_UP_LOCK})`);
  if (!(await isSetupNeeded(tx))) throw new Refusal(403, authMessages.build.sign_up_closed());
  const response = await createAuth(tx, options).handler(request);
  if (!response.ok) throw new SignUpRefused(response);
  await giveWorkspace(tx, await newUserId(response));
  return response;
}

/**
 * Makes the first account with its workspace, in one transaction under a lock: of two visitors who sign up at the
 * same moment one becomes the owner and the other is refused, and nobody is left without a workspace.
 *
 * @throws Refusal 403 once an account exists
 */
export async function signUpFirst(db: Database, request: Request, options: AuthOptions): Promise<Response> {
  try {
    return await db.transaction((tx) => makeOwner(tx, request, options));
  } catch (error) {
    if (error instanceof SignUpRefused) return error.response;
    throw error;
  }
}
