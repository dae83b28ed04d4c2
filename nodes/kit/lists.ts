import type { CallContext, ConnectionAccess } from './context.ts';

// The names stand with the contracts: screens know them too.
export { LIST_IDS, type ListId } from '#schemas/mapping/list-ids.ts';

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
