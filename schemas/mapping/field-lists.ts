import type { ListId } from './list-ids.ts';
import type { MappingAxis, MappingField } from './tables.ts';

/** From which live list the values of an axis come. */
export const LIST_OF_AXIS: Readonly<Record<MappingAxis, ListId>> = {
  method: 'payment-methods',
  category: 'product-categories',
  carrier: 'carriers',
  group: 'customer-groups',
  tax: 'taxes',
  country: 'countries',
  shop: 'shops',
};

const NOT_ACCOUNTS: Readonly<Partial<Record<MappingField, ListId | null>>> = {
  sales: 'journals',
  creditNotes: 'journals',
  journal: 'journals',
  payoutJournal: 'journals',
  code: 'vat-codes',
  mode: 'payment-modes',
  plan: 'analytic-plans',
  section: 'analytic-sections',
  grid: null,
  taxGrid: null,
  creditGrid: null,
  creditTaxGrid: null,
  create: null,
};

/** From which live list the values of a field come; null for a field that no list knows. All others are accounts. */
export function listOfField(field: MappingField): ListId | null {
  const named = NOT_ACCOUNTS[field];
  return named === undefined ? 'accounts' : named;
}
