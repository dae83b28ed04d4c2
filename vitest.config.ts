import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/setup/postgres.ts'],
    include: [
      'schemas/**/*.test.ts',
      'nodes/**/*.test.ts',
      'flows/**/*.test.ts',
      'server/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
