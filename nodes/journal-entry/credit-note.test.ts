import { expect, test } from 'vitest';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { type Decimal, decimal, formatAmount, ZERO } from '#schemas/money.ts';
import { amountOnlyRefund, payment, sale, tax, taxedLine } from './testing/documents.ts';
import { entriesOf } from './testing/run-mapping.ts';

const goods = [
  taxedLine('a', '90.00', ['std', '18.00'], { grossAmount: '100.00', discountAmount: '10.00' }),
  taxedLine('b', '30.00', ['red', '1.65']),
];
const order = sale('145.65', {
  lines: [...goods, taxedLine('s', '5.00', ['std', '1.00'], { category: 'shipping' })],
  taxes: [tax('std', '20', 'FR', '19.00'), tax('red', '5.5', 'FR', '1.65')],
  payments: [payment('145.65')],
});
/** The goods come back; the shipping is kept. */
const note: SalesDocument = {
  ...amountOnlyRefund(order, '139.65'),
  lines: goods,
  taxes: [tax('std', '20', 'FR', '18.00'), tax('red', '5.5', 'FR', '1.65')],
  unallocated: '0',
  payments: [payment('139.65', { id: 'r1' })],
};

function balances(entries: readonly JournalEntry[]): Record<string, string> {
  const sums = new Map<string, Decimal>();
  for (const { account, debit, credit } of entries.flatMap(({ lines }) => lines)) {
    sums.set(account, (sums.get(account) ?? ZERO).plus(decimal(debit)).minus(decimal(credit)));
  }
  return Object.fromEntries(
    [...sums].flatMap(([account, left]) => (left.isZero() ? [] : [[account, formatAmount(left)]])),
  );
}

test('AT-151 a credit note credits the customer and debits the sales side, in a journal of its own', () => {
  const journals = { sales: 'VTE', creditNotes: 'AVO' };
  const [entry] = entriesOf(note, { journals });
  expect(entry).toMatchObject({ journal: 'AVO', source: { documentKind: 'credit-note' } });
  expect(entry?.lines.map(({ account, debit, credit, role }) => [role, account, debit, credit])).toEqual([
    ['receivable', '411000', '0.00', '139.65'],
    ['discount', '709700', '0.00', '10.00'],
    ['revenue', '707020', '100.00', '0.00'],
    ['revenue', '707055', '30.00', '0.00'],
    ['vat', '445720', '18.00', '0.00'],
    ['vat', '445755', '1.65', '0.00'],
  ]);
});

test('AT-151 a sale and its credit note leave nothing on any account but the shipping kept and its VAT', () => {
  expect(balances([...entriesOf(order), ...entriesOf(note)])).toEqual({
    '708500': '-5.00',
    '445720': '-1.00',
    '511500': '6.00',
  });
});

test('AT-151 a sale that is given back whole leaves nothing at all, named by line or by amount', () => {
  const whole = { ...note, lines: order.lines, taxes: order.taxes, total: '145.65', payments: order.payments };
  expect(balances([...entriesOf(order), ...entriesOf(whole)])).toEqual({});
  const byAmount = { ...amountOnlyRefund(order), payments: order.payments };
  expect(balances([...entriesOf(order), ...entriesOf(byAmount)])).toEqual({});
});
