import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateFlow } from '#flows/validate.ts';
import { loadRegistry, type Registry } from '#nodes/kit/registry.ts';
import { fieldsOf } from '#nodes/kit/schema-fields.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { readFlowFile, writeFlowFile } from '#server/flows/flow-file.ts';
import { Refusal } from '#server/http/refusal.ts';
import { startTestApp, type TestApp } from '#server/http/testing/test-app.ts';
import { loadTemplates, type Template } from '#server/templates/load-templates.ts';

let registry: Registry;
let templates: readonly Template[];
let app: TestApp;
beforeAll(async () => {
  registry = await loadRegistry();
  templates = await loadTemplates(registry);
  app = await startTestApp();
});
afterAll(() => app.close());

/** The same value with the keys of every object in another order. */
function shuffled<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(shuffled) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item)]);
  return Object.fromEntries(entries.reverse()) as Value;
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const place = fc.record({
  // JSON has no negative zero.
  x: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((x) => x + 0),
  y: fc.integer({ min: -5000, max: 5000 }),
});
const vatRule = fc.record({
  country: fc.constantFrom('*', 'FR', 'BE', 'NL'),
  rate: fc.constantFrom('*', '20', '5.5', '21'),
  revenueAccount: fc.stringMatching(/^7[0-9]{5}$/),
});

/** Sound flows: templates with their titles, descriptions, places, notes, mapping rows and nodes' ids made up. */
const someFlow = fc
  .record({
    template: fc.nat(),
    name: text,
    description: fc.string({ unit: 'grapheme', maxLength: 200 }),
    zone: fc.constantFrom('Europe/Brussels', 'Europe/Paris'),
    corrections: fc.constantFrom(undefined, 'difference' as const, 'hold' as const),
    title: text,
    vatRules: fc.array(vatRule, { maxLength: 8 }),
    limit: fc.constantFrom('0.01', '0.05', '1.00'),
    places: fc.array(place, { minLength: 1, maxLength: 9 }),
    notes: fc.array(fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 80 }), at: place }), { maxLength: 3 }),
  })
  .map(({ template, name, description, zone, corrections, title, vatRules, limit, places, notes }): FlowDefinition => {
    const { flow } = templates[template % templates.length] ?? templates[0] ?? fail('there is no template');
    const nodes = Object.entries(flow.nodes).map(([id, node]) => {
      const config = node.type === 'journal-entry' ? { ...node.config, vatRules, rounding: { limit } } : node.config;
      return [id, { ...node, title, config }] as const;
    });
    return {
      ...flow,
      ...{ name, description, zone, nodes: Object.fromEntries(nodes) },
      ...(corrections === undefined ? {} : { corrections }),
      layout: {
        nodes: Object.fromEntries(nodes.map(([id], index) => [id, places[index % places.length] ?? { x: 0, y: 0 }])),
        notes: notes.map(({ text: note, at }, index) => ({
          id: `note-${index}`,
          text: note,
          ...at,
          width: 200,
          height: 80,
        })),
      },
    };
  });

function fail(message: string): never {
  throw new Error(message);
}

it('gives the same bytes again for any sound flow, whatever order its keys were written in', () => {
  fc.assert(
    fc.property(someFlow, (flow) => {
      expect(validateFlow(flow, registry)).toEqual([]);
      const file = writeFlowFile(flow);
      expect(readFlowFile(file)).toEqual(flow);
      expect(writeFlowFile(readFlowFile(file))).toBe(file);
      expect(writeFlowFile(readFlowFile(JSON.stringify(shuffled(flow))))).toBe(file);
    }),
    { numRuns: 200 },
  );
});

it('brings every template through the database and back to the byte', async () => {
  const { call, cookie } = await app.person();
  for (const { flow } of templates) {
    const file = writeFlowFile(flow);
    const imported = await call('POST', '/api/flows/import', { text: file });
    expect(imported.status, JSON.stringify(imported.body)).toBe(200);
    const { id } = imported.body as { id: string };
    const exported = await app.request(`/api/flows/${id}/export`, { headers: { cookie } });
    expect(await exported.text()).toBe(file);
  }
});

