import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import type { MappingField, MappingTable } from '#schemas/mapping/tables.ts';
import type { Plan } from '../plan.ts';

/** What a mapping table says, and the name of the rule as it stands on the line: "table:sales:withVat:<id>". */
export interface TableWord {
  readonly value: string;
  readonly rule: string;
}

/** What the most specific rule of a table says in a field of the case; null when none says anything. */
export function sayOfTable<Table extends MappingTable>(
  plan: Plan,
  table: Table,
  field: MappingField<Table>,
  facts: MappingFacts,
): TableWord | null {
  if (!plan.hasRules(table)) return null;
  const found = plan.lookup.find(table, field, facts);
  return found && { value: found.value, rule: `table:${table}:${field}:${found.rule.id}` };
}
