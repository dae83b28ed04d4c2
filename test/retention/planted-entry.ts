import { type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';

/** A balanced entry of 12.10 for the order of this number, booked on this day. */
export function plantedEntry(number: number, day: string): JournalEntry {
  const line = { auxiliaryAccount: null, vat: null, currencyAmount: null, dueDate: null, rule: 'r', label: 'Order' };
  const id = String(number);
  const lineage = (amount: string) => [{ part: 'total' as const, id, amount }];
  return journalEntry({
    ...{ id, journal: 'VT', journalName: 'Ventes', date: day, documentDate: day, pieceNumber: `VT-${id}` },
    ...{ reference: id, label: `Order ${id}`, currency: 'EUR', partyName: null },
    source: { system: 'acme', documentKind: 'sale', id, number: id, url: null },
    lines: [
      { ...line, account: '411', debit: '12.10', credit: '0.00', role: 'receivable', lineage: lineage('12.10') },
      { ...line, account: '707', debit: '0.00', credit: '12.10', role: 'revenue', lineage: lineage('-12.10') },
    ],
  });
}
