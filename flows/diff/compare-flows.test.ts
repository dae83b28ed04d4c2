import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { loadRegistry, type Registry } from '#nodes/kit/registry.ts';
import { canonicalJson } from '#schemas/canonical-json.ts';
import type { FlowDefinition, FlowNode } from '#schemas/flow.ts';
import { compareFlows } from './compare-flows.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await loadRegistry();
});

const entries = (config: Record<string, unknown>, more: Partial<FlowNode> = {}): FlowNode => ({
  ...{ type: 'journal-entry', version: 1, config },
  ...more,
});
function flowOf(nodes: Record<string, FlowNode>, more: Partial<FlowDefinition> = {}): FlowDefinition {
  return {
    ...{ format: 'passerelle.flow/1', name: 'F', description: '', zone: 'Europe/Brussels', connections: {}, edges: [] },
    nodes,
    layout: { nodes: {}, notes: [] },
    ...more,
  };
}
const settingsOf = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  compareFlows(flowOf({ a: entries(before) }), flowOf({ a: entries(after) }), registry).nodes.flatMap(
    ({ settings }) => settings,
  );

it('names settings by the path of their texts, with what they were and are', () => {
  expect(settingsOf({ rounding: { limit: '0.05' } }, { rounding: { limit: '0.10' }, discounts: 'net' })).toEqual([
    { path: 'discounts', row: null, after: 'net' },
    { path: 'rounding.limit', row: null, before: '0.05', after: '0.10' },
  ]);
});

it('names the settings of a group that was never touched before, one by one', () => {
  expect(settingsOf({}, { rounding: { limit: '0.10' } })).toEqual([
    { path: 'rounding.limit', row: null, after: '0.10' },
  ]);
  expect(settingsOf({ rounding: { limit: '0.10' } }, {})).toEqual([
    { path: 'rounding.limit', row: null, before: '0.10' },
  ]);
  expect(settingsOf({}, { rounding: {} })).toEqual([{ path: 'rounding', row: null, after: {} }]);
});

it('finds mapping rows again by what identifies them, not by where they stand', () => {
  const rule = (country: string, rate: string, revenueAccount: string) => ({ country, rate, revenueAccount });
  const before = [rule('FR', '20', '707100'), rule('FR', '5.5', '707200'), rule('BE', '21', '700000')];
  const after = [rule('NL', '21', '709000'), rule('FR', '20', '707199'), rule('FR', '5.5', '707200')];
  expect(settingsOf({ vatRules: before }, { vatRules: after })).toEqual([
    { path: 'vatRules[].revenueAccount', row: 'FR · 20', before: '707100', after: '707199' },
    { path: 'vatRules[]', row: 'BE · 21', before: rule('BE', '21', '700000') },
    { path: 'vatRules[]', row: 'NL · 21', after: rule('NL', '21', '709000') },
  ]);
});

it('shows a rate that changed as one row that changed: the currency identifies it', () => {
  const rates = (rate: string) => ({ exchangeRates: [{ currency: 'USD', rate }] });
  expect(settingsOf(rates('0.92'), rates('0.93'))).toEqual([
    { path: 'exchangeRates[].rate', row: 'USD', before: '0.92', after: '0.93' },
  ]);
});

it('says when rows only changed places: the first one that fits wins', () => {
  const [one, two] = [
    { method: 'stripe', account: '517' },
    { method: '*', account: '512' },
  ];
  expect(settingsOf({ paymentAccounts: [one, two] }, { paymentAccounts: [two, one] })).toEqual([
    { path: 'paymentAccounts', row: null, before: ['stripe', '*'], after: ['*', 'stripe'] },
  ]);
});

it('tells nodes that are new, gone, retitled, of another type or version, and slots and edges', () => {
  const edge = (from: string, to: string) => ({ from: { node: from, port: 'o' }, to: { node: to, port: 'i' } });
  const before = flowOf(
    { kept: entries({}), gone: entries({}), same: entries({}) },
    { connections: { shop: { type: 'woocommerce' } }, edges: [edge('kept', 'gone'), edge('kept', 'same')] },
  );
  const after = flowOf(
    { kept: entries({}, { title: 'Sales', version: 2 }), fresh: entries({ discounts: 'net' }), same: entries({}) },
    {
      connections: { books: { type: 'sftp' } },
      edges: [edge('kept', 'same'), edge('kept', 'fresh')],
      zone: 'Europe/Paris',
    },
  );
  const facts = { type: 'journal-entry', version: 1, title: null, connection: null };
  expect(compareFlows(before, after, registry)).toEqual({
    isSame: false,
    flow: [{ path: 'zone', row: null, before: 'Europe/Brussels', after: 'Europe/Paris' }],
    slots: [
      { slot: 'shop', before: 'woocommerce', after: null },
      { slot: 'books', before: null, after: 'sftp' },
    ],
    nodes: [
      { node: 'kept', change: 'changed', before: facts, after: { ...facts, title: 'Sales', version: 2 }, settings: [] },
      { node: 'gone', change: 'removed', before: facts, after: null, settings: [] },
      { node: 'fresh', change: 'added', before: null, after: facts, settings: [] },
    ],
    edges: [
      { ...edge('kept', 'gone'), change: 'removed' },
      { ...edge('kept', 'fresh'), change: 'added' },
    ],
    moved: [],
    notesChanged: false,
  });
});

it('keeps what only moved apart from what the flow does', () => {
  const nodes = { a: entries({}), b: entries({}) };
  const note = { id: 'n', text: 'Look', x: 0, y: 0, width: 1, height: 1 };
  const before = flowOf(nodes, { layout: { nodes: { a: { x: 0, y: 0 }, b: { x: 5, y: 5 } }, notes: [] } });
  const after = flowOf(nodes, { layout: { nodes: { a: { x: 0, y: 9 }, b: { x: 5, y: 5 } }, notes: [note] } });
  expect(compareFlows(before, after, registry)).toMatchObject({ isSame: true, moved: ['a'], notesChanged: true });
});

const someConfig = fc.dictionary(
  fc.constantFrom('discounts', 'vatRules', 'rounding', 'other'),
  fc.oneof(
    fc.string(),
    fc.array(fc.oneof(fc.string(), fc.record({ country: fc.string(), rate: fc.constantFrom('20', '5.5') }))),
    fc.record({ limit: fc.constantFrom('0.05', '0.10') }),
  ),
);
const someFlow = fc
  .record({
    nodes: fc.dictionary(fc.constantFrom('a', 'b', 'c'), someConfig),
    zone: fc.constantFrom('Europe/Paris', 'Europe/Brussels'),
  })
  .map(({ nodes, zone }) =>
    flowOf(Object.fromEntries(Object.entries(nodes).map(([id, config]) => [id, entries(config)])), { zone }),
  );

it('finds two flows the same exactly when they are, and never changes what it is given', () => {
  const behaviour = ({ layout: _picture, ...rest }: FlowDefinition) => canonicalJson(rest);
  fc.assert(
    fc.property(someFlow, someFlow, (before, after) => {
      const texts = [canonicalJson(before), canonicalJson(after)];
      expect(compareFlows(before, after, registry).isSame).toBe(behaviour(before) === behaviour(after));
      expect(compareFlows(before, before, registry).isSame).toBe(true);
      expect([canonicalJson(before), canonicalJson(after)]).toEqual(texts);
    }),
    { numRuns: 400 },
  );
});
