import { isTestCode } from './list-sources.ts';
import type { Source } from './read-source.ts';
import { resolveImport, roomOf } from './resolve-import.ts';

const EVERYTHING = ['schemas', 'nodes/kit', 'flows', 'server', 'ui', 'test', 'scripts'];

/** Who may import whom, besides itself. `nodes/*` is a connector; the top level holds settings of tools only. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  'nodes/kit': ['schemas'],
  'nodes/*': ['schemas', 'nodes/kit'],
  flows: ['schemas', 'nodes/kit'],
  server: ['schemas', 'nodes/kit', 'flows'],
  ui: ['schemas'],
  test: [...EVERYTHING, 'nodes/*'],
  // Scripts start what is there: the server's rooms, and what the tests need to be present.
  scripts: ['schemas', 'nodes/kit', 'flows', 'server', 'test'],
  '.': [],
};

/** Packages and built-in modules of the rooms that do no input and no output. Tests are free. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  schemas: ['zod', 'decimal.js'],
  flows: ['zod', 'node:crypto', 'rrule-temporal', 'temporal-polyfill', 'date-holidays'],
};

function kindOf(room: string): string {
  return room.startsWith('nodes/') && room !== 'nodes/kit' ? 'nodes/*' : room;
}

function findProblem(source: Source, specifier: string): string | null {
  const from = roomOf(source.path);
  const target = resolveImport(source.path, specifier);
  if ('package' in target) {
    if (specifier.startsWith('#')) return `"${specifier}" names no room`;
    const allowed = isTestCode(source.path) ? undefined : PURE[from];
    return allowed && !allowed.includes(target.package) ? `${from} is pure and may not use ${target.package}` : null;
  }
  const to = roomOf(target.file);
  if (to === from) {
    return specifier.startsWith('#') && from !== 'ui'
      ? `"${specifier}" is in the same room: use a relative path`
      : null;
  }
  if (target.file.startsWith('../')) return `"${specifier}" leaves the repository`;
  const allowed = MAY_IMPORT[kindOf(from)] ?? [];
  if (!allowed.includes(kindOf(to))) return `${from} may not import ${to}`;
  // A script of plain JavaScript runs before anything is resolved, so it names files as they lie.
  const needsAlias = specifier.startsWith('.') && source.path.endsWith('.ts') && to !== 'scripts';
  return needsAlias ? `"${specifier}" climbs into another room: write #${target.file}` : null;
}

/** Imports that go the wrong way or by the wrong path, as sentences that begin with the place. */
export function findImportProblems(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap(({ specifier, line }) => {
      const problem = findProblem(source, specifier);
      return problem === null ? [] : [`${source.path}:${line}: ${problem}`];
    }),
  );
}
