import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '../..');

/** "npm run test:faults": the fault tests at full size, one after the other, on a PostgreSQL of their own. */
export default defineConfig({
  root,
  test: {
    name: 'faults',
    globalSetup: ['test/setup/postgres.ts'],
    include: ['test/faults/*.whole.ts'],
    hookTimeout: 120_000,
    maxConcurrency: 4,
    reporters: ['verbose'],
    disableConsoleIntercept: true,
  },
});
