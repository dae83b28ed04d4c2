import { text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { workspace } from './accounts.ts';

/** A moment, kept in UTC. */
export const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Ids grow with time (RFC 9562 version 7), so that newest first is an index scan. */
export const newId = () =>
  uuid('id')
    .primaryKey()
    .$defaultFn(() => uuidv7());

/** Whose row it is. A workspace with history cannot be deleted from under it. */
export const workspaceId = () =>
  text('workspace_id')
    .notNull()
    .references(() => workspace.id);
