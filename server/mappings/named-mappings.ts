import { and, eq, inArray, isNull } from 'drizzle-orm';
import { mappingsOf } from '#flows/mappings-of.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FieldSchema } from '#nodes/kit/schema-fields.ts';
import type { FlowProblem } from '#schemas/api/flows.ts';
import type { FlowDefinition, FlowNode } from '#schemas/flow.ts';
import type { Transaction } from '../db/database.ts';
import { mapping } from '../db/schema/index.ts';
import { mappingMessages } from './mapping-messages.ts';
import type { Db, Scope } from './mapping-rows.ts';

const { build } = mappingMessages;

/** An id that a person did not write: the database refuses to compare others. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Ids of the mappings that one node of a flow names. */
function namedBy(registry: Registry, flow: FlowDefinition, node: string): string[] {
  const found = flow.nodes[node];
  return found ? mappingsOf({ ...flow, nodes: { [node]: found } }, registry) : [];
}

/** Settings of a node that name mapping tables. */
export function settingsNaming(registry: Registry, node: FlowNode): string[] {
  const schema = registry.nodeTypes.get(node.type)?.config as FieldSchema | undefined;
  const fields = Object.entries(schema?.properties ?? {});
  return fields.filter(([, field]) => 'format' in field && field.format === 'mapping').map(([name]) => name);
}

/** The mapping that a node of a flow names; null when it names none. */
export function mappingOfNode(registry: Registry, flow: FlowDefinition, node: string): string | null {
  return namedBy(registry, flow, node)[0] ?? null;
}

/** Nodes that name mapping tables which the workspace does not have, or which were put away. */
export async function findMappingProblems(
  db: Db,
  registry: Registry,
  scope: Scope,
  flow: FlowDefinition,
): Promise<FlowProblem[]> {
  const ids = mappingsOf(flow, registry);
  if (ids.length === 0) return [];
  const here = and(eq(mapping.workspaceId, scope.workspaceId), inArray(mapping.id, ids.filter(isUuid)));
  const rows = await db.select().from(mapping).where(here);
  const known = new Map(rows.map((row) => [row.id, row]));
  return Object.keys(flow.nodes).flatMap((node) =>
    namedBy(registry, flow, node).flatMap((id) => {
      const row = known.get(id);
      if (row?.archivedAt === null) return [];
      const title = flow.nodes[node]?.title ?? node;
      const message = row ? build.put_away({ node: title, name: row.name }) : build.not_there({ node: title });
      return [{ node, message }];
    }),
  );
}

/** Keeps the mapping tables of a definition from being put away until the transaction ends. */
export async function holdMappings(
  tx: Transaction,
  registry: Registry,
  scope: Scope,
  flow: FlowDefinition,
): Promise<void> {
  const ids = mappingsOf(flow, registry).filter(isUuid);
  if (ids.length === 0) return;
  const active = and(eq(mapping.workspaceId, scope.workspaceId), inArray(mapping.id, ids), isNull(mapping.archivedAt));
  await tx.select({ id: mapping.id }).from(mapping).where(active).orderBy(mapping.id).for('share');
}
