import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (folder: string) => fileURLToPath(new URL(`${folder}/`, import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^#ui\//, replacement: at('ui') }] },
  test: {
    hookTimeout: 120_000,
    // Most of a test's time is waiting for PostgreSQL: one at a time would leave the second core idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          globalSetup: ['test/setup/postgres.ts'],
          include: ['{schemas,nodes,flows,server,scripts,test}/**/*.test.ts', 'ui/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', '**/node_modules/**', 'ui/dist/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // Each of these files runs a whole product and a browser: one at a time, after all others.
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
        },
      },
    ],
  },
});
