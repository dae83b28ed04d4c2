/* Everything drizzle must know, in one place: the only barrel of the server, because drizzle-kit wants one entry. */
export * from './accounts.ts';
export * from './runs.ts';
export * from './setup.ts';
