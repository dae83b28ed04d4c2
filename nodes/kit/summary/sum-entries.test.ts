import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EntryLine, type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';
import { formatAmount, sum } from '#schemas/money.ts';
import { summaryKey } from './grain.ts';
import { addToSummary, closeSummary, type Summary, summarySchema } from './sum-entries.ts';

function line(account: string, debit: string, credit: string, own: Partial<EntryLine> = {}): EntryLine {
  const amount = debit === '0.00' ? `-${credit}` : debit;
  return {
    account,
    auxiliaryAccount: null,
    label: 'own label',
    debit,
    credit,
    role: 'revenue',
    vat: null,
    currencyAmount: null,
    dueDate: null,
    rule: 'preset:revenue',
    lineage: [{ part: 'line', id: '1', amount }],
    ...own,
  };
}

function entry(number: string, lines: EntryLine[], own: Partial<JournalEntry> = {}): JournalEntry {
  return journalEntry({
    id: `shop:sale:${number}`,
    journal: 'VTE',
    journalName: 'Journal des ventes',
    date: '2026-10-31',
    documentDate: '2026-10-31',
    pieceNumber: number,
    reference: number,
    label: `Vente ${number}`,
    currency: 'EUR',
    source: { system: 'shop', documentKind: 'sale', id: number, number, url: null },
    partyName: 'Somebody',
    lines,
    ...own,
  });
}

function sumOf(entries: readonly JournalEntry[]): Summary {
  const summed = entries.reduce<Summary | undefined>((soFar, one) => addToSummary(soFar, 'k', one), undefined);
  if (!summed) throw new Error('nothing to sum');
  return summarySchema.parse(JSON.parse(JSON.stringify(summed)));
}

const vat = (rate: string) => ({ code: `FR${rate}`, rate, country: 'FR' });

test('a day is one entry, with a line for each account, VAT rate and side', () => {
  const first = entry('1001', [
    line('411000', '146.75', '0.00', { role: 'receivable', auxiliaryAccount: 'WEB' }),
    line('707020', '0.00', '100.00', { vat: vat('20') }),
    line('707055', '0.00', '46.75', { vat: vat('5.5') }),
  ]);
  const second = entry('1002', [
    line('411000', '50.00', '0.00', { role: 'receivable', auxiliaryAccount: 'WEB' }),
    line('709700', '5.00', '0.00', { role: 'discount', vat: vat('20') }),
    line('707020', '0.00', '55.00', { vat: vat('20') }),
  ]);
  const made = closeSummary(sumOf([first, second]), 'day');
  expect(made.lines.map(({ account, debit, credit }) => [account, debit, credit])).toEqual([
    ['411000', '196.75', '0.00'],
    ['707020', '0.00', '155.00'],
    ['707055', '0.00', '46.75'],
    ['709700', '5.00', '0.00'],
  ]);
  expect(made).toMatchObject({
    pieceNumber: '1001',
    reference: '1001-1002',
    label: 'Journal des ventes 31/10/2026 (2)',
    partyName: null,
  });
});

test('journals, kinds of document and days are summed apart; a document that is not paid out waits', () => {
  const sale = entry('1', [line('411000', '1.00', '0.00'), line('707000', '0.00', '1.00')]);
  const refund = entry('2', [line('707000', '1.00', '0.00'), line('411000', '0.00', '1.00')], {
    source: { system: 'shop', documentKind: 'credit-note', id: '2', number: '2', url: null },
  });
  const later = { ...sale, date: '2026-11-01' };
  const paidOut = { ...sale, payoutId: 'po_1' };
  expect(new Set([sale, refund, later].map((one) => summaryKey(one, 'day'))).size).toBe(3);
  expect(summaryKey(sale, 'payout')).toBeNull();
  expect(summaryKey(paidOut, 'payout')).not.toBeNull();
});

test('analytic parts and amounts in another currency are summed with their lines', () => {
  const own = {
    currencyAmount: { currency: 'USD', amount: '-11.000' },
    analytics: [
      { plan: 'P', section: 'N', amount: '6.00' },
      { plan: 'P', section: 'S', amount: '4.00' },
    ],
  };
  const one = entry('1', [
    line('411000', '10.00', '0.00', { currencyAmount: { currency: 'USD', amount: '11.000' } }),
    line('707000', '0.00', '10.00', own),
  ]);
  const [, revenue] = closeSummary(sumOf([one, one]), 'day').lines;
  expect(revenue?.currencyAmount).toEqual({ currency: 'USD', amount: '-22.000' });
  expect(revenue?.analytics).toEqual([
    { plan: 'P', section: 'N', amount: '12.00' },
    { plan: 'P', section: 'S', amount: '8.00' },
  ]);
});

test('whatever is summed: each side is the total of the documents, on every account', () => {
  const cents = fc.integer({ min: 1, max: 1_000_000 }).map((value) => (BigInt(value) * 1n).toString());
  const amount = cents.map((text) => `${text.padStart(3, '0').slice(0, -2)}.${text.padStart(3, '0').slice(-2)}`);
  const arbitraryEntry = fc
    .record({ number: fc.uuid(), amount, account: fc.constantFrom('707020', '707055', '708500'), turn: fc.boolean() })
    .map(({ number, amount: value, account, turn }) =>
      entry(number, [
        turn ? line('411000', '0.00', value) : line('411000', value, '0.00'),
        turn ? line(account, value, '0.00') : line(account, '0.00', value),
      ]),
    );
  const totals = (entries: readonly JournalEntry[], side: 'debit' | 'credit') => {
    const lines = entries.flatMap((one) => one.lines);
    const byAccount = Map.groupBy(lines, (one) => one.account);
    const pairs = [...byAccount].map(([account, of]) => [account, formatAmount(sum(of.map((one) => one[side])))]);
    return Object.fromEntries(pairs);
  };
  fc.assert(
    fc.property(fc.array(arbitraryEntry, { minLength: 1, maxLength: 40 }), (entries) => {
      const made = closeSummary(sumOf(entries), 'day');
      expect(totals([made], 'debit')).toEqual(totals(entries, 'debit'));
      expect(totals([made], 'credit')).toEqual(totals(entries, 'credit'));
    }),
  );
});
