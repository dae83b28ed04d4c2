import { and, eq, sql } from 'drizzle-orm';
import { presentFlow } from '#flows/migrate-config.ts';
import { checkBindings, validateFlow } from '#flows/validate.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { Flow, FlowProblem, VersionInfo } from '#schemas/api/flows.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flowVersion, user } from '../db/schema/index.ts';
import { foundOr404 } from '../http/refusal.ts';
import { findMappingProblems } from '../mappings/named-mappings.ts';
import { definitionHash } from './definition-hash.ts';
import { flowRefusals } from './flow-refusals.ts';
import { connectionsOf, earlier, findFlow, listVersions, type Scope } from './flow-rows.ts';

type Db = Database | Transaction;

/** What stands in the way of publishing a definition with these bindings in this workspace. */
export async function findFlowProblems(
  db: Db,
  registry: Registry,
  scope: Scope,
  definition: FlowDefinition,
  bindings: Readonly<Record<string, string>>,
): Promise<FlowProblem[]> {
  const unbound = checkBindings(definition, bindings, await connectionsOf(db, scope));
  const tables = await findMappingProblems(db, registry, scope, definition);
  return [...validateFlow(definition, registry), ...unbound, ...tables];
}

/** One flow with its draft, versions and problems. @throws Refusal 404 */
export async function readFlow(db: Db, registry: Registry, scope: Scope, id: string): Promise<Flow> {
  const { flow, draft } = await findFlow(db, scope, id);
  const versions = await listVersions(db, id);
  const published = versions.find((version) => version.number === flow.publishedVersion);
  const present = presentFlow(draft.definition, registry);
  return {
    id: flow.id,
    name: flow.name,
    templateId: flow.templateId,
    draft: present.flow,
    brought: [...present.brought],
    draftRevision: draft.revision,
    bindings: flow.bindings,
    limits: { concurrency: flow.concurrency, maxMinutes: flow.maxMinutes },
    publishedVersion: flow.publishedVersion,
    hasUnpublishedChanges: published?.hash !== definitionHash(draft.definition),
    versions,
    problems: await findFlowProblems(db, registry, scope, draft.definition, flow.bindings),
  };
}

/** One version as it was published. @throws Refusal 404 */
export async function readVersion(
  db: Db,
  scope: Scope,
  id: string,
  number: number,
): Promise<{ info: VersionInfo; definition: FlowDefinition }> {
  await findFlow(db, scope, id);
  const first = sql<number>`(
    select min(same.number)::int from flow_version same
    where same.flow_id = ${flowVersion.flowId} and same.hash = ${flowVersion.hash})`;
  const rows = await db
    .select({ version: flowVersion, publishedBy: user.name, first })
    .from(flowVersion)
    .leftJoin(user, eq(user.id, flowVersion.publishedBy))
    .where(and(eq(flowVersion.flowId, id), eq(flowVersion.number, number)));
  const missing = flowRefusals.build.version_missing({ number: String(number) });
  const { version, publishedBy, first: sameHash } = foundOr404(rows, missing);
  const { note, hash, publishedAt } = version;
  return {
    info: {
      ...{ number, note, hash, publishedBy },
      publishedAt: publishedAt.toISOString(),
      sameAs: earlier(sameHash, number),
    },
    definition: version.definition,
  };
}
