import { describe, expect, it } from 'vitest';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { entrySums, toRows } from './entry-rows.ts';

function line(account: string, debit: string, credit: string, auxiliaryAccount: string | null = null) {
  return {
    account,
    auxiliaryAccount,
    label: 'Commande été',
    debit,
    credit,
    role: 'revenue' as const,
    vat: null,
    currencyAmount: null,
    dueDate: null,
    rule: 'test',
    lineage: [{ part: 'total' as const, id: '1', amount: '1.00' }],
  };
}

function item(number: string, journal: string, lines: ReviewEntry['entry']['lines']): ReviewEntry {
  return {
    documentId: `00000000-0000-4000-8000-0000000000${number}`,
    sourceId: `00000000-0000-4000-8000-0000000001${number}`,
    ticked: true,
    entry: {
      id: number,
      journal,
      journalName: journal === 'VE' ? 'Ventes' : 'Banque',
      date: '2026-10-31',
      documentDate: '2026-10-31',
      pieceNumber: `P${number}`,
      reference: number,
      label: `Vente ${number}`,
      currency: 'EUR',
      source: { system: 'demo', documentKind: 'sale', id: number, number, url: null },
      partyName: 'Hélène Dupré',
      lines,
    },
  };
}

const sale = item('10', 'VE', [
  line('400000', '0.30', '0.00', 'CLI010'),
  line('700000', '0.00', '0.10'),
  line('451000', '0.00', '0.20'),
]);
const receipt = item('11', 'BQ', [
  line('550000', '1234567890123456.78', '0.00'),
  line('400000', '0.00', '1234567890123456.78'),
]);

describe('sums of entries', () => {
  it('are exact where floating point is not', () => {
    expect(entrySums(sale.entry)).toEqual({ debit: '0.30', credit: '0.30' });
    expect(entrySums(receipt.entry)).toEqual({ debit: '1234567890123456.78', credit: '1234567890123456.78' });
  });
});

describe('rows of the table', () => {
  it('are an entry followed by its lines, and the entry alone when folded', () => {
    expect(toRows([sale, receipt], new Set()).map((row) => row.kind)).toEqual([
      'entry',
      'line',
      'line',
      'line',
      'entry',
      'line',
      'line',
    ]);
    expect(toRows([sale, receipt], new Set([sale.documentId]))).toHaveLength(4);
  });
});
