/* Everything drizzle must know, in one place: the only barrel of the server, because drizzle-kit wants one entry. */
export * from './accounts.ts';
export * from './books.ts';
export * from './controls.ts';
export * from './ledger.ts';
export * from './runs.ts';
export * from './setup.ts';
export * from './traces.ts';
export * from './triggers.ts';
export * from './workers.ts';
