import type { Envelope } from '#nodes/kit/node-type.ts';
import {
  type EntryLine,
  type JournalEntry,
  type JournalEntryData,
  journalEntry,
} from '#schemas/documents/journal-entry.ts';
import { decimal, formatAmount } from '#schemas/money.ts';

/** A line of a sample: the amount is signed, debit positive. */
export function sampleLine(account: string, amount: string, more: Partial<EntryLine> = {}): EntryLine {
  const value = decimal(amount);
  return {
    account,
    auxiliaryAccount: null,
    label: '',
    debit: formatAmount(value.isNegative() ? decimal('0') : value),
    credit: formatAmount(value.isNegative() ? value.negated() : decimal('0')),
    role: 'revenue',
    vat: null,
    currencyAmount: null,
    dueDate: null,
    rule: 'sample',
    lineage: [{ part: 'total', id: '1', amount }],
    ...more,
  };
}

export function sampleData(number: string, date: string, lines: EntryLine[], more: Partial<JournalEntryData> = {}) {
  const data: JournalEntryData = {
    id: `sample-${number}`,
    journal: 'VE',
    journalName: 'Ventes',
    date,
    documentDate: date,
    pieceNumber: number,
    reference: `CMD-${number}`,
    label: `Commande ${number}`,
    currency: 'EUR',
    source: { system: 'sample', documentKind: 'sale', id: number, number, url: null },
    partyName: null,
    lines,
    ...more,
  };
  return data;
}

export function sampleEntry(number: string, date: string, lines: EntryLine[], more: Partial<JournalEntryData> = {}) {
  return journalEntry(sampleData(number, date, lines, more));
}

const vat20 = { code: '20', rate: '20', country: 'FR' };

/** A sale to a known customer, a credit note, a foreign sale, a sale at 0 %: what a golden file must show. */
export function sampleEntries(): JournalEntry[] {
  const customer = { role: 'receivable', auxiliaryAccount: 'C0042', dueDate: '2026-11-30' } as const;
  return [
    sampleEntry(
      '1041',
      '2026-10-30',
      [
        sampleLine('411000', '126.00', customer),
        sampleLine('707000', '-100.00', { vat: vat20, label: 'Thé « Œillet » & crème brûlée' }),
        sampleLine('708500', '-5.00', { vat: vat20, role: 'shipping' }),
        sampleLine('445710', '-21.00', { vat: vat20, role: 'vat' }),
      ],
      { partyName: 'Hélène Lœwenstein' },
    ),
    sampleEntry(
      '1042',
      '2026-10-30',
      [
        sampleLine('707000', '10.00', { vat: vat20 }),
        sampleLine('445710', '2.00', { vat: vat20, role: 'vat' }),
        sampleLine('411000', '-12.00', customer),
      ],
      {
        label: 'Avoir 1042 ; retour|partiel\tde la commande 1041',
        partyName: 'Hélène Lœwenstein',
        source: { system: 'sample', documentKind: 'credit-note', id: 'r1', number: '1042', url: null },
      },
    ),
    sampleEntry('1043', '2026-10-31', [
      sampleLine('411000', '92.59', { ...customer, currencyAmount: { currency: 'USD', amount: '100.00' } }),
      sampleLine('707000', '-92.59', { currencyAmount: { currency: 'USD', amount: '-100.00' } }),
    ]),
    sampleEntry('1044', '2026-10-31', [
      sampleLine('411000', '1234567.89', { role: 'receivable' }),
      sampleLine('707000', '-1234567.89', { vat: { code: '0', rate: '0', country: 'DE' } }),
    ]),
  ];
}

export function envelopes(entries: readonly JournalEntry[]): Envelope<'journal-entry'>[] {
  return entries.map((body) => ({ key: body.id, kind: 'journal-entry', body }));
}
