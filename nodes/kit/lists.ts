import type { CallContext, ConnectionAccess } from './context.ts';

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

/** One value of a list: what is stored, and what a person reads. */
export interface ListValue {
  readonly value: string;
  readonly name: string;
  /** More about it, as texts: `rate` and `country` of a tax, `plan` of an analytic section, `kind` of a journal. */
  readonly details?: Readonly<Record<string, string>>;
}

export interface ListContext extends CallContext {
  readonly connection: ConnectionAccess;
}

/** Reads a whole list of the system, live. Throws a PasserelleError that says what to do. */
export type ReadList = (context: ListContext) => Promise<readonly ListValue[]>;
