import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defineConnector } from '#nodes/kit/connector.ts';
import { type ConfigMigration, defineTrigger, sameConfig } from '#nodes/kit/node-type.ts';
import { type Registry, registryOf } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { configOf, presentFlow } from './migrate-config.ts';
import { validateFlow } from './validate.ts';

const everywhere = (text: string) => ({ en: text, fr: text, nl: text });

/** A type that was renamed twice: journal → book, and in version 3 the book became an object. */
const MIGRATIONS: Readonly<Record<number, ConfigMigration>> = {
  1: ({ journal, ...rest }) => ({ ...rest, book: journal }),
  2: ({ book, ...rest }) => ({ ...rest, target: { book } }),
};

function registryWith(version: number, migrations: Readonly<Record<number, ConfigMigration>> = MIGRATIONS): Registry {
  const type = defineTrigger({
    id: 'planted',
    version,
    texts: { title: everywhere('Planted'), description: everywhere('Planted'), fields: { en: {}, fr: {}, nl: {} } },
    icon: 'box',
    inputs: [],
    outputs: [],
    config: {
      type: 'object',
      additionalProperties: false,
      required: ['target'],
      properties: {
        target: { type: 'object', additionalProperties: false, properties: { book: { type: 'string' } } },
        limit: { type: 'integer', default: 5 },
      },
    },
    messages: {},
    migrations,
  });
  return registryOf([defineConnector({ id: 'planted', nodeTypes: [type], connectionTypes: [] })]);
}

function flowOf(version: number, config: Record<string, unknown>): FlowDefinition {
  return {
    ...{ format: 'passerelle.flow/1', name: 'F', description: '', zone: 'Europe/Brussels', connections: {}, edges: [] },
    nodes: { one: { type: 'planted', version, config } },
    layout: { nodes: {}, notes: [] },
  };
}
const codesOfNode = (flow: FlowDefinition, registry: Registry) =>
  validateFlow(flow, registry)
    .filter((problem) => problem.node === 'one')
    .map((problem) => problem.message.code);

it('takes the settings of an older version through every step and fills in the defaults of the present one', () => {
  const registry = registryWith(3);
  expect(configOf(flowOf(1, { journal: 'VT' }), 'one', registry)).toEqual({ target: { book: 'VT' }, limit: 5 });
  expect(configOf(flowOf(2, { book: 'VT' }), 'one', registry)).toEqual({ target: { book: 'VT' }, limit: 5 });
  expect(codesOfNode(flowOf(1, { journal: 'VT' }), registry)).toEqual([]);
});

it('says which nodes it brought to the present, and leaves the flow that it was given as it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 2), fc.string(), (version, journal) => {
      const flow = flowOf(version, version === 1 ? { journal } : { book: journal });
      const before = structuredClone(flow);
      const present = presentFlow(flow, registryWith(3));
      expect(present.brought).toEqual([{ node: 'one', from: version, to: 3 }]);
      expect(present.flow.nodes['one']).toEqual({ type: 'planted', version: 3, config: { target: { book: journal } } });
      expect(flow).toEqual(before);
      expect(presentFlow(present.flow, registryWith(3))).toEqual({ flow: present.flow, brought: [] });
    }),
  );
});

it('refuses to guess where a step is missing: the problem names both versions and says what to do', () => {
  const registry = registryWith(3, { 1: sameConfig });
  const flow = flowOf(1, { target: {} });
  const [problem] = validateFlow(flow, registry).filter(({ node }) => node === 'one');
  expect(problem?.message).toMatchObject({ code: 'flow.no_migration', params: { made: '2', next: '3' } });
  expect(problem?.message.remedy).toBeTruthy();
  expect(() => configOf(flow, 'one', registry)).toThrow('nothing says how its settings become those of version 3');
  expect(presentFlow(flow, registry)).toEqual({ flow, brought: [] });
});

it('reports a migration that fails, and settings that do not suit after it', () => {
  const throwing = registryWith(2, {
    1: () => {
      throw new TypeError('no journal here');
    },
  });
  expect(codesOfNode(flowOf(1, {}), throwing)).toEqual(['flow.migration_failed']);
  expect(codesOfNode(flowOf(1, { journl: 'VT' }), registryWith(3))).not.toEqual([]);
});

it('does not run a node made for a version newer than the installed one', () => {
  expect(codesOfNode(flowOf(4, { target: {} }), registryWith(3))).toEqual(['flow.newer_type']);
  expect(() => configOf(flowOf(4, { target: {} }), 'one', registryWith(3))).toThrow('has version 3');
});
