import { compareFlows } from '#flows/diff/compare-flows.ts';
import { presentFlow } from '#flows/migrate-config.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { FlowDiff } from '#schemas/flow-diff.ts';
import type { Database } from '../db/database.ts';
import { findFlow, type Scope } from './flow-rows.ts';
import { readVersion } from './read-flow.ts';

type Side = 'draft' | number;

/** A version as it was published, or the draft as the editor shows it. @throws Refusal 404 */
async function readSide(
  db: Database,
  registry: Registry,
  scope: Scope,
  flowId: string,
  side: Side,
): Promise<FlowDefinition> {
  if (side !== 'draft') return (await readVersion(db, scope, flowId, side)).definition;
  const { draft } = await findFlow(db, scope, flowId);
  return presentFlow(draft.definition, registry).flow;
}

/** The flow as it is exported: a version as it was published, or the draft under the name of the flow. */
export async function readExported(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  scope: Scope,
  flowId: string,
  side: Side,
): Promise<FlowDefinition> {
  const definition = await readSide(db, registry, scope, flowId, side);
  if (side !== 'draft') return definition;
  const { flow } = await findFlow(db, scope, flowId);
  return { ...definition, name: flow.name };
}

/** What sets two versions, or a version and the draft, apart. @throws Refusal 404 */
export async function compareVersions(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  scope: Scope,
  flowId: string,
  sides: { readonly before: Side; readonly after: Side },
): Promise<{ before: FlowDefinition; after: FlowDefinition; diff: FlowDiff }> {
  const [before, after] = await Promise.all([
    readSide(db, registry, scope, flowId, sides.before),
    readSide(db, registry, scope, flowId, sides.after),
  ]);
  return { before, after, diff: compareFlows(before, after, registry) };
}
