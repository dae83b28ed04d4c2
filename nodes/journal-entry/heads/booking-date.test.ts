import { expect, test } from 'vitest';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { address, amountOnlyRefund, buyerIn, payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { type Books, entriesIn, mapIn } from '../testing/run-in-books.ts';

const order = sale('120.00', {
  lines: [taxedLine('a', '100.00', ['t', '20.00'])],
  taxes: [tax('t', '20', 'FR', '20.00')],
  // Every moment is on the last evening of a month in UTC; in Brussels it is the next month already.
  createdAt: '2026-07-31T22:30:00Z',
  paidAt: '2026-08-31T22:30:00Z',
  invoicedAt: '2026-09-30T22:30:00Z',
  completedAt: '2026-10-31T23:30:00Z',
});
const note: SalesDocument = { ...amountOnlyRefund(order), createdAt: '2026-11-30T23:30:00Z' };

function dateOf(document: SalesDocument, config: object, books: Books = {}): string {
  return entriesIn({ startedAt: '2026-12-31T23:30:00Z', ...books, config }, document)[0].date;
}

test('AT-140 a sale is booked on the day of the order, of the payment, of the invoice, of its completion, or today', () => {
  const golden = {
    created: '2026-08-01',
    paid: '2026-09-01',
    invoiced: '2026-10-01',
    completed: '2026-11-01',
    today: '2027-01-01',
  };
  for (const [dateAxis, date] of Object.entries(golden)) expect(dateOf(order, { dateAxis })).toBe(date);
});

test('AT-140 days are those of the flow’s time zone', () => {
  const golden = {
    created: '2026-07-31',
    paid: '2026-08-31',
    invoiced: '2026-09-30',
    completed: '2026-10-31',
    today: '2026-12-31',
  };
  // Half past eleven in a London summer is half past ten in UTC, and half past midnight in Brussels.
  const inLondon = { zone: 'Europe/London' };
  for (const [dateAxis, date] of Object.entries(golden)) expect(dateOf(order, { dateAxis }, inLondon)).toBe(date);
  expect(dateOf(order, { dateAxis: 'created' }, { zone: 'Pacific/Auckland' })).toBe('2026-08-01');
});

test('AT-140 midnight is the flow’s own on the days when the clocks change', () => {
  const at = (createdAt: string) => dateOf({ ...order, createdAt }, { dateAxis: 'created' });
  // 29 March 2026: midnight is 23:00 UTC, and the next one 22:00 UTC, for the day has 23 hours.
  expect([at('2026-03-28T22:59:59Z'), at('2026-03-28T23:00:00Z')]).toEqual(['2026-03-28', '2026-03-29']);
  expect([at('2026-03-29T21:59:59Z'), at('2026-03-29T22:00:00Z')]).toEqual(['2026-03-29', '2026-03-30']);
  expect([at('2026-10-25T22:59:59Z'), at('2026-10-25T23:00:00Z')]).toEqual(['2026-10-25', '2026-10-26']);
});

test('AT-140 the day of the order stands in for a date that is missing', () => {
  const { invoicedAt: _, ...rest } = order;
  const bare = { ...rest, paidAt: null, completedAt: null };
  for (const dateAxis of ['paid', 'completed', 'invoiced']) expect(dateOf(bare, { dateAxis })).toBe('2026-08-01');
});

test('AT-072 an order whose order date and invoice date lie in different months lands in the month that was chosen', () => {
  expect(dateOf(order, { dateAxis: 'created' }).slice(0, 7)).toBe('2026-08');
  expect(dateOf(order, { dateAxis: 'invoiced' }).slice(0, 7)).toBe('2026-10');
});

test('AT-149 a credit note is booked on its own day, on that of the order, or today', () => {
  const golden = { created: '2026-12-01', order: '2026-08-01', today: '2027-01-01' };
  for (const [creditNoteDateAxis, date] of Object.entries(golden)) {
    // The axis of sales does not touch it.
    expect(dateOf(note, { creditNoteDateAxis, dateAxis: 'completed' })).toBe(date);
  }
  expect(
    dateOf(
      { ...note, original: null, lines: order.lines, taxes: order.taxes, unallocated: '0' },
      { creditNoteDateAxis: 'order' },
    ),
  ).toBe('2026-12-01');
});

/** How a document of books that are closed until a day ends if it is not booked already. */
function barred(closedUntil: string, closedPeriod: string, document = order) {
  const result = mapIn({ closedUntil, config: { dateAxis: 'created', controls: { closedPeriod } } }, document);
  return 'emit' in result ? result.emit.map(({ unlessBooked }) => unlessBooked) : result;
}

test('a document of a closed period is held with the day and the end of the period, or fails, as the user chose', () => {
  expect(barred('2026-08-31', 'hold')).toMatchObject([
    {
      outcome: 'held',
      message: {
        code: 'entry.period_closed',
        params: { day: '2026-08-01', closedUntil: '2026-08-31', document: '1043' },
      },
    },
  ]);
  expect(barred('2026-08-31', 'refuse')).toMatchObject([
    { outcome: 'failed', message: { code: 'entry.period_closed' } },
  ]);
});

test('a payment in the open period is not stopped by the closed day of its sale', () => {
  const paid = { ...order, payments: [payment('120.00', { paidAt: '2026-09-15T10:00:00Z' })] };
  expect(barred('2026-08-31', 'hold', paid)).toMatchObject([{ outcome: 'held' }, undefined]);
});

test('the last closed day is closed, and the day after it is open', () => {
  expect(barred('2026-08-01', 'hold')).toMatchObject([{ outcome: 'held' }]);
  expect(barred('2026-07-31', 'hold')).toEqual([undefined]);
});

test('what is moved out of a closed period is booked on the first open day, and its label says the day it belongs to', () => {
  const paid = { ...order, payments: [payment('120.00', { paidAt: '2026-08-31T22:30:00Z' })] };
  const moved = (document: SalesDocument, language: string) =>
    entriesIn(
      { closedUntil: '2026-12-31', config: { dateAxis: 'created', language, controls: { closedPeriod: 'move' } } },
      document,
    );
  const [entry, received] = moved(paid, 'fr');
  expect(entry).toMatchObject({
    date: '2027-01-01',
    documentDate: '2026-08-01',
    label: 'Vente 1043 Élodie Dupont (du 01/08/2026)',
  });
  expect(entry.lines.every(({ label }) => label === entry.label)).toBe(true);
  expect(received).toMatchObject({
    date: '2027-01-01',
    documentDate: '2026-09-01',
    label: 'Règlement 1043 Élodie Dupont (du 01/09/2026)',
  });
  expect(moved(note, 'nl')[0]).toMatchObject({
    date: '2027-01-01',
    label: 'Creditnota 1043-R1 Élodie Dupont (van 01/12/2026)',
  });
  expect(moved(order, 'en')[0].label).toBe('Sale 1043 Élodie Dupont (of 01/08/2026)');
});

test('a payment in the open period stays where it is when its sale is moved', () => {
  const paid = { ...order, payments: [payment('120.00', { paidAt: '2026-09-15T10:00:00Z' })] };
  const config = { dateAxis: 'created', controls: { closedPeriod: 'move' } };
  const [entry, received] = entriesIn({ closedUntil: '2026-08-31', config }, paid);
  expect([entry.date, received?.date]).toEqual(['2026-09-01', '2026-09-15']);
  expect(received?.label).toBe('Règlement 1043 Élodie Dupont');
});

test('AT-073 the country that mapping tables go by is that of the address that the user chose', () => {
  const abroad = { ...order, ...buyerIn('FR', { delivery: address('BE') }) };
  const rules: Books['rules'] = [
    { table: 'sales', match: { country: 'BE' }, set: { withVat: '701BE' } },
    { table: 'sales', match: { country: 'FR' }, set: { withVat: '701FR' } },
  ];
  const accounts = (choice: string) =>
    entriesIn({ rules, config: { address: choice } }, abroad)[0].lines.map(({ account }) => account);
  expect(accounts('delivery')).toEqual(['411000', '701BE0', '445720']);
  expect(accounts('billing')).toEqual(['411000', '701FR0', '445720']);
});
