import { and, eq, isNull } from 'drizzle-orm';
import { mappingsOf } from '#flows/mappings-of.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { MappingSummary } from '#schemas/api/mappings.ts';
import { flow, flowDraft, flowVersion } from '../db/schema/index.ts';
import type { Db, Scope } from './mapping-rows.ts';

type UsingFlow = MappingSummary['flows'][number] & { readonly bindings: Readonly<Record<string, string>> };

/** Flows of the workspace, by the mapping that their published version or their draft names. */
export async function flowsByMapping(
  db: Db,
  registry: Registry,
  { workspaceId }: Scope,
): Promise<ReadonlyMap<string, readonly UsingFlow[]>> {
  const published = and(eq(flowVersion.flowId, flow.id), eq(flowVersion.number, flow.publishedVersion));
  const rows = await db
    .select({
      ...{ id: flow.id, name: flow.name, bindings: flow.bindings },
      ...{ draft: flowDraft.definition, published: flowVersion.definition },
    })
    .from(flow)
    .innerJoin(flowDraft, eq(flowDraft.flowId, flow.id))
    .leftJoin(flowVersion, published)
    .where(and(eq(flow.workspaceId, workspaceId), isNull(flow.archivedAt)))
    .orderBy(flow.name, flow.id);
  const uses = new Map<string, UsingFlow[]>();
  for (const { id, name, bindings, draft, published: version } of rows) {
    const inVersion = new Set(version ? mappingsOf(version, registry) : []);
    for (const named of new Set([...inVersion, ...mappingsOf(draft, registry)])) {
      uses.set(named, [...(uses.get(named) ?? []), { id, name, bindings, isPublished: inVersion.has(named) }]);
    }
  }
  return uses;
}
