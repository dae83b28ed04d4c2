import { CUSTOMER_STATES, type CustomerState } from '#schemas/api/customers.ts';

export const CUSTOMER_VIEWS = ['asked', 'all', 'linked', 'approved', 'creating', 'failed', 'refused'] as const;
export type CustomerView = (typeof CUSTOMER_VIEWS)[number];

/** What the address of the screen says. Without a view, those to decide are shown when there are any. */
export interface CustomerSearch {
  view?: CustomerView;
  connection?: string;
  search?: string;
}

export function readCustomerSearch(given: Record<string, unknown>): CustomerSearch {
  const view = CUSTOMER_VIEWS.find((known) => known === given['view']);
  // The router reads "61" in an address as a number.
  const text = typeof given['search'] === 'number' ? String(given['search']) : given['search'];
  return {
    ...(view ? { view } : {}),
    ...(typeof given['connection'] === 'string' && given['connection'] ? { connection: given['connection'] } : {}),
    ...(typeof text === 'string' && text !== '' ? { search: text } : {}),
  };
}

/** The part that the server filters by, beside the state. */
export function filterOf({ connection, search }: CustomerSearch): { connection?: string; search?: string } {
  return { ...(connection ? { connection } : {}), ...(search ? { search } : {}) };
}

export function stateOf(view: CustomerView): CustomerState | undefined {
  return CUSTOMER_STATES.find((state) => state === view);
}
