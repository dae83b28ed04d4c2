import { eq } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { ConnectionTest } from '#schemas/api/connections.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import { connection } from '../db/schema/index.ts';
import { endRest } from '../limits/end-rest.ts';
import { callTest } from './call-test.ts';
import { connectionTypeOf, findConnection } from './connection-rows.ts';
import { othersOf, warnOfOthers } from './only-one.ts';
import { NOTHING_KEPT, splitFields } from './split-fields.ts';
import { type ConnectionServices, openSecrets } from './write-connection.ts';

export interface TestingServices extends ConnectionServices {
  readonly log: Logger;
  readonly config: { readonly allowPrivateNetwork: boolean };
}

/**
 * Tests a stored connection and remembers the result. A system that answers is rested no longer, and the runs that wait
 * for it go on.
 *
 * @throws Refusal 404; what the system answers is in the result, never thrown
 */
export async function testConnection(services: TestingServices, caller: Caller, id: string): Promise<ConnectionTest> {
  const { db, registry, vault, log, config } = services;
  const row = await findConnection(db, caller, id);
  const type = connectionTypeOf(registry, row.type);
  const access = { id, type: row.type, fields: row.fields, secrets: openSecrets(vault, row) };
  // Our own demo stands on loopback; its fields cannot be changed, so this opens nothing else.
  const result = await callTest(type, access, { log, allowPrivate: row.isDemo || config.allowPrivateNetwork });
  const status = result.ok ? ('ok' as const) : ('failing' as const);
  await db.transaction(async (tx) => {
    const columns = { status, lastTestedAt: new Date(), lastProblem: result.problem };
    await tx.update(connection).set(columns).where(eq(connection.id, id));
    if (result.ok) await endRest(tx, caller.workspaceId, id);
    await audit(tx, caller, 'connection.tested', `connection:${id}`, { status });
  });
  return result;
}

/**
 * Tests fields that are not stored. Secrets left out are taken from the stored connection that is being changed.
 *
 * @throws Refusal 404 · 422 with every field that is wrong
 */
export async function tryConnection(
  services: TestingServices,
  caller: Caller,
  input: {
    readonly type: string;
    readonly fields: Record<string, unknown>;
    readonly connectionId?: string | undefined;
  },
): Promise<ConnectionTest> {
  const { db, registry, vault, log, config } = services;
  const stored = input.connectionId === undefined ? null : await findConnection(db, caller, input.connectionId);
  const type = connectionTypeOf(registry, stored?.type ?? input.type);
  const kept = stored ? { fields: stored.fields, secrets: openSecrets(vault, stored) } : NOTHING_KEPT;
  const { fields, secrets } = splitFields(type, input.fields, kept);
  const access = { id: stored?.id ?? '', type: type.id, fields, secrets };
  const result = await callTest(type, access, { log, allowPrivate: config.allowPrivateNetwork });
  const warnings = warnOfOthers(type, access, await othersOf(db, caller.workspaceId, type, stored?.id ?? null));
  return { ...result, findings: [...warnings, ...result.findings] };
}
