import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRegistry } from '#nodes/kit/registry.ts';
import type { LabelExample, LabelExamples } from '#schemas/api/label-examples.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { EXAMPLE_CREDIT_NOTE, EXAMPLE_SALE } from '#schemas/example-documents.ts';
import { document, flowVersion, payload, run } from '../db/schema/index.ts';
import { type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { lengthWarnings } from './length-warnings.ts';

let app: TestApp;
let owner: { readonly call: Person; readonly workspaceId: string };
let flowId: string;

const node = (type: string, config: object = {}) => ({ type, version: 1, config });
const edge = (from: string, fromPort: string, to: string, toPort: string) => ({
  from: { node: from, port: fromPort },
  to: { node: to, port: toPort },
});
/** The mapping feeds a WinBooks file, which cuts labels after 40 characters. */
const definition = {
  format: 'passerelle.flow/1',
  name: 'Sales',
  zone: 'Europe/Brussels',
  connections: {},
  nodes: { entries: node('journal-entry'), file: node('text-file', { preset: 'winbooks-act' }) },
  edges: [edge('entries', 'entries', 'file', 'entries')],
};

beforeAll(async () => {
  app = await startTestApp({ registry: await loadRegistry() });
  owner = await app.person();
  const made = await owner.call('POST', '/api/flows', { name: 'Sales', definition });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  flowId = (made.body as { id: string }).id;
});
afterAll(() => app.close());

async function keep(sale: SalesDocument, isLeftOut = false): Promise<void> {
  const { db } = app.deps;
  const [runId, id] = [uuidv7(), uuidv7()];
  const { workspaceId } = owner;
  await db
    .insert(flowVersion)
    .values({ flowId, number: 1, definition: { ...definition, description: '' } as never, hash: 'h' })
    .onConflictDoNothing();
  await db
    .insert(run)
    .values({ id: runId, workspaceId, flowId, version: 1, bindings: {}, trigger: 'manual', mode: 'dry' });
  const row = { id, runId, rootId: id, nodeId: 'orders', key: sale.number, label: sale.number, hash: 'h', isLeftOut };
  await db.insert(document).values({ ...row, kind: 'sales-document' });
  await db.insert(payload).values({ documentId: id, body: sale });
}

async function show(labels: object, as: Person = owner.call): Promise<LabelExamples> {
  const { status, body } = await as('POST', `/api/flows/${flowId}/label-examples`, {
    node: 'entries',
    type: 'journal-entry',
    config: { labels },
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as LabelExamples;
}
const exampleOf = (shown: LabelExamples, setting: string): LabelExample | undefined =>
  shown.examples.find((example) => example.setting === setting);

test('AT-141 before a flow has read anything, templates are shown on a document that is called made up', async () => {
  const shown = await show({ reference: '{{ invoice }}' });
  expect(exampleOf(shown, 'labels.reference')).toMatchObject({ text: 'F2026-0042', problem: null, warnings: [] });
  expect(shown.documents.every(({ isMadeUp }) => isMadeUp)).toBe(true);
  expect(shown.fields.find(({ name }) => name === 'customer')?.title).toEqual({
    en: 'Customer',
    fr: 'Client',
    nl: 'Klant',
  });
});

test('AT-141 AT-142 templates are shown on the document that the flow has read last', async () => {
  await keep({ ...EXAMPLE_SALE, number: '7001', buyer: { ...EXAMPLE_SALE.buyer, name: 'Amélie Vraie' } });
  await keep({ ...EXAMPLE_SALE, number: '7002', buyer: { ...EXAMPLE_SALE.buyer, name: 'Zoé Dernière' } });
  await keep({ ...EXAMPLE_SALE, number: '7003' }, true);
  await keep({ ...EXAMPLE_CREDIT_NOTE, number: '7001-R1' });
  const shown = await show({ reference: '{{ number }}/{{ customer }}' });
  expect(exampleOf(shown, 'labels.reference')?.text).toBe('7002/Zoé Dernière');
  expect(exampleOf(shown, 'labels.creditNotePieceNumber')?.text).toBe('7001-R1');
  expect(shown.documents.filter(({ isMadeUp }) => isMadeUp).map(({ about }) => about)).toEqual(['payout']);
});

test('AT-142 a label that the target would cut is said while it is written, with the length and the limit', async () => {
  const shown = await show({ sale: 'Vente de la boutique en ligne {{ number }} {{ customer }}' });
  const example = exampleOf(shown, 'labels.sale');
  expect(example?.text?.length).toBeGreaterThan(40);
  expect(example?.warnings).toMatchObject([{ code: 'label_examples.cut', params: { limit: '40' } }]);
});

test('AT-142 a target that refuses what is longer is told from one that cuts it, and what fits is not spoken of', () => {
  const said = lengthWarnings('PIECE-1043', [
    { target: 'Refusing', rule: { maxLength: 9 } },
    { target: 'Cutting', rule: { maxLength: 9, cuts: true } },
    { target: 'Roomy', rule: { maxLength: 10 } },
    { target: 'Silent', rule: undefined },
  ]);
  expect(said.map(({ code, params }) => [code, params['target'], params['length']])).toEqual([
    ['label_examples.refused', 'Refusing', '10'],
    ['label_examples.cut', 'Cutting', '10'],
  ]);
});

test('AT-141 a template that is broken has its problem in place of a text, and keeps the draft from being published', async () => {
  const shown = await show({ sale: '{{ vendor }}' });
  expect(exampleOf(shown, 'labels.sale')).toMatchObject({ text: null, problem: { code: 'entry.template_broken' } });
  const broken = {
    ...definition,
    nodes: { ...definition.nodes, entries: node('journal-entry', { labels: { sale: '{{ vendor }}' } }) },
  };
  const made = await owner.call('POST', '/api/flows', { name: 'Broken', definition: broken });
  expect((made.body as { problems: unknown[] }).problems).toContainEqual({
    node: 'entries',
    message: expect.objectContaining({ code: 'entry.template_broken', field: 'labels.sale' }),
  });
});

test('AT-028 accounts that do not fit in the chosen length are named while it is typed', async () => {
  const ask = async (config: object) => {
    const asked = { node: 'entries', type: 'journal-entry', config };
    return (await owner.call('POST', `/api/flows/${flowId}/label-examples`, asked)).body as LabelExamples;
  };
  expect((await ask({})).warnings).toEqual([]);
  const [warning] = (await ask({ accountLength: 5 })).warnings;
  expect(warning).toMatchObject({ code: 'entry.chart_too_long', field: 'accountLength', params: { length: '5' } });
  expect(warning?.params['accounts']).toContain('445755');
});

test('settings that are not complete, and nodes without templates, show nothing', async () => {
  const ask = async (type: string, config: object) =>
    (await owner.call('POST', `/api/flows/${flowId}/label-examples`, { node: 'x', type, config })).body;
  const nothing = { fields: [], documents: [], examples: [], warnings: [] };
  expect(await ask('journal-entry', { accountLength: 'six' })).toEqual(nothing);
  expect(await ask('text-file', {})).toEqual(nothing);
});

test('the documents of a flow are shown to nobody outside its workspace, and to nobody who may not edit', async () => {
  const { call } = await app.person();
  await expect(show({}, call)).rejects.toThrow(/flows.missing/);
  const viewer = await app.person({ role: 'viewer', workspaceId: owner.workspaceId });
  await expect(show({}, viewer.call)).rejects.toThrow();
});
