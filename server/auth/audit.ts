import type { Database, Transaction } from '../db/database.ts';
import { auditLog } from '../db/schema/index.ts';
import type { Caller } from './caller.ts';

/** Remembers who did what. `subject` is "connection:<id>" or the like; details never hold a secret. What a program did names its key. */
export async function audit(
  tx: Database | Transaction,
  caller: Caller,
  action: string,
  subject: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  const { workspaceId, userId, apiKeyId } = caller;
  const all = apiKeyId === undefined ? details : { ...details, apiKey: apiKeyId };
  await tx.insert(auditLog).values({ workspaceId, userId, action, subject, details: all });
}
