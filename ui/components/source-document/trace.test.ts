import { expect, it } from 'vitest';
import { linesByPart } from './trace.ts';

const base = { auxiliaryAccount: null, label: 'x', vat: null, currencyAmount: null, dueDate: null, rule: 'r' };
const entry = {
  ...{ id: 'e', journal: 'VT', journalName: 'Ventes', date: '2026-10-31', documentDate: '2026-10-31' },
  ...{ pieceNumber: 'P1', reference: '1', label: 'Order 1', currency: 'EUR', partyName: null },
  source: { system: 'acme', documentKind: 'sale' as const, id: '1', number: '1', url: null },
  lines: [
    {
      ...{ ...base, account: '400', debit: '12.10', credit: '0.00', role: 'receivable' as const },
      lineage: [{ part: 'total' as const, id: '1', amount: '12.10' }],
    },
    {
      ...{ ...base, account: '700', debit: '0.00', credit: '10.00', role: 'revenue' as const },
      lineage: [
        { part: 'line' as const, id: 'a', amount: '-4.00' },
        { part: 'line' as const, id: 'b', amount: '-6.00', document: 'shop:2' },
      ],
    },
    {
      ...{ ...base, account: '451', debit: '0.00', credit: '2.10', role: 'vat' as const },
      lineage: [{ part: 'tax' as const, id: 'a', amount: '-2.10' }],
    },
  ],
};

it('leads each part back to the lines that it went into, and tells a tax from a line with the same id', () => {
  const of = linesByPart('s', null, [{ documentId: 'd', entry }]);
  expect(of({ part: 'line', id: 'a' })).toEqual([
    { line: { documentId: 'd', sourceId: 's', entry, index: 1 }, amount: '-4.00' },
  ]);
  expect(of({ part: 'tax', id: 'a' }).map(({ line }) => line.index)).toEqual([2]);
  expect(of({ part: 'payment', id: 'a' })).toEqual([]);
});

it('leaves out what an entry that sums up several documents has from another one', () => {
  const of = linesByPart('s', 'shop:1', [{ documentId: 'd', entry }]);
  expect(of({ part: 'line', id: 'a' })).toHaveLength(1);
  expect(of({ part: 'line', id: 'b' })).toEqual([]);
});
