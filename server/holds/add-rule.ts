import { and, eq, sql } from 'drizzle-orm';
import { v4 as uuidv4 } from 'uuid';
import type { Registry } from '#nodes/kit/registry.ts';
import type { RunSummary } from '#schemas/api/runs.ts';
import { PasserelleError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { matchKey } from '#schemas/mapping/match-key.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { Message } from '#schemas/messages.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, flowVersion } from '../db/schema/index.ts';
import { findFlow } from '../flows/flow-rows.ts';
import { Refusal } from '../http/refusal.ts';
import { checkRules } from '../mappings/check-rules.ts';
import { currentRules, lockMapping, refuseArchived } from '../mappings/mapping-rows.ts';
import { mappingOfNode } from '../mappings/named-mappings.ts';
import { insertRevision } from '../mappings/write-mapping.ts';
import { readRunSummary } from '../runs/list-runs.ts';
import { findMend } from './find-mend.ts';
import { holdRefusals } from './hold-refusals.ts';
import { findMissingRule, type MissingRule } from './missing-rule.ts';
import { retryHoldsIn } from './retry-holds.ts';
import { inScope } from './select-holds.ts';

const { build } = holdRefusals;

export interface RuleForHold {
  readonly cause: string;
  readonly flow: string;
  readonly set: Readonly<Record<string, string>>;
  readonly note?: string | undefined;
}

interface Waiting extends Record<string, unknown> {
  readonly message: Message;
}

/** What the documents of a cause say. @throws Refusal 409 when none waits any more */
async function readMessage(tx: Transaction, caller: Caller, { cause, flow: flowId }: RuleForHold): Promise<Message> {
  const [first] = await tx.execute<Waiting>(sql`
    select hold.message from hold join flow on flow.id = hold.flow_id
    where ${inScope(caller, 'waiting')} and hold.cause = ${cause} and hold.flow_id = ${flowId}
    order by hold.document_id limit 1`);
  if (!first) throw new Refusal(409, build.nothing_waiting());
  return first.message;
}

async function readPublished(tx: Transaction, caller: Caller, flowId: string): Promise<FlowDefinition | null> {
  // Who publishes or retries the flow meanwhile comes after: always the flow first, then its mapping.
  const isIt = and(eq(flow.id, flowId), eq(flow.workspaceId, caller.workspaceId));
  await tx.select({ id: flow.id }).from(flow).where(isIt).for('no key update');
  const { flow: row } = await findFlow(tx, caller, flowId);
  if (row.publishedVersion === null) return null;
  const isVersion = and(eq(flowVersion.flowId, flowId), eq(flowVersion.number, row.publishedVersion));
  const [version] = await tx.select({ definition: flowVersion.definition }).from(flowVersion).where(isVersion);
  return version?.definition ?? null;
}

/** The rule is added behind the others, or what it says is filled into one that holds for the same. */
function withRule(
  rules: readonly MappingRule[],
  { table, match }: MissingRule,
  { set, note = '' }: RuleForHold,
): { readonly rules: readonly MappingRule[]; readonly id: string } {
  const key = matchKey({ table, match });
  const there = rules.find((rule) => matchKey(rule) === key);
  const id = there?.id ?? uuidv4();
  const made = there
    ? { ...there, set: { ...there.set, ...set }, note: note === '' ? there.note : note }
    : { id, table, match, set: { ...set }, note };
  const [checked] = checkRules([made]);
  if (!checked) throw new Error('a checked rule is still one rule');
  const all = there ? rules.map((rule) => (rule === there ? checked : rule)) : [...rules, checked];
  return { rules: checkRules(all), id };
}

/** Starts what can be tried; why nothing can is told, and takes nothing back of the rule. */
async function retry(tx: Transaction, registry: Registry, caller: Caller, { cause, flow: flowId }: RuleForHold) {
  try {
    const { runIds, count } = await tx.transaction((inner) =>
      retryHoldsIn(inner, registry, caller, { which: { cause, flow: flowId } }),
    );
    return { runId: runIds[0] ?? null, count, notRetried: null };
  } catch (error) {
    if (!(error instanceof PasserelleError)) throw error;
    return { runId: null, count: 0, notRetried: error.detail };
  }
}

/**
 * Adds the rule that documents wait for to the mapping that the published version of their flow names, and tries them
 * again: the revision, the run and what the audit log says of both are written together.
 *
 * @throws Refusal 404 · 409 when nothing of the cause waits, or the mapping was put away · 422 when no rule mends the
 *   cause, the flow names no mapping, or the rule says nothing
 */
export async function addRuleForHold(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  caller: Caller,
  input: RuleForHold,
): Promise<{
  mapping: { id: string; name: string; revision: number };
  rule: string;
  run: RunSummary | null;
  count: number;
  notRetried: Message | null;
}> {
  const { runId, ...done } = await db.transaction(async (tx) => {
    const published = await readPublished(tx, caller, input.flow);
    const message = await readMessage(tx, caller, input);
    const missing = findMissingRule(message);
    const mend = missing && published && findMend(registry, published, message.code);
    if (!missing || !mend) throw new Refusal(422, build.no_rule_mends());
    const set = Object.fromEntries(Object.entries(input.set).filter(([, value]) => value.trim() !== ''));
    if (Object.keys(set).length === 0) throw new Refusal(422, build.rule_says_nothing('set'));
    const mappingId = mappingOfNode(registry, published, mend.node);
    if (mappingId === null) throw new Refusal(422, build.names_no_mapping({ node: mend.node }));
    const row = await lockMapping(tx, caller, mappingId);
    refuseArchived(row);
    const { rules, id } = withRule(await currentRules(tx, row), missing, { ...input, set });
    const revision = await insertRevision(tx, caller, row, rules, { cause: input.cause, flow: input.flow, rule: id });
    return {
      ...(await retry(tx, registry, caller, input)),
      rule: id,
      mapping: { id: row.id, name: row.name, revision },
    };
  });
  return { ...done, run: runId === null ? null : await readRunSummary(db, caller, runId) };
}
