import type { Database, Transaction } from '../db/database.ts';
import { auditLog } from '../db/schema/index.ts';
import type { Caller } from './caller.ts';

/** Remembers who did what. `subject` is "connection:<id>" or the like; details never hold a secret. */
export async function audit(
  tx: Database | Transaction,
  caller: Caller,
  action: string,
  subject: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  const { workspaceId, userId } = caller;
  await tx.insert(auditLog).values({ workspaceId, userId, action, subject, details });
}
