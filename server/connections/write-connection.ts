import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Registry } from '#nodes/kit/registry.ts';
import type { Connection, connectionInputSchema } from '#schemas/api/connections.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { connection } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import type { Vault } from '../vault/vault.ts';
import { connectionMessages } from './connection-messages.ts';
import {
  type ConnectionRow,
  connectionTypeOf,
  findConnection,
  readConnection,
  refuseInUse,
} from './connection-rows.ts';
import { NOTHING_KEPT, type SplitFields, splitFields } from './split-fields.ts';

export interface ConnectionServices {
  readonly db: Database;
  readonly registry: Registry;
  readonly vault: Vault;
}
type ConnectionInput = z.output<typeof connectionInputSchema>;

/** The columns that hold the fields, with the secret ones sealed to this row. */
export function fieldColumns(vault: Vault, owner: { id: string; workspaceId: string }, split: SplitFields) {
  return {
    fields: split.fields,
    sealedSecrets: vault.seal(split.secrets, { workspaceId: owner.workspaceId, connectionId: owner.id }),
    secretsSet: Object.keys(split.secrets)
      .filter((name) => split.secrets[name] !== '')
      .sort(),
  };
}

/** @throws SettingsError when the installation's key does not open them */
export function openSecrets(vault: Vault, row: ConnectionRow): Record<string, string> {
  return vault.open(row.sealedSecrets, { workspaceId: row.workspaceId, connectionId: row.id });
}

/**
 * Stores a connection; its secrets are sealed before they reach the database.
 *
 * @throws Refusal 422 with every field that is wrong
 */
export async function createConnection(
  { db, registry, vault }: ConnectionServices,
  caller: Caller,
  input: ConnectionInput,
): Promise<Connection> {
  const type = connectionTypeOf(registry, input.type);
  const split = splitFields(type, input.fields, NOTHING_KEPT);
  const owner = { id: uuidv7(), workspaceId: caller.workspaceId };
  return db.transaction(async (tx) => {
    await tx.insert(connection).values({
      ...owner,
      type: type.id,
      name: input.name,
      callsPerSecond: input.callsPerSecond ?? null,
      ...fieldColumns(vault, owner, split),
    });
    await audit(tx, caller, 'connection.created', `connection:${owner.id}`, { type: type.id, name: input.name });
    return readConnection(tx, registry, caller, owner.id);
  });
}

/** What changes when fields are given: they are checked together with the secrets that are kept. */
function changedFields({ registry, vault }: ConnectionServices, row: ConnectionRow, given: Record<string, unknown>) {
  if (row.isDemo) throw new Refusal(422, connectionMessages.build.demo_fixed());
  const type = connectionTypeOf(registry, row.type);
  // Credentials that no key opens any more must not stand in the way of entering them anew.
  const isComplete = row.secretsSet.every((name) => typeof given[name] === 'string' && given[name] !== '');
  const split = splitFields(
    type,
    given,
    isComplete ? NOTHING_KEPT : { fields: row.fields, secrets: openSecrets(vault, row) },
  );
  const untested = { status: 'untested' as const, lastTestedAt: null, lastProblem: null };
  return { ...fieldColumns(vault, row, split), ...untested };
}

async function lockConnection(tx: Transaction, caller: Caller, id: string): Promise<ConnectionRow> {
  const inScope = and(eq(connection.id, id), eq(connection.workspaceId, caller.workspaceId));
  await tx.select({ id: connection.id }).from(connection).where(inScope).for('update');
  return findConnection(tx, caller, id);
}

/**
 * Changes name or fields; a secret left out keeps its value. Changed fields have to be tested again.
 *
 * @throws Refusal 404 · 422
 */
export async function updateConnection(
  services: ConnectionServices,
  caller: Caller,
  id: string,
  input: {
    readonly name?: string | undefined;
    readonly fields?: Record<string, unknown> | undefined;
    readonly callsPerSecond?: number | null | undefined;
  },
): Promise<Connection> {
  return services.db.transaction(async (tx) => {
    const row = await lockConnection(tx, caller, id);
    const changes = {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.fields === undefined ? {} : changedFields(services, row, input.fields)),
      ...(input.callsPerSecond === undefined ? {} : { callsPerSecond: input.callsPerSecond }),
      updatedAt: new Date(),
    };
    await tx.update(connection).set(changes).where(eq(connection.id, id));
    const fields = Object.keys(input.fields ?? {}).sort();
    const { callsPerSecond } = input;
    const details = {
      name: input.name ?? row.name,
      fields,
      ...(callsPerSecond === undefined ? {} : { callsPerSecond }),
    };
    await audit(tx, caller, 'connection.updated', `connection:${id}`, details);
    return readConnection(tx, services.registry, caller, id);
  });
}

/** @throws Refusal 404 · 409 while something works with it */
export async function deleteConnection(db: Database, caller: Caller, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockConnection(tx, caller, id);
    await refuseInUse(tx, caller, row);
    await tx.delete(connection).where(eq(connection.id, id));
    await audit(tx, caller, 'connection.deleted', `connection:${id}`, { type: row.type, name: row.name });
  });
}
