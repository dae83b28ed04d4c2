import { and, eq } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { LineExplanation } from '#schemas/api/explanations.ts';
import { canonicalJson } from '#schemas/canonical-json.ts';
import { type EntryLine, type JournalEntryData, journalEntrySchema } from '#schemas/documents/journal-entry.ts';
import { type SalesDocument, salesDocumentSchema } from '#schemas/documents/sales-document.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { AddressChoice } from '#schemas/mapping/facts.ts';
import { lookupOf, type MappingFacts } from '#schemas/mapping/look-up.ts';
import { precisionOf } from '#schemas/mapping/precedence.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { document, flowVersion, mapping, payload } from '../db/schema/index.ts';
import { foundOr404, Refusal } from '../http/refusal.ts';
import { findRun } from '../runs/list-runs.ts';
import { runRefusals } from '../runs/run-refusals.ts';
import { factsOfLine } from './line-facts.ts';
import { currentRules, type Db, type MappingRow, rulesOf, type Scope } from './mapping-rows.ts';
import { mappingOfNode } from './named-mappings.ts';
import { readOtherChoice, readTableChoice, type TableChoice } from './read-choice.ts';
import type { MappingServices } from './read-mapping.ts';
import { presentCandidate } from './try-mapping.ts';

type RunRow = Awaited<ReturnType<typeof findRun>>['run'];

interface Asked {
  readonly run: RunRow;
  readonly entry: JournalEntryData;
  readonly line: EntryLine;
  readonly rootId: string;
  /** The node that chose the accounts, in the version that ran. */
  readonly node: {
    readonly id: string;
    readonly type: string;
    readonly config: Readonly<Record<string, unknown>>;
  } | null;
  readonly flow: FlowDefinition;
}

/** The node that made the entry; where that is one that sums entries up, the one that chooses accounts. */
function findNode(registry: Registry, flow: FlowDefinition, nodeId: string): Asked['node'] {
  const choosing = [nodeId, ...Object.keys(flow.nodes)].find((id) => {
    const type = registry.nodeTypes.get(flow.nodes[id]?.type ?? '');
    return type?.kind === 'map' && type.outputs.some(({ kind }) => kind === 'journal-entry');
  });
  const node = choosing === undefined ? undefined : flow.nodes[choosing];
  return choosing !== undefined && node ? { id: choosing, type: node.type, config: node.config } : null;
}

async function readAsked(
  { db, registry }: MappingServices,
  scope: Scope,
  { id, entry, line }: { readonly id: string; readonly entry: string; readonly line: number },
): Promise<Asked> {
  const { run } = await findRun(db, scope, id);
  const isEntry = and(eq(document.runId, id), eq(document.id, entry), eq(document.kind, 'journal-entry'));
  const missing = runRefusals.build.document_missing();
  const row = foundOr404(await db.select().from(document).where(isEntry), missing);
  const body = journalEntrySchema.parse(row.body);
  const found = body.lines[line];
  if (!found) throw new Refusal(404, missing);
  const isVersion = and(eq(flowVersion.flowId, run.flowId), eq(flowVersion.number, run.version));
  const [version] = await db.select({ definition: flowVersion.definition }).from(flowVersion).where(isVersion);
  if (!version) throw new Refusal(404, missing);
  const { definition: flow } = version;
  return { run, entry: body, line: found, rootId: row.rootId, flow, node: findNode(registry, flow, row.nodeId) };
}

/** The document that the line comes from; null when it is no longer stored, or is no sale. */
async function readSource(db: Db, { run, line, rootId }: Asked): Promise<{ key: string; body: SalesDocument } | null> {
  const [named] = line.lineage.flatMap((one) => one.document ?? []);
  const which = named === undefined ? eq(document.id, rootId) : eq(document.key, named);
  const isSale = and(eq(document.runId, run.id), eq(document.kind, 'sales-document'), which);
  const [row] = await db
    .select({ key: document.key, made: document.body, read: payload.body })
    .from(document)
    .leftJoin(payload, eq(payload.documentId, document.id))
    .where(isSale)
    .limit(1);
  const body = salesDocumentSchema.safeParse(row?.made ?? row?.read).data;
  return row && body ? { key: row.key, body } : null;
}

