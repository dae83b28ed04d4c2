import type { SalesDocument, SalesTax } from '#schemas/documents/sales-document.ts';
import { sayOfTable } from '../accounts/table-word.ts';
import type { Plan } from '../plan.ts';
import { taxRule } from './tax-rule.ts';

/**
 * Whether a rule of the table of taxes names the tax by its rate or name: then the user answers for a rate that no
 * country's table has.
 */
export function isTaxNamed(plan: Plan, document: SalesDocument, tax: SalesTax): boolean {
  if (!plan.hasRules('taxes')) return false;
  const facts = plan.lineFacts(document, null, tax);
  return plan.lookup.explain('taxes', 'account', facts).some(({ precision }) => precision.exact.includes('tax'));
}

/**
 * Whether tables say where both the sale and its VAT go, which a sale outside the EU needs: no chart of accounts has
 * accounts for it.
 */
export function isSaleTabled(plan: Plan, document: SalesDocument, tax: SalesTax): boolean {
  const facts = plan.lineFacts(document, null, tax);
  return taxRule(plan, facts).account !== null && sayOfTable(plan, 'sales', 'withVat', facts) !== null;
}
