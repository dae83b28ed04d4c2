import type { Registry } from '#nodes/kit/registry.ts';
import { isFinished } from '#schemas/outcome.ts';
import type { Database } from '../db/database.ts';
import { readVersion } from '../flows/read-flow.ts';
import { Refusal } from '../http/refusal.ts';
import { findRun, type RunRow, type Scope } from '../runs/list-runs.ts';
import { type MatchedSource, matchSources, sourceNodes } from './match-sources.ts';
import { replayRefusals } from './replay-refusals.ts';

/** A replay, the run that it repeats, and which nodes of both read the same. */
export interface FoundReplay {
  readonly before: RunRow;
  readonly after: RunRow;
  readonly isOver: boolean;
  readonly sources: readonly MatchedSource[];
  /** Every source node of either run: the comparison goes through one after the other. */
  readonly nodes: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** @throws Refusal 404, also for a run that repeats no other */
export async function findReplay(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  scope: Scope,
  id: string,
): Promise<FoundReplay> {
  const { run: after } = await findRun(db, scope, id);
  if (after.trigger !== 'replay' || after.parentId === null) {
    throw new Refusal(404, replayRefusals.build.not_a_replay());
  }
  const { run: before } = await findRun(db, scope, after.parentId);
  const [was, is] = await Promise.all([
    readVersion(db, scope, before.flowId, before.version),
    readVersion(db, scope, after.flowId, after.version),
  ]);
  const sources = matchSources(was.definition, is.definition, registry);
  const nodes = { before: sourceNodes(was.definition, registry), after: sourceNodes(is.definition, registry) };
  return { before, after, isOver: isFinished(after.status), sources, nodes };
}