it('brings random sound flows through the database and back to the byte', async () => {
  const { call, cookie } = await app.person();
  await fc.assert(
    fc.asyncProperty(someFlow, async (flow) => {
      const file = writeFlowFile({ ...flow, name: flow.name.trim() || 'x' });
      const imported = await call('POST', '/api/flows/import', { text: file });
      const { id } = imported.body as { id: string };
      const exported = await app.request(`/api/flows/${id}/export`, { headers: { cookie } });
      expect(await exported.text()).toBe(file);
    }),
    { numRuns: 25 },
  );
});

describe('a file that is not right is refused with what and where', () => {
  const sound = () =>
    JSON.parse(writeFlowFile(templates[0]?.flow ?? fail('there is no template'))) as Record<string, unknown>;
  function refusalOf(file: string): Refusal {
    try {
      readFlowFile(file);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
    throw new Error('the file was taken');
  }
  const withNode = (change: object) => {
    const flow = sound();
    const nodes = flow['nodes'] as Record<string, object>;
    const [id = ''] = Object.keys(nodes);
    return { file: JSON.stringify({ ...flow, nodes: { ...nodes, [id]: { ...nodes[id], ...change } } }), id };
  };

  it('names the line where it stops being JSON', () => {
    const refusal = refusalOf(
      writeFlowFile(templates[0]?.flow ?? fail('none')).replace('"edges": [', '"edges": ['.slice(0, -1)),
    );
    expect(refusal.detail).toMatchObject({
      code: 'flow-file.not_json',
      params: { place: expect.stringMatching(/^line \d+$/) },
    });
  });
  it.each(['[]', '42', 'null', '{}', '{"format": 1}'])('says of %s that it is no flow', (file) => {
    expect(refusalOf(file).detail.code).toBe('flow-file.not_a_flow');
  });
  it('says that a newer format needs a newer installation', () => {
    const refusal = refusalOf(JSON.stringify({ ...sound(), format: 'passerelle.flow/2', whatever: 1 }));
    expect(refusal.detail).toMatchObject({ code: 'flow-file.newer_format', params: { format: 'passerelle.flow/2' } });
    expect(refusalOf('{"format": "n8n"}').detail.code).toBe('flow-file.other_format');
  });
  it('names fields that a flow does not have, wherever they stand', () => {
    expect(refusalOf(JSON.stringify({ ...sound(), schedule: 'daily' })).problems).toMatchObject([
      { field: 'schedule' },
    ]);
    const { file, id } = withNode({ retries: 3 });
    expect(refusalOf(file).problems).toMatchObject([
      { code: 'flow-file.unknown_field', field: `nodes.${id}.retries`, params: { field: `nodes.${id}.retries` } },
    ]);
  });
  it('names fields of the wrong type and those that are missing', () => {
    const { file, id } = withNode({ version: 'one' });
    expect(refusalOf(file).problems).toMatchObject([{ field: `nodes.${id}.version` }]);
    const { edges: _gone, ...rest } = sound();
    expect(refusalOf(JSON.stringify(rest)).problems).toMatchObject([{ field: 'edges' }]);
  });
  it('refuses what no database stores', () => {
    expect(refusalOf(JSON.stringify({ ...sound(), description: 'a\u0000b' })).status).toBe(400);
  });
});

it('has no place for a secret: no setting of a node is called as a credential of a connection is', () => {
  const secrets = new Set([...registry.connectionTypes.values()].flatMap((type) => type.secrets));
  expect(secrets.size).toBeGreaterThan(0);
  const names = [...registry.nodeTypes.values()].flatMap((type) =>
    fieldsOf(type.config).map(({ path }) => [type.id, path.split('.').at(-1)?.replace('[]', '') ?? ''] as const),
  );
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter(([, name]) => secrets.has(name) || /password|secret|token|credential/i.test(name))).toEqual([]);
});
