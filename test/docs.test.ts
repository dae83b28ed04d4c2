import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const PAGES = globSync(['*.md', 'docs/**/*.md', 'nodes/*/README.md'], { cwd: ROOT }).sort();
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Where a page's links lead within the repository. */
function linksOf(page: string): string[] {
  return [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));
}

describe('the papers', () => {
  it('are there', () => {
    expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md']));
    expect(linksOf('README.md').length).toBeGreaterThan(10);
  });

  it.each(PAGES)('%s links to files that exist', (page) => {
    expect(linksOf(page).filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  it('list every setting that the environment can make, and no other', () => {
    const code = globSync('server/**/*.ts', { cwd: ROOT }).map(read).join('\n');
    const known = code.match(/\bPASSERELLE_[A-Z_]+\b|\bDATABASE_URL\b|(?<=^ {2})(PORT|HOST)(?=:)/gm) ?? [];
    const listed = [...read('README.md').matchAll(/^\| `([A-Z_]+)`/gm)].map((match) => match[1]);
    expect(new Set(listed)).toEqual(new Set(known));
  });

  it('name every decision in the architecture', () => {
    const decisions = globSync('docs/decisions/*.md', { cwd: ROOT }).map((path) => path.replace('docs/', ''));
    expect(linksOf('docs/architecture.md').sort()).toEqual(expect.arrayContaining(decisions.sort()));
  });
});
