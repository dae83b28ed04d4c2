import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkConfig } from './config.ts';
import { findClashes, findConnectorProblems } from './conformance.ts';
import { findAgainProblems } from './conformance-again.ts';
import { findDeliveryProblems, findSourceProblems } from './conformance-live.ts';
import { findMessageProblems } from './conformance-texts.ts';
import type { Connector } from './connector.ts';
import { kitMessages } from './messages.ts';
import { connectorFolders } from './registry.ts';
import type { ConformanceSetup } from './testing.ts';

const NODES = join(import.meta.dirname, '..');

async function importFrom<T>(...path: string[]): Promise<Partial<T>> {
  return (await import(pathToFileURL(join(NODES, ...path)).href)) as Partial<T>;
}

const folders = await connectorFolders();
const connectors = new Map<string, Connector | undefined>();
for (const folder of folders) {
  const hasIndex = existsSync(join(NODES, folder, 'index.ts'));
  connectors.set(
    folder,
    hasIndex ? (await importFrom<{ connector: Connector }>(folder, 'index.ts')).connector : undefined,
  );
}
const present = [...connectors.values()].filter((connector) => connector !== undefined);
const connections = new Set(present.flatMap((connector) => connector.connectionTypes.map((type) => type.id)));

function nodeTypeOf(folder: string, id: string) {
  const type = connectors.get(folder)?.nodeTypes.find((one) => one.id === id);
  if (!type) throw new Error(`nodes/${folder} does not declare the node type "${id}" that its conformance names`);
  return type;
}

test('there are connectors to check', () => {
  expect(folders).toContain('manual-trigger');
});

test('no id is claimed by two folders', () => {
  expect(findClashes(present)).toEqual([]);
});

test('the messages of the kit are complete in every language', () => {
  expect(findMessageProblems(kitMessages, ['config', 'customer', 'http', 'network'])).toEqual([]);
});

describe.each(folders)('nodes/%s', (folder) => {
  test('declares everything that an editor, a form and a reader need', () => {
    expect(findConnectorProblems(folder, connectors.get(folder), connections)).toEqual([]);
  });

  test('has a README for its users', () => {
    expect(existsSync(join(NODES, folder, 'README.md'))).toBe(true);
  });
});

const live = folders.filter((folder) => existsSync(join(NODES, folder, 'testing/conformance.ts')));
describe.each(live)('nodes/%s against its fake', async (folder) => {
  const setup = (await importFrom<{ conformance: ConformanceSetup }>(folder, 'testing/conformance.ts')).conformance;

  test('has something to try', () => {
    expect((setup?.sources?.length ?? 0) + (setup?.deliveries?.length ?? 0)).toBeGreaterThan(0);
  });

  test.each(setup?.sources ?? [])(
    'source $nodeType reads all, once, and survives outages',
    { timeout: 120_000 },
    async (one) => {
      const type = nodeTypeOf(folder, one.nodeType);
      if (type.kind !== 'source' || !setup) throw new Error(`${type.id} is no source`);
      expect(await findSourceProblems(type, checkConfig(type, one.config), setup.startFake)).toEqual([]);
    },
  );

  test.each(setup?.sources ?? [])(
    'source $nodeType reads again what it is asked for, and is told of changes by the right sender only',
    { timeout: 120_000 },
    async (one) => {
      const type = nodeTypeOf(folder, one.nodeType);
      if (type.kind !== 'source' || !setup) throw new Error(`${type.id} is no source`);
      expect(await findAgainProblems(type, checkConfig(type, one.config), setup.startFake)).toEqual([]);
    },
  );

  test.each(setup?.deliveries ?? [])('delivery $nodeType arrives once', { timeout: 120_000 }, async (one) => {
    const type = nodeTypeOf(folder, one.nodeType);
    if (type.kind !== 'deliver' || !setup) throw new Error(`${type.id} is no delivery`);
    const config = checkConfig(type, one.config);
    expect(await findDeliveryProblems(type, config, setup.startFake, one.countDelivered)).toEqual([]);
  });
});
