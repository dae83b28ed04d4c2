import { canonicalJson } from '#schemas/canonical-json.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { MAPPING_TABLE_IDS, type MappingTable } from '#schemas/mapping/tables.ts';

/** Rules by table; a table without rules is left out. */
export function countByTable(rules: readonly MappingRule[]): Partial<Record<MappingTable, number>> {
  const groups = Map.groupBy(rules, (rule) => rule.table);
  const counted = MAPPING_TABLE_IDS.map((table) => [table, groups.get(table)?.length ?? 0] as const);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

/** How many rules came, went, or say something else than before. */
export function countChanges(
  before: readonly MappingRule[],
  after: readonly MappingRule[],
): { readonly added: number; readonly changed: number; readonly removed: number } {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const kept = after.filter((rule) => old.has(rule.id));
  const changed = kept.filter((rule) => canonicalJson(old.get(rule.id)) !== canonicalJson(rule));
  return {
    added: after.length - kept.length,
    changed: changed.length,
    removed: before.length - kept.length,
  };
}
