import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument, SalesPayment } from '#schemas/documents/sales-document.ts';
import { payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { type Books, entriesIn, mapIn } from '../testing/run-in-books.ts';
import { jotted } from '../testing/run-mapping.ts';

const paidBy = (...payments: SalesPayment[]): SalesDocument =>
  sale('120.00', {
    lines: [taxedLine('a', '100.00', ['t', '20.00'])],
    taxes: [tax('t', '20', 'FR', '20.00')],
    payments,
  });
const by = (method: string, change: Partial<SalesPayment> = {}) => payment('120.00', { method, ...change });

function paymentsOf(books: Books, document: SalesDocument): readonly JournalEntry[] {
  return entriesIn(books, document).slice(1);
}

const table = 'payments' as const;
const rules = [
  { table, match: {}, set: { mode: 'CB', journal: 'BQ1', account: '512000', feeAccount: '627000' } },
  { table, match: { method: 'cheque' }, set: { mode: 'CHQ', journal: 'CA', account: '512100' } },
  { table, match: { method: 'CRED' }, set: { create: 'no' } },
];

describe('the table of payments', () => {
  test('AT-131 mode, journal, bank and fee account: the net at the bank and the fee make the amount paid', () => {
    const [entry] = paymentsOf({ rules }, paidBy(by('stripe', { fee: '2.35', feeCurrency: 'EUR' })));
    expect(entry && jotted(entry)).toEqual(['512000 D 117.65', '627000 D 2.35', '411000 C 120.00']);
    expect(entry?.journal).toBe('BQ1');
    expect(entry?.lines.map(({ paymentMode }) => paymentMode)).toEqual(['CB', undefined, 'CB']);
    expect(entry?.lines.map(({ rule }) => rule)).toEqual([
      'table:payments:account:00000000-0000-4000-8000-000000000000',
      'table:payments:feeAccount:00000000-0000-4000-8000-000000000000',
      'preset:customer',
    ]);
  });

  test('AT-131 a table that says nothing of the mode leaves it out of the entry', () => {
    const [entry] = paymentsOf({}, paidBy(by('stripe')));
    expect(entry?.lines.some((line) => 'paymentMode' in line)).toBe(false);
  });

  test('AT-131 the sale of a method goes to its accounts, with and without tax', () => {
    const sales = {
      table: 'sales' as const,
      match: { method: 'stripe' },
      set: { withVat: '707700', withoutVat: '707701' },
    };
    const [entry] = entriesIn({ rules: [...rules, sales] }, paidBy(by('stripe')));
    expect(jotted(entry)).toEqual(['411000 D 120.00', '707700 C 100.00', '445720 C 20.00']);
  });

  test('AT-132 a method whose payments are not created: the sale is posted, the receivable stays open', () => {
    const result = entriesIn({ rules }, paidBy(by('CRED')));
    expect(result.map(jotted)).toEqual([['411000 D 120.00', '707020 C 100.00', '445720 C 20.00']]);
  });

  test('AT-132 the table decides whatever the other settings say, and leaves to them what it does not say', () => {
    const books = (create: string, config: object) => ({ rules: [{ table, match: {}, set: { create } }], config });
    expect(paymentsOf(books('yes', { payments: 'none' }), paidBy(by('stripe')))).toHaveLength(1);
    expect(paymentsOf(books('Non', {}), paidBy(by('stripe')))).toHaveLength(0);
    expect(paymentsOf(books('', { payments: 'none' }), paidBy(by('stripe')))).toHaveLength(0);
    const inline = { paymentAccounts: [{ method: 'stripe', book: false }] };
    expect(paymentsOf(books('', inline), paidBy(by('stripe')))).toHaveLength(0);
    expect(paymentsOf(books('ja', inline), paidBy(by('stripe')))).toHaveLength(1);
  });

  test('AT-132 neither yes nor no is guessed: the document is held', () => {
    const result = mapIn({ rules: [{ table, match: {}, set: { create: 'maybe' } }] }, paidBy(by('stripe')));
    expect(result).toMatchObject({
      hold: { code: 'entry.create_unclear', params: { value: 'maybe', method: 'stripe' } },
    });
  });

  test('AT-133 exceptions by method, field by field: a cheque goes to the journal CA and to 512100', () => {
    const [entry] = paymentsOf({ rules }, paidBy(by('cheque', { fee: '0.50', feeCurrency: 'EUR' })));
    expect(entry && jotted(entry)).toEqual(['512100 D 119.50', '627000 D 0.50', '411000 C 120.00']);
    expect(entry).toMatchObject({ journal: 'CA', lines: [{ paymentMode: 'CHQ' }, {}, { paymentMode: 'CHQ' }] });
  });

  test('AT-133 goes before the methods of the settings, which go before the account of all payments', () => {
    const config = { paymentAccounts: [{ method: '*', account: '517100', journal: 'STR', feeAccount: '627810' }] };
    const only = [{ table, match: { method: 'cheque' }, set: { account: '512100' } }];
    const jot = (method: string) => paymentsOf({ rules: only, config }, paidBy(by(method))).map(jotted);
    expect(jot('cheque')).toEqual([['512100 D 120.00', '411000 C 120.00']]);
    expect(jot('stripe')).toEqual([['517100 D 120.00', '411000 C 120.00']]);
    expect(paymentsOf({ rules: only, config }, paidBy(by('cheque')))[0]?.journal).toBe('STR');
  });

  test('several payments each go by their own method, the customer’s account by the first', () => {
    const parts = [payment('100.00', { id: 'p1', method: 'stripe' }), payment('20.00', { id: 'p2', method: 'cheque' })];
    const byMethod = { table: 'customers' as const, match: { method: 'cheque' }, set: { ledgerAccount: '411300' } };
    const books = { rules: [...rules, byMethod], config: { customer: { ledgerMode: 'by-rule' } } };
    expect(entriesIn(books, paidBy(...parts)).map(jotted)).toEqual([
      ['411000 D 120.00', '707020 C 100.00', '445720 C 20.00'],
      ['512000 D 100.00', '411000 C 100.00'],
      // The cheque clears what the sale has debited, not an account that nothing stands on.
      ['512100 D 20.00', '411000 C 20.00'],
    ]);
  });

  test('change given back is a payment the other way round', () => {
    const tender = [payment('150.00', { id: 'p1', method: 'cash' }), payment('-30.00', { id: 'p2', method: 'cash' })];
    expect(paymentsOf({ rules }, paidBy(...tender)).map(jotted)).toEqual([
      ['512000 D 150.00', '411000 C 150.00'],
      ['512000 C 30.00', '411000 D 30.00'],
    ]);
  });

  test('HD-17 a sale on customer credit has no payment entry: the receivable stays open', () => {
    const [entry, ...others] = entriesIn({ rules }, paidBy(by('CRED', { methodTitle: 'Crédit client' })));
    expect(others).toEqual([]);
    expect(entry.lines[0]).toMatchObject({ role: 'receivable', account: '411000', debit: '120.00' });
    // A part paid by card is booked, the part on credit stays owed.
    const half = paidBy(payment('50.00', { id: 'p1', method: 'card' }), payment('70.00', { id: 'p2', method: 'CRED' }));
    expect(paymentsOf({ rules }, half).map(jotted)).toEqual([['512000 D 50.00', '411000 C 50.00']]);
  });
});
