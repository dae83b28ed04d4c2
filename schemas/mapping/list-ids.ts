/**
 * What pickers and mapping tables are filled from. A shop knows the first eight, an accounting package the others; a
 * system may know some of both.
 */
export const LIST_IDS = [
  'statuses',
  'taxes',
  'countries',
  'carriers',
  'payment-methods',
  'product-categories',
  'customer-groups',
  'shops',
  'journals',
  'accounts',
  'vat-codes',
  'payment-modes',
  'analytic-plans',
  'analytic-sections',
] as const;
export type ListId = (typeof LIST_IDS)[number];
