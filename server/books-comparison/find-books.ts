import { presentFlow } from '#flows/migrate-config.ts';
import { planFlow } from '#flows/plan.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { RunStatus } from '#schemas/outcome.ts';
import type { Period } from '#schemas/period.ts';
import type { Database } from '../db/database.ts';
import { readVersion } from '../flows/read-flow.ts';
import { targetsOf } from '../jobs/postings.ts';
import { sourceNodes } from '../replays/match-sources.ts';
import { findRun, type RunRow, type Scope } from '../runs/list-runs.ts';

export interface Needed {
  readonly db: Database;
  readonly registry: Registry;
}

/** A run, and the books that its flow writes to. */
export interface FoundBooks {
  readonly run: RunRow;
  /** Every target of the flow: a document is booked when all of them have it. */
  readonly targets: readonly string[];
  /** Source nodes in stable order. */
  readonly nodes: readonly string[];
  /** Days that the run has read whole; null where what is gone from the source cannot be told. */
  readonly covered: Period | null;
}

/** What was read is complete. */
const HAS_READ: readonly RunStatus[] = ['in-review', 'succeeded', 'partial'];

/**
 * A run that reads chosen documents, or what changed since the last one, says nothing of those that it does not read. Nor
 * does one that failed: it may not have come to them.
 */
function coveredBy({ periodFrom: from, periodTo: to, status, isLimited, trigger }: RunRow): Period | null {
  if (from === null || to === null || isLimited || trigger === 'replay' || !HAS_READ.includes(status)) return null;
  return { from, to };
}

/** @throws Refusal 404 */
export async function findBooks({ db, registry }: Needed, scope: Scope, id: string): Promise<FoundBooks> {
  const { run } = await findRun(db, scope, id);
  const { definition } = await readVersion(db, scope, run.flowId, run.version);
  const { flow } = presentFlow(definition, registry);
  const targets = targetsOf(flow, registry, planFlow(flow, registry), run);
  return { run, targets, nodes: sourceNodes(definition, registry), covered: coveredBy(run) };
}
