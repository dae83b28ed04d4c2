import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { ConnectionType } from '#nodes/kit/connection-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { Connection } from '#schemas/api/connections.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { connection, connectionHealth, flow, run } from '../db/schema/index.ts';
import { foundOr404, Refusal } from '../http/refusal.ts';
import { connectionMessages } from './connection-messages.ts';
import { othersOf, warnOfOthers } from './only-one.ts';

export type ConnectionRow = typeof connection.$inferSelect;
type Scope = Pick<Caller, 'workspaceId'>;

/** @throws Refusal 422 */
export function connectionTypeOf(registry: Registry, id: string): ConnectionType {
  const type = registry.connectionTypes.get(id);
  if (!type) throw new Refusal(422, connectionMessages.build.unknown_type({ type: id }, 'type'));
  return type;
}

/** @throws Refusal 404, also for a connection of another workspace */
export async function findConnection(db: Database | Transaction, scope: Scope, id: string): Promise<ConnectionRow> {
  const inScope = and(eq(connection.id, id), eq(connection.workspaceId, scope.workspaceId));
  return foundOr404(await db.select().from(connection).where(inScope), connectionMessages.build.missing());
}

interface Use {
  readonly id: string;
  readonly name: string;
  readonly bindings: Record<string, string>;
}

async function flowsInUse(db: Database | Transaction, scope: Scope): Promise<Use[]> {
  return db
    .select({ id: flow.id, name: flow.name, bindings: flow.bindings })
    .from(flow)
    .where(and(eq(flow.workspaceId, scope.workspaceId), isNull(flow.archivedAt)))
    .orderBy(flow.name);
}

function usersOf(id: string, flows: readonly Use[]): { id: string; name: string }[] {
  const users = flows.filter((one) => Object.values(one.bindings).includes(id));
  return users.map((one) => ({ id: one.id, name: one.name }));
}

type HealthRow = typeof connectionHealth.$inferSelect;

/** No row means that no call ever failed. */
function presentHealth(row: HealthRow | undefined): Connection['health'] {
  if (!row) return { state: 'closed', failures: 0, retryAt: null, problem: null };
  const { state, failures, retryAt, problem } = row;
  return { state, failures, retryAt: retryAt?.toISOString() ?? null, problem };
}

async function healthOf(db: Database | Transaction, ids: readonly string[]): Promise<Map<string, HealthRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(connectionHealth)
    .where(inArray(connectionHealth.connectionId, [...ids]));
  return new Map(rows.map((row) => [row.connectionId, row]));
}

interface Beside {
  readonly flows: readonly Use[];
  readonly health: ReadonlyMap<string, HealthRow>;
  readonly warnings: Connection['warnings'];
}

function present(row: ConnectionRow, { flows, health, warnings }: Beside): Connection {
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    fields: row.fields,
    secretsSet: row.secretsSet,
    isDemo: row.isDemo,
    status: row.status,
    lastTestedAt: row.lastTestedAt?.toISOString() ?? null,
    lastProblem: row.lastProblem,
    warnings,
    health: presentHealth(health.get(row.id)),
    callsPerSecond: row.callsPerSecond,
    usedBy: usersOf(row.id, flows),
    createdAt: row.createdAt.toISOString(),
  };
}

/** All connections of the caller's workspace, by name. Secrets are not even read. */
export async function listConnections(db: Database, registry: Registry, scope: Scope): Promise<Connection[]> {
  const inScope = eq(connection.workspaceId, scope.workspaceId);
  const rows = await db.select().from(connection).where(inScope).orderBy(connection.name, connection.id);
  const flows = await flowsInUse(db, scope);
  const health = await healthOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const warnings = warnOfOthers(registry.connectionTypes.get(row.type), row, rows);
    return present(row, { flows, health, warnings });
  });
}

export async function readConnection(
  db: Database | Transaction,
  registry: Registry,
  scope: Scope,
  id: string,
): Promise<Connection> {
  const row = await findConnection(db, scope, id);
  const type = registry.connectionTypes.get(row.type);
  const warnings = warnOfOthers(type, row, await othersOf(db, scope.workspaceId, type, id));
  return present(row, { flows: await flowsInUse(db, scope), health: await healthOf(db, [id]), warnings });
}

/** @throws Refusal 409 while a flow, or a run that goes on, works with the connection */
export async function refuseInUse(db: Database | Transaction, scope: Scope, row: ConnectionRow): Promise<void> {
  const { name } = row;
  const users = usersOf(row.id, await flowsInUse(db, scope));
  if (users.length > 0) {
    const flows = users.map((user) => `“${user.name}”`).join(', ');
    throw new Refusal(409, connectionMessages.build.in_use({ name, flows }));
  }
  const going = await db
    .select({ bindings: run.bindings })
    .from(run)
    .where(and(eq(run.workspaceId, scope.workspaceId), inArray(run.status, ['queued', 'running', 'in-review'])));
  if (going.some(({ bindings }) => Object.values(bindings).includes(row.id))) {
    throw new Refusal(409, connectionMessages.build.in_run({ name }));
  }
}
