import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkConfig } from '#nodes/kit/config.ts';
import { findConnectorProblems } from '#nodes/kit/conformance.ts';
import { findSourceProblems } from '#nodes/kit/conformance-live.ts';
import { loadRegistry } from '#nodes/kit/registry.ts';
import type { ConformanceSetup } from '#nodes/kit/testing.ts';
import { createConnector } from './new-connector.ts';

const ROOT = join(import.meta.dirname, '..');
let house = '';
let folder = '';

/** A house with nothing in it but the rooms that a connector may see. */
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'new-connector-'));
  for (const name of ['package.json', 'node_modules', 'schemas']) symlinkSync(join(ROOT, name), join(house, name));
  folder = createConnector('corner-shop', join(house, 'nodes-new'));
  symlinkSync(join(ROOT, 'nodes'), join(house, 'nodes'));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('a connector as the script starts it', () => {
  it('speaks of itself only, under its own name', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map((file) => file.name)).toContain('corner-shop.test.ts');
    const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
    expect(texts.filter((text) => /acme/i.test(text))).toEqual([]);
    expect(texts.join('\n')).toContain('Corner Shop');
    expect(existsSync(join(folder, 'README.md'))).toBe(true);
  });

  it('is found by being there, and declares all that an editor, a form and a reader need', async () => {
    const { connectors, connectionTypes } = await loadRegistry(join(house, 'nodes-new'));
    const [connector] = connectors;
    expect(connectors.map((one) => one.id)).toEqual(['corner-shop']);
    expect(findConnectorProblems('corner-shop', connector, new Set(connectionTypes.keys()))).toEqual([]);
  });

  it('reads everything once from its fake and survives outages', { timeout: 120_000 }, async () => {
    const { nodeTypes } = await loadRegistry(join(house, 'nodes-new'));
    const file = pathToFileURL(join(folder, 'testing/conformance.ts')).href;
    const { conformance } = (await import(file)) as { conformance: ConformanceSetup };
    const [source] = conformance.sources ?? [];
    const type = nodeTypes.get(source?.nodeType ?? '');
    if (type?.kind !== 'source') throw new Error('the skeleton has no source');
    expect(await findSourceProblems(type, checkConfig(type, source?.config), conformance.startFake)).toEqual([]);
  });
});

describe('a name', () => {
  it.each(['', 'kit', 'My-Shop', '../elsewhere', 'a--b'])('like %j is refused', (id) => {
    expect(() => createConnector(id, join(house, 'nodes-new'))).toThrow('cannot name a connector');
  });

  it('that is taken is refused, and nothing is overwritten', () => {
    expect(() => createConnector('corner-shop', join(house, 'nodes-new'))).toThrow('exists already');
  });
});
