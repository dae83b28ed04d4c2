import { and, desc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Transaction } from '../db/database.ts';
import { connection, flow, flowDraft, flowVersion, workspace } from '../db/schema/index.ts';
import { definitionHash } from '../flows/definition-hash.ts';
import type { FlowMappings } from '../flows/flow-file.ts';
import { adoptMappings } from '../mappings/flow-mappings.ts';
import type { Services } from '../services.ts';

import type { ConnectionInput } from './read-input.ts';

type Needed = Pick<Services, 'registry' | 'vault'> & { readonly database: Pick<Services['database'], 'db'> };

/** Flows started from the command line live in a workspace of their own, where their postings are remembered. */
export const HEADLESS_WORKSPACE = 'command-line';
const PROGRAM = { workspaceId: HEADLESS_WORKSPACE, userId: 'command-line', role: 'owner' } as const;

async function storeConnection(tx: Transaction, services: Needed, name: string, input: ConnectionInput) {
  const secretNames = services.registry.connectionTypes.get(input.type)?.secrets ?? [];
  const isSecret = ([field]: [string, unknown]) => secretNames.includes(field);
  const pairs = Object.entries(input.fields);
  const secrets = Object.fromEntries(pairs.filter(isSecret).map(([field, value]) => [field, String(value)]));
  const fields = Object.fromEntries(pairs.filter((pair) => !isSecret(pair)));
  const known = and(eq(connection.workspaceId, HEADLESS_WORKSPACE), eq(connection.name, name));
  const [found] = await tx.select({ id: connection.id }).from(connection).where(known);
  const id = found?.id ?? uuidv7();
  const owner = { workspaceId: HEADLESS_WORKSPACE, connectionId: id };
  const row = {
    type: input.type,
    name,
    fields,
    sealedSecrets: services.vault.seal(secrets, owner),
    secretsSet: Object.keys(secrets).filter((field) => secrets[field] !== ''),
  };
  if (found) await tx.update(connection).set(row).where(eq(connection.id, id));
  else await tx.insert(connection).values({ id, workspaceId: HEADLESS_WORKSPACE, ...row });
  return id;
}

async function storeVersion(tx: Transaction, flowId: string, definition: FlowDefinition): Promise<number> {
  const hash = definitionHash(definition);
  const [latest] = await tx
    .select()
    .from(flowVersion)
    .where(eq(flowVersion.flowId, flowId))
    .orderBy(desc(flowVersion.number))
    .limit(1);
  if (latest?.hash === hash) return latest.number;
  const number = (latest?.number ?? 0) + 1;
  await tx.insert(flowVersion).values({ flowId, number, definition, hash, note: 'command line' });
  return number;
}

/**
 * Publishes a flow given on the command line. On a database that stays, the same flow name is the same flow: a second
 * run knows what the first one posted.
 */
export async function publishHeadless(
  services: Needed,
  given: FlowDefinition,
  connections: Readonly<Record<string, ConnectionInput>>,
  mappings: FlowMappings = {},
): Promise<string> {
  return services.database.db.transaction(async (tx) => {
    await tx
      .insert(workspace)
      .values({ id: HEADLESS_WORKSPACE, name: 'Command line', slug: HEADLESS_WORKSPACE })
      .onConflictDoNothing();
    const definition = await adoptMappings(tx, services.registry, PROGRAM, given, mappings);
    const bindings: Record<string, string> = {};
    for (const [slot, input] of Object.entries(connections)) {
      bindings[slot] = await storeConnection(tx, services, `${definition.name}: ${slot}`, input);
    }
    const known = and(eq(flow.workspaceId, HEADLESS_WORKSPACE), eq(flow.name, definition.name));
    const [found] = await tx.select({ id: flow.id }).from(flow).where(known);
    const flowId = found?.id ?? uuidv7();
    if (!found) {
      await tx.insert(flow).values({ id: flowId, workspaceId: HEADLESS_WORKSPACE, name: definition.name });
      await tx.insert(flowDraft).values({ flowId, definition });
    }
    const publishedVersion = await storeVersion(tx, flowId, definition);
    await tx.update(flow).set({ bindings, publishedVersion }).where(eq(flow.id, flowId));
    return flowId;
  });
}