async function readMappingRow(db: Db, scope: Scope, id: string | null): Promise<MappingRow | null> {
  if (id === null) return null;
  const isIt = and(eq(mapping.id, id), eq(mapping.workspaceId, scope.workspaceId));
  const [row] = await db.select().from(mapping).where(isIt);
  return row ?? null;
}

/** Of the cases that the line sums up, the one for which the rule on the line wins: all of them chose the same account. */
function chooseCase(
  rules: readonly MappingRule[],
  { table, field, ruleId }: TableChoice,
  cases: readonly MappingFacts[],
) {
  const lookup = lookupOf(rules);
  return cases.find((facts) => lookup.find(table, field, facts)?.rule.id === ruleId);
}

/** What held for the case, the most specific first; without the document at least the rule that won. */
function candidatesOf(rules: readonly MappingRule[], choice: TableChoice, facts: MappingFacts | undefined) {
  const { table, field, ruleId } = choice;
  if (facts) return lookupOf(rules).explain(table, field, facts).map(presentCandidate);
  const winner = rules.find(({ id }) => id === ruleId);
  if (!winner) return [];
  const value = winner.set[field] ?? '';
  return [presentCandidate({ rule: winner, value, verdict: 'wins', precision: precisionOf(winner) })];
}

function stateNow(winner: MappingRule | undefined, now: MappingRule | undefined): 'same' | 'changed' | 'gone' {
  if (!now) return 'gone';
  const { note: _, ...said } = now;
  const { note: __, ...then } = winner ?? now;
  return canonicalJson(said) === canonicalJson(then) ? 'same' : 'changed';
}

type Traced = Pick<LineExplanation, 'facts' | 'candidates' | 'mapping'>;

async function trace(services: MappingServices, scope: Scope, asked: Asked, choice: TableChoice): Promise<Traced> {
  const { db, registry } = services;
  const { run, node, flow, line } = asked;
  const row = await readMappingRow(db, scope, node && mappingOfNode(registry, flow, node.id));
  const nothing: Traced = { facts: {}, candidates: [], mapping: null };
  if (!row) return nothing;
  const pinned = run.mappings[row.id];
  const rules = pinned === undefined ? null : await rulesOf(db, row.id, pinned);
  const source = await readSource(db, asked);
  const address: AddressChoice = node?.config['address'] === 'billing' ? 'billing' : 'delivery';
  const cases = source ? factsOfLine(source.body, address, line, source.key) : [];
  const facts = rules ? chooseCase(rules, choice, cases) : cases[0];
  const winner = rules?.find(({ id }) => id === choice.ruleId);
  const now = (await currentRules(db, row)).find(({ id }) => id === choice.ruleId);
  const shown = Object.entries(facts ?? {}).map(([axis, texts]) => [axis, [...texts]]);
  return {
    facts: Object.fromEntries(shown),
    candidates: rules ? candidatesOf(rules, choice, facts) : [],
    mapping: {
      ...{ id: row.id, name: row.name, revision: rules ? (pinned ?? null) : null, revisionNow: row.revision },
      ruleNow: stateNow(winner, now),
    },
  };
}

/**
 * Why a line of an entry has its account: the rule of the mapping tables that won in the revision that the run was bound
 * to, what it beat and the facts it went by; or the setting that said it.
 *
 * @throws Refusal 404
 */
export async function explainLine(
  services: MappingServices,
  scope: Scope,
  which: { readonly id: string; readonly entry: string; readonly line: number },
): Promise<LineExplanation> {
  const asked = await readAsked(services, scope, which);
  const { account, label, rule } = asked.line;
  const line = { index: which.line, account, label, rule };
  const node = asked.node?.id ?? null;
  const choice = readTableChoice(rule);
  if (choice) {
    const traced = await trace(services, scope, asked, choice);
    const { table, field, ruleId: chosen } = choice;
    return { line, chosenBy: 'table', chosen, node, setting: 'mapping', table, field, ...traced };
  }
  const config = services.registry.nodeTypes.get(asked.node?.type ?? '')?.config ?? {};
  const nothing = { table: null, field: null, facts: {}, candidates: [], mapping: null };
  return { line, node, ...nothing, ...readOtherChoice(rule, config) };
}
