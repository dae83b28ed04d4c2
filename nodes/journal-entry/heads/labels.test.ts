import { describe, expect, test } from 'vitest';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { SettingsError } from '#schemas/errors.ts';
import { amountOnlyRefund, payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { entriesOf, entryOf, holdOf, settings } from '../testing/run-mapping.ts';
import { LABEL_FIELDS } from './label-fields.ts';
import { findTemplateProblems } from './labels.ts';

const order = sale('120.00', {
  number: '2026-1043',
  lines: [taxedLine('a', '100.00', ['t', '20.00'])],
  taxes: [tax('t', '20', 'FR', '20.00')],
  numbers: { order: 'CMD-7', invoice: 'FA000012', reference: 'PO 99' },
  carrier: { id: '3', name: 'bpost' },
  paymentMethod: { method: 'bacs', methodTitle: 'Virement' },
  payments: [payment('120.00', { transactionId: 'pi_3', payoutId: 'po_1' })],
});
const note: SalesDocument = { ...amountOnlyRefund(order), payments: [payment('120.00', { id: 'r1' })] };
const label = (template: string, document = order) => entryOf(document, { labels: { sale: template } }).label;

describe('templates', () => {
  test('AT-142 name every field that the menu lists, and give plain text for each', () => {
    const given = Object.fromEntries(LABEL_FIELDS.map((field) => [field, label(`{{ ${field} }}`)]));
    expect(given).toMatchObject({
      number: '2026-1043',
      id: '1043',
      order: 'CMD-7',
      invoice: 'FA000012',
      reference: 'PO 99',
      customer: 'Élodie Dupont',
      customerId: '39',
      country: 'FR',
      date: '2026-11-01',
      orderDate: '2026-10-30',
      kind: 'sale',
      method: 'Carte bancaire',
      transaction: 'pi_3',
      payout: 'po_1',
      carrier: 'bpost',
      total: '120.00',
    });
    expect(given['creditNote']).toBe('');
  });

  test('AT-141 the reference is filled from fields of the order, by the engine and without it alike', () => {
    const reference = (template: string) => entryOf(order, { labels: { reference: template } }).reference;
    expect(reference('{{ order }}/{{ customer }}/{{ orderDate }}')).toBe('CMD-7/Élodie Dupont/2026-10-30');
    expect(reference("{{ order | upcase }}/{{ customer }}/{{ orderDate | date: '%d%m%y' }}")).toBe(
      'CMD-7/Élodie Dupont/301026',
    );
    expect(reference('')).toBe('2026-1043');
  });

  test('AT-142 dates are written by the calendar of the document and in the language of the entries', () => {
    expect(label("{{ date | date: '%d %B %Y' }}")).toBe('01 novembre 2026');
    expect(label("{{ invoiceDate | date: '%d/%m/%Y' }}-")).toBe('-');
  });

  test('that ask for the present moment, or draw lots, are refused: the same document makes the same entry', () => {
    expect(() => label("{{ 'now' | date: '%s' }}")).toThrow(SettingsError);
    expect(() => label("{{ 'today' | date_to_string }}")).toThrow(SettingsError);
    expect(() => label("{{ 'a,b' | split: ',' | sample }}")).toThrow(SettingsError);
  });

  test('AT-141 a template that names what does not exist is found before any document meets it', () => {
    const templates = {
      sale: '{% if company %}{{ vendor }}{% endif %}',
      reference: '{{ number | shout }}',
      payment: '{% assign short = number | slice: 0, 4 %}{{ short }}',
    };
    const problems = findTemplateProblems(settings({ labels: templates }));
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['entry.template_broken', 'labels.sale'],
      ['entry.template_broken', 'labels.reference'],
    ]);
    expect(problems[0]?.text).toContain('vendor');
  });
});

describe('numbers', () => {
  test('AT-143 the piece number is the order’s number, or any other field of it', () => {
    const piece = (template: string) => entryOf(order, { labels: { pieceNumber: template } }).pieceNumber;
    expect(piece('')).toBe('2026-1043');
    expect(piece('{{ id }}')).toBe('1043');
    expect(piece('{{ invoice }}')).toBe('FA000012');
    const { numbers: _, ...uninvoiced } = order;
    expect(holdOf(uninvoiced, { labels: { pieceNumber: '{{ invoice }}' } })?.code).toBe('entry.piece_number_empty');
  });

  test('AT-149 credit notes have a label, a reference and a piece number of their own', () => {
    const labels = {
      creditNote: 'Avoir sur {{ original }}',
      creditNoteReference: 'AV/{{ order }}',
      creditNotePieceNumber: 'AV{{ number }}',
    };
    const entry = entryOf(note, { labels: { ...labels, reference: 'sale', pieceNumber: 'sale', sale: 'sale' } });
    expect(entry).toMatchObject({
      label: 'Avoir sur 2026-1043',
      reference: 'AV/CMD-7',
      pieceNumber: 'AV2026-1043-R1',
    });
  });

  test('AT-150 payments have a label, a reference and a piece number of their own', () => {
    const labels = {
      payment: '{{ method }} {{ number }} du {{ date }}',
      paymentReference: '{{ transaction }}',
      paymentPieceNumber: 'R-{{ number }}',
    };
    const [, paid] = entriesOf(order, { labels: { ...labels, sale: 'sale', reference: 'sale', pieceNumber: 'sale' } });
    expect(paid).toMatchObject({
      label: 'Carte bancaire 2026-1043 du 2026-11-01',
      reference: 'pi_3',
      pieceNumber: 'R-2026-1043',
      payoutId: 'po_1',
    });
  });

  test('AT-150 credit notes and payments are numbered as sales are when nothing else is said', () => {
    const labels = { reference: '{{ id }}', pieceNumber: 'W{{ number }}' };
    expect(entryOf(note, { labels })).toMatchObject({ pieceNumber: 'W2026-1043-R1' });
    expect(entriesOf(order, { labels })[1]).toMatchObject({ reference: '1043', pieceNumber: 'W2026-1043' });
  });
});

describe('what belongs together', () => {
  const codesOf = (config: object) =>
    [...entriesOf(order, config), ...entriesOf(note, config)].map((entry) =>
      entry.lines.map((line) => line.matchingCode),
    );

  test('carries one code on the customer’s lines of a sale, its payment, its credit note and the money given back', () => {
    const codes = codesOf({});
    expect(codes.map((ofEntry) => ofEntry.filter((code) => code !== undefined))).toEqual(Array(4).fill(['2026-1043']));
  });

  test('EF-10 the structured communication of a sale, its payment and its credit note is one and the same', () => {
    const codes = codesOf({ labels: { matchingCode: '{{ number | structured }}' } });
    expect(new Set(codes.flat())).toEqual(new Set([undefined, '+++002/0261/04371+++']));
  });

  test('EF-10 a reference or a label can carry the structured communication that the customer was given', () => {
    const entry = entryOf(order, {
      labels: { reference: '{{ order | structured }}', sale: 'Vente {{ order | structured }}' },
    });
    expect(entry).toMatchObject({ reference: '+++000/0000/00707+++', label: 'Vente +++000/0000/00707+++' });
  });

  test('EF-10 a number of which no structured communication can be made holds its document, and no other', () => {
    const labels = { matchingCode: '{{ number | structured }}' };
    const long = { ...order, number: '123456789012' };
    expect(holdOf(long, { labels })).toMatchObject({
      code: 'entry.structured_impossible',
      params: { number: '123456789012' },
    });
    expect(holdOf(order, { labels })).toBeUndefined();
  });
});
