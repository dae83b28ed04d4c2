import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegistry } from '#nodes/kit/registry.ts';
import { DOCUMENT_KINDS } from '#schemas/documents/index.ts';
import { findNamedConnectors } from './boundaries/engine-rules.ts';
import { findImportCycles } from './boundaries/import-cycles.ts';
import { findImportProblems } from './boundaries/import-rules.ts';
import { listSources, ROOMS } from './boundaries/list-sources.ts';
import { readSource } from './boundaries/read-source.ts';
import { findFloatProblems, findStyleProblems } from './boundaries/style-rules.ts';
import { findStrangeNames } from './boundaries/top-level.ts';

const ROOT = join(import.meta.dirname, '..');
const sources = listSources(ROOT).map((path) => readSource(ROOT, path));

const MONEY_ROOMS = ['schemas', 'nodes/journal-entry', 'nodes/text-file'];
const NO_FLOAT_HERE = {
  'schemas/money.ts': {
    toFixed: 'prints a Decimal, exactly',
    toNumber: 'a count of cents left over, fewer than there are parts',
  },
  'schemas/period.ts': { Number: 'hours and minutes of a time zone' },
  'nodes/text-file/format-amount.ts': { toFixed: 'prints a Decimal, exactly' },
  'nodes/text-file/entry-view.ts': { toFixed: 'prints a Decimal, exactly' },
  'schemas/fiscal-year.ts': { Number: 'days, months and years' },
};

describe('the layout', () => {
  it('is really read: every room, hundreds of files, more than a thousand imports', () => {
    const read = new Set(sources.map((source) => source.path.split('/')[0]));
    expect([...ROOMS].filter((room) => !read.has(room))).toEqual([]);
    expect(sources.length).toBeGreaterThan(400);
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(1000);
  });

  it('has imports that run one way only', () => {
    expect(findImportProblems(sources)).toEqual([]);
  });

  it('has no files that need each other at run time', () => {
    expect(findImportCycles(sources)).toEqual([]);
  });

  it('has nothing on the top level that a reader would not expect there', () => {
    expect(findStrangeNames(ROOT)).toEqual([]);
  });

  it('has no engine that knows a connector by name', async () => {
    const registry = await loadRegistry();
    const ids = new Set([...registry.nodeTypes.keys(), ...registry.connectionTypes.keys()]);
    // Words of the product's own that a node type is called by too.
    for (const word of [...DOCUMENT_KINDS, 'review']) ids.delete(word);
    expect(ids).toContain('woocommerce-sales');
    expect(findNamedConnectors(sources, ids)).toEqual([]);
  });
});

describe('the code', () => {
  it('has no holes in its types, no silenced tools, no promises and no endless files', () => {
    expect(findStyleProblems(sources)).toEqual([]);
  });

  it('turns no amount into a float', () => {
    expect(findFloatProblems(sources, MONEY_ROOMS, NO_FLOAT_HERE)).toEqual([]);
  });
});
