import { expect, test } from 'vitest';
import type { Envelope } from '#nodes/kit/node-type.ts';
import { documentSchemas } from '#schemas/documents/index.ts';
import { EXAMPLE_CREDIT_NOTE, EXAMPLE_PAYOUT, EXAMPLE_SALE } from '#schemas/example-documents.ts';
import { connector } from '../index.ts';
import { context } from '../testing/run-mapping.ts';
import { labelExamples } from './label-examples.ts';

const documents: Envelope[] = [
  { key: 'sale', kind: 'sales-document', body: EXAMPLE_SALE },
  { key: 'note', kind: 'sales-document', body: EXAMPLE_CREDIT_NOTE },
  { key: 'payout', kind: 'payout', body: EXAMPLE_PAYOUT },
  { key: 'later', kind: 'sales-document', body: { ...EXAMPLE_SALE, number: '2002' } },
];
const textsOf = (labels: object, given = documents) =>
  Object.fromEntries(
    labelExamples(context({ labels }), given).examples.map(({ setting, text, problem }) => [
      setting,
      text ?? problem?.code,
    ]),
  );

test('the example documents are documents', () => {
  for (const { kind, body } of documents) expect(documentSchemas[kind].parse(body)).toEqual(body);
});

test('AT-141 AT-142 each template shows what it makes of the first document that it can be about', () => {
  expect(textsOf({ reference: '{{ invoice }}', creditNote: 'Avoir {{ creditNote }} sur {{ original }}' })).toEqual({
    'labels.sale': 'Vente 1001 Jeanne Exemple',
    'labels.creditNote': 'Avoir NC2026-0003 sur 1001',
    'labels.payment': 'Règlement 1001 Jeanne Exemple',
    'labels.payout': 'Virement Mollie PO-1102',
    'labels.reference': 'F2026-0042',
    'labels.creditNoteReference': '',
    'labels.paymentReference': 'F2026-0042',
    'labels.pieceNumber': '1001',
    'labels.creditNotePieceNumber': '1001-R1',
    'labels.paymentPieceNumber': '1001',
    'labels.matchingCode': '1001',
  });
});

test('AT-141 a template that is broken shows its own problem and spoils no other', () => {
  const texts = textsOf({ sale: '{{ nobody }}', pieceNumber: '{{ invoice | structured }}' });
  expect(texts['labels.sale']).toBe('entry.template_broken');
  expect(texts['labels.creditNote']).toBe('Avoir 1001-R1 Jeanne Exemple');
  expect(texts['labels.pieceNumber']).toBe('+++002/0260/04240+++');
});

test('AT-141 fields come with their name, their title and what the document has in them', () => {
  const { fields, documents: taken } = labelExamples(context({}), documents);
  expect(fields.find(({ name }) => name === 'invoice')?.title.fr).toBe('Numéro de facture');
  expect(taken.map(({ about, key, values }) => [about, key, values['date']])).toEqual([
    ['sale', 'sale', '2026-10-31'],
    ['payment', 'sale', '2026-10-31'],
    ['credit-note', 'note', '2026-11-10'],
    ['payout', 'payout', '2026-11-02'],
  ]);
});

test('AT-142 a closed period, missing tables and a missing exchange rate do not keep anybody from writing a template', () => {
  const labels = { sale: '{{ number }}' };
  const dollars: Envelope = { key: 'usd', kind: 'sales-document', body: { ...EXAMPLE_SALE, currency: 'USD' } };
  const made = labelExamples(context({ labels, mapping: 'nowhere' }), [dollars]);
  expect(made.examples.find(({ setting }) => setting === 'labels.sale')?.text).toBe('1001');
});

test('AT-141 the node says which of its templates are broken before a flow is published', () => {
  const [type] = connector.nodeTypes;
  const check = type?.kind === 'map' ? type.check : undefined;
  const problems = check?.(context({ labels: { payment: '{{ vendor }}' } }).config) ?? [];
  expect(problems.map(({ field }) => field)).toEqual(['labels.payment']);
  expect(check?.(context({}).config)).toEqual([]);
});
