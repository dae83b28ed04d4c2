import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import type { MappingField } from '#schemas/mapping/tables.ts';
import { sayOfTable, type TableWord } from '../accounts/table-word.ts';
import type { Plan } from '../plan.ts';

/** What the table of taxes says of a case, field by field; null where no rule says anything. */
export type TaxRule = Readonly<Record<MappingField<'taxes'>, TableWord | null>>;

const SILENT: TaxRule = {
  ...{ account: null, code: null, grid: null, taxGrid: null, creditGrid: null, creditTaxGrid: null },
};

const remembered = new WeakMap<Plan, Map<MappingFacts, TaxRule>>();

/**
 * What the table of taxes says: account and code of the VAT, and the boxes of the return for base and tax of sales and
 * of credit notes. Each field comes from the most specific rule that says something in it.
 *
 * @param facts as `plan.lineFacts` gives them; decided once for equal facts
 */
export function taxRule(plan: Plan, facts: MappingFacts): TaxRule {
  if (!plan.hasRules('taxes')) return SILENT;
  const known = remembered.get(plan) ?? new Map<MappingFacts, TaxRule>();
  remembered.set(plan, known);
  const found = known.get(facts);
  if (found) return found;
  const made: TaxRule = {
    account: sayOfTable(plan, 'taxes', 'account', facts),
    code: sayOfTable(plan, 'taxes', 'code', facts),
    grid: sayOfTable(plan, 'taxes', 'grid', facts),
    taxGrid: sayOfTable(plan, 'taxes', 'taxGrid', facts),
    creditGrid: sayOfTable(plan, 'taxes', 'creditGrid', facts),
    creditTaxGrid: sayOfTable(plan, 'taxes', 'creditTaxGrid', facts),
  };
  known.set(facts, made);
  return made;
}
