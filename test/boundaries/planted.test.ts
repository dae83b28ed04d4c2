import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findNamedConnectors } from './engine-rules.ts';
import { findImportCycles } from './import-cycles.ts';
import { findImportProblems } from './import-rules.ts';
import { listSources } from './list-sources.ts';
import { readSource, type Source } from './read-source.ts';
import { findFloatProblems, findStyleProblems } from './style-rules.ts';
import { findStrangeNames } from './top-level.ts';

const roots: string[] = [];

/** A repository of a few files, thrown away after the test. */
function plant(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  roots.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function read(files: Readonly<Record<string, string>>): Source[] {
  const root = plant(files);
  return listSources(root).map((path) => readSource(root, path));
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** Every way to write an import; each must be seen. */
const WAYS = {
  'a plain import': (to: string) => `import { x } from '${to}';`,
  'an import for its effect': (to: string) => `import '${to}';`,
  'a type import': (to: string) => `import type { X } from '${to}';`,
  'an inline type import': (to: string) => `import { type X } from '${to}';`,
  'an export from': (to: string) => `export { x } from '${to}';`,
  'an export of everything': (to: string) => `export * from '${to}';`,
  'a type export': (to: string) => `export type { X } from '${to}';`,
  'a dynamic import': (to: string) => `const x = await import('${to}');`,
  'a dynamic import by template': (to: string) => `const x = await import(\`${to}\`);`,
  'a type by import()': (to: string) => `type X = import('${to}').X;`,
};

describe('planted imports', () => {
  it.each(Object.entries(WAYS))('%s is seen', (_way, write) => {
    const found = findImportProblems(read({ 'schemas/a.ts': `\n${write('#server/b.ts')}\n` }));
    expect(found).toEqual(['schemas/a.ts:2: schemas may not import server']);
  });

  it.each([
    ['schemas/a.ts', '#nodes/kit/x.ts', 'schemas may not import nodes/kit'],
    ['nodes/kit/a.ts', '#nodes/sftp/x.ts', 'nodes/kit may not import nodes/sftp'],
    ['nodes/kit/a.ts', '#flows/x.ts', 'nodes/kit may not import flows'],
    ['nodes/sftp/a.ts', '#nodes/woocommerce/x.ts', 'nodes/sftp may not import nodes/woocommerce'],
    ['nodes/sftp/deep/a.ts', '../../woocommerce/x.ts', 'nodes/sftp may not import nodes/woocommerce'],
    ['nodes/sftp/a.test.ts', '#server/x.ts', 'nodes/sftp may not import server'],
    ['flows/a.ts', '#nodes/sftp/x.ts', 'flows may not import nodes/sftp'],
    ['flows/a.ts', '#server/x.ts', 'flows may not import server'],
    ['server/a.ts', '#nodes/sftp/index.ts', 'server may not import nodes/sftp'],
    ['server/a.ts', '../ui/x.ts', 'server may not import ui'],
    ['server/a.ts', '#test/x.ts', 'server may not import test'],
    ['ui/a.tsx', '#server/x.ts', 'ui may not import server'],
    ['ui/a.tsx', '#nodes/kit/x.ts', 'ui may not import nodes/kit'],
    ['scripts/a.mjs', '../ui/x.ts', 'scripts may not import ui'],
    ['vitest.config.ts', './server/x.ts', '. may not import server'],
  ])('%s importing %s is refused', (path, to, problem) => {
    expect(findImportProblems(read({ [path]: `import { x } from '${to}';` }))).toEqual([`${path}:1: ${problem}`]);
  });

  it('of a file that is only named by its URL are seen too', () => {
    const text = `const file = new URL('../server/x.ts', import.meta.url);`;
    expect(findImportProblems(read({ 'flows/a.ts': text }))).toEqual(['flows/a.ts:1: flows may not import server']);
  });

  it('climb into another room by # and stay in their own by a relative path', () => {
    const found = findImportProblems(
      read({
        'server/jobs/a.ts': `import '../../flows/x.ts';\nimport '#server/db/x.ts';\nimport '../../../elsewhere/x.ts';`,
      }),
    );
    expect(found).toEqual([
      'server/jobs/a.ts:1: "../../flows/x.ts" climbs into another room: write #flows/x.ts',
      'server/jobs/a.ts:2: "#server/db/x.ts" is in the same room: use a relative path',
      'server/jobs/a.ts:3: "../../../elsewhere/x.ts" leaves the repository',
    ]);
  });

  it('bring no input or output into the pure rooms, but may into their tests', () => {
    const text = `import { readFileSync } from 'node:fs';\nimport pg from 'pg';`;
    expect(findImportProblems(read({ 'flows/a.ts': text, 'flows/a.test.ts': text }))).toEqual([
      'flows/a.ts:1: flows is pure and may not use node:fs',
      'flows/a.ts:2: flows is pure and may not use pg',
    ]);
  });

  it('that are right, or only look like imports, are let through', () => {
    const files = {
      'server/a.ts': `// import '#ui/x.ts'\nconst text = "import '#ui/x.ts'";\nimport '#flows/b.ts';\nimport './b.ts';`,
      'nodes/sftp/a.ts': `import '#nodes/kit/x.ts';\nimport '#schemas/x.ts';\nimport ssh from 'ssh2-sftp-client';`,
      'test/a.ts': `import '#nodes/sftp/x.ts';\nimport '#server/x.ts';`,
      'ui/a.tsx': `import '#ui/b.tsx';\nimport '#schemas/x.ts';\nconst a = <p>import '#server/x.ts'</p>;`,
    };
    expect(findImportProblems(read(files))).toEqual([]);
  });
});

describe('planted cycles', () => {
  it('are found over several files and named', () => {
    const found = findImportCycles(
      read({
        'schemas/a.ts': `export * from './b.ts';`,
        'schemas/b.ts': `await import('./c.ts');`,
        'schemas/c.ts': `import './a.ts';`,
      }),
    );
    expect(found).toEqual(['cycle: schemas/a.ts → schemas/b.ts → schemas/c.ts → schemas/a.ts']);
  });

  it('of types alone are none', () => {
    const files = { 'flows/a.ts': `import type { B } from './b.ts';`, 'flows/b.ts': `import './a.ts';` };
    expect(findImportCycles(read(files))).toEqual([]);
  });
});

describe('planted style', () => {
  it.each([
    ['const a: any = 1;', 'a.ts:1: "any" switches the compiler off'],
    ['const a = b as any;', 'a.ts:1: "any" switches the compiler off'],
    ['const a = b!.c;', 'a.ts:1: an assertion with "!" switches the compiler off'],
    ['\n// @ts-expect-error later\nf();', 'a.ts:2: the comment "@ts-expect-error later"'],
    ['/* biome-ignore lint: no */', 'a.ts:1: the comment "biome-ignore lint: no"'],
    ['// TODO: mend', 'a.ts:1: the comment "TODO: mend"'],
  ])('%j is refused', (text, problem) => {
    expect(findStyleProblems(read({ 'server/a.ts': text }))).toEqual([`server/${problem}`]);
  });

  it('of endless files and empty names is refused, words in a text are not', () => {
    const found = findStyleProblems(
      read({ 'server/a.ts': '\n'.repeat(401), 'server/utils.ts': `const any = 'TODO any';` }),
    );
    expect(found).toEqual(['server/a.ts: 401 lines, 400 at most', 'server/utils.ts: a name that says nothing']);
  });
});

describe('planted floats', () => {
  const text =
    'const a = [parseFloat(t), Number(t), d.toFixed(2), Math.round(n), +t, d.toNumber(), Number.parseFloat(t)];';

  it('are each found in the rooms of money and nowhere else', () => {
    const found = findFloatProblems(read({ 'schemas/a.ts': text, 'server/a.ts': text }), ['schemas'], {});
    const calls = ['parseFloat', 'Number', 'toFixed', 'Math.round', 'unary +', 'toNumber', 'parseFloat'];
    expect(found.sort()).toEqual(calls.map((call) => `schemas/a.ts:1: ${call} may turn an amount into a float`).sort());
  });

  it('are spared where a reason is given, and a reason without its call is refused', () => {
    const allowed = { 'schemas/a.ts': { Number: 'a year', toFixed: 'a Decimal' } };
    expect(findFloatProblems(read({ 'schemas/a.ts': 'Number(y);' }), ['schemas'], allowed)).toEqual([
      'schemas/a.ts: toFixed is allowed here but does not occur any more',
    ]);
  });
});

it('an engine that names a connector is found, templates and tests are spared', () => {
  const text = `if (node.type === 'acme-sales') go();`;
  const sources = read({ 'server/a.ts': text, 'flows/a.test.ts': text, 'nodes/acme/a.ts': text });
  expect(findNamedConnectors(sources, new Set(['acme-sales']))).toEqual([
    'server/a.ts:1: names the connector "acme-sales"',
  ]);
});

it('a strange name on the top level is found', () => {
  expect(findStrangeNames(plant({ 'lib/a.ts': '', 'README.md': '' }))).toEqual(['"lib" has no place on the top level']);
});

it('a file that cannot be parsed is an error and not a file without imports', () => {
  expect(() => read({ 'server/a.ts': 'const = ;' })).toThrow('server/a.ts');
});
