import { v7 as uuidv7 } from 'uuid';
import type { StepLog } from '#nodes/kit/context.ts';
import type { Message } from '#schemas/messages.ts';
import { connection, workspace } from '../../db/schema/index.ts';
import type { TestDatabase } from '../../db/test-database.ts';

/** A connection of no known type, for what only its id matters. */
export async function insertConnection({ db }: TestDatabase): Promise<string> {
  const id = uuidv7();
  await db.insert(workspace).values({ id: 'limits', name: 'Limits', slug: 'limits' }).onConflictDoNothing();
  const fields = { type: 'acme', name: id, fields: {}, sealedSecrets: '', secretsSet: [] };
  await db.insert(connection).values({ id, workspaceId: 'limits', ...fields });
  return id;
}

/** A step's log that keeps the codes of what was said. */
export function codesLog(): { readonly log: StepLog; readonly codes: string[] } {
  const codes: string[] = [];
  const say = (message: Message) => {
    codes.push(message.code);
  };
  return { log: { debug: say, info: say, warning: say, error: say }, codes };
}
