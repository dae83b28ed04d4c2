import { readdirSync } from 'node:fs';

/** Where a reader looks for things: the rooms, and beside them only what the tools of the trade expect. */
const ALLOWED = new Set([
  ...['schemas', 'nodes', 'flows', 'server', 'ui', 'test', 'scripts', 'docs', '.ci'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', 'knip.json'],
  ...['vitest.config.ts', 'drizzle.config.ts', '.gitignore', '.npmrc', '.dockerignore'],
  ...['README.md', 'LICENSE', 'CONTRIBUTING.md', 'Dockerfile', 'compose.yaml'],
]);
/** On a working machine, never in a commit. */
const UNTRACKED = /^(\.git|node_modules|data|dist|\.passerelle|\.env|\.DS_Store|\.idea|\.vscode|.*\.log)$/;

export function findStrangeNames(root: string): string[] {
  return readdirSync(root)
    .filter((name) => !ALLOWED.has(name) && !UNTRACKED.test(name))
    .map((name) => `"${name}" has no place on the top level`);
}
