import { nodeTitle } from '#flows/validate.ts';
import { findConfigProblems } from '#nodes/kit/config.ts';
import type { EntryRules, TextRule } from '#nodes/kit/entry-rules.ts';
import type { NodeType } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Message } from '#schemas/messages.ts';
import { labelExampleMessages } from './label-example-messages.ts';

const { build } = labelExampleMessages;

/** Nodes that documents of a node reach, each once. */
function reachedFrom(flow: FlowDefinition, start: string): string[] {
  const reached = new Set<string>();
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const { from, to } of flow.edges) {
      if (from.node !== node || reached.has(to.node)) continue;
      reached.add(to.node);
      waiting.push(to.node);
    }
  }
  return [...reached].sort();
}

/** What a node demands; null while its settings are not complete. */
function rulesOf(type: NodeType | undefined, given: unknown): EntryRules | null {
  if (type?.kind !== 'render' && type?.kind !== 'deliver') return null;
  if (typeof type.entryRules !== 'function') return type.entryRules ?? null;
  const { config, problems } = findConfigProblems(type, given);
  return problems.length > 0 ? null : type.entryRules(config);
}

/** What every target that a node feeds demands of entries, with its title. */
export function targetRules(
  flow: FlowDefinition,
  registry: Registry,
  node: string,
): { readonly target: string; readonly rules: EntryRules }[] {
  return reachedFrom(flow, node).flatMap((id) => {
    const fed = flow.nodes[id];
    const type = registry.nodeTypes.get(fed?.type ?? '');
    const rules = rulesOf(type, fed?.config);
    return rules ? [{ target: nodeTitle(id, fed, type), rules }] : [];
  });
}

/** What the targets will do with a text that is longer than they take. */
export function lengthWarnings(
  text: string,
  targets: readonly { readonly target: string; readonly rule: TextRule | undefined }[],
): Message[] {
  return targets.flatMap(({ target, rule }) => {
    const limit = rule?.maxLength;
    if (limit === undefined || text.length <= limit) return [];
    const facts = { target, length: String(text.length), limit: String(limit) };
    return [rule?.cuts ? build.cut(facts) : build.refused(facts)];
  });
}
