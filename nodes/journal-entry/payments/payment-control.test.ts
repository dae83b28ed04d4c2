import { describe, expect, test } from 'vitest';
import type { Message } from '#schemas/messages.ts';
import { line, payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { entriesOf, holdOf, jotted, mapOne } from '../testing/run-mapping.ts';

/** The sample of the product that was looked at: an invoice of 14.90, and 21.30 received for it. */
const overpaid = sale('14.90', {
  lines: [taxedLine('a', '12.42', ['t', '2.48'])],
  taxes: [tax('t', '20', 'FR', '2.48')],
  payments: [payment('21.30')],
});
const control = (paymentMismatch: string) => ({ controls: { paymentMismatch } });
const receivedFor = (...payments: Parameters<typeof payment>[]) => ({
  ...overpaid,
  payments: payments.map(([amount, change], index) => payment(amount, { id: `p${index}`, ...change })),
});
const suspended = (document: typeof overpaid) => entriesOf(document, control('suspense')).slice(1).map(jotted);

function warningsOf(document: typeof overpaid, config: object = {}): Message[] {
  const warnings: Message[] = [];
  expect(Object.keys(mapOne(document, config, warnings))).toEqual(['emit']);
  return warnings;
}

describe('a payment of 21.30 for an invoice of 14.90', () => {
  test('F-05 is said beside the document, with both amounts, unless told otherwise', () => {
    const [warning, ...others] = warningsOf(overpaid);
    expect(others).toEqual([]);
    expect(warning?.code).toBe('entry.payment_differs');
    expect(warning?.params).toMatchObject({ received: '21.30', total: '14.90', difference: '6.40' });
    expect(warningsOf(overpaid, control('ignore'))).toEqual([]);
  });

  test('F-05 holds the document when the user wants so', () => {
    const problem = holdOf(overpaid, control('hold'));
    expect(problem?.code).toBe('entry.payment_differs');
    expect(problem?.text).toMatch(/21\.30 EUR.*14\.90.*6\.40/);
    expect(problem?.remedy).not.toBe('');
  });

  test('F-05 is booked in full with the excess on the suspense account, so that the customer is cleared by the total', () => {
    expect(suspended(overpaid)).toEqual([['511500 D 21.30', '411000 C 14.90', '471000 C 6.40']]);
    expect(warningsOf(overpaid, control('suspense')).map(({ code }) => code)).toEqual(['entry.payment_to_suspense']);
  });

  test('F-05 stands beside the processor’s fee as any payment does', () => {
    const withFee = receivedFor(['21.30', { fee: '0.50', feeCurrency: 'EUR' }]);
    expect(suspended(withFee)).toEqual([['511500 D 20.80', '627800 D 0.50', '411000 C 14.90', '471000 C 6.40']]);
  });
});

describe('payments of a sale', () => {
  test('F-05 in parts that make up the total are no difference', () => {
    expect(warningsOf(receivedFor(['10.00'], ['4.90']), control('hold'))).toEqual([]);
  });

  test('F-05 that fall short of a sale called paid are one, and the shortage stands on the suspense account', () => {
    const short = receivedFor(['4.00'], ['6.00']);
    expect(holdOf(short, control('hold'))?.params).toMatchObject({ received: '10.00', difference: '4.90' });
    expect(suspended(short)).toEqual([
      ['511500 D 4.00', '411000 C 4.00'],
      ['511500 D 6.00', '411000 C 10.90', '471000 D 4.90'],
    ]);
  });

  test('F-05 that fall short of a sale not paid yet are partial payments; more than its total is too much all the same', () => {
    const open = { ...receivedFor(['4.00']), paidAt: null };
    expect(holdOf(open, control('hold'))).toBeUndefined();
    expect(holdOf({ ...overpaid, paidAt: null }, control('hold'))?.code).toBe('entry.payment_differs');
  });

  test('F-05 are held against what was left to pay after gift cards', () => {
    const giftCards = [{ id: 'g', code: 'X', amount: '5.00' }];
    const paidByCard = { ...receivedFor(['9.90']), giftCards, total: '9.90' };
    expect(holdOf(paidByCard, control('hold'))).toBeUndefined();
    expect(holdOf({ ...paidByCard, payments: overpaid.payments }, control('hold'))?.params).toMatchObject({
      total: '9.90',
      difference: '11.40',
    });
  });

  test('F-05 that are announced and not received count for nothing, and a shop that lists none says nothing', () => {
    expect(holdOf(receivedFor(['14.90'], ['6.40', { paidAt: null }]), control('hold'))).toBeUndefined();
    expect(holdOf(receivedFor(), control('hold'))).toBeUndefined();
  });

  test('F-05 in another currency than the sale’s are not compared: the rate explains a gap', () => {
    const rates = { exchangeRates: [{ currency: 'USD', rate: '0.90' }] };
    const dollars = receivedFor(['16.00', { currency: 'USD' }]);
    expect(holdOf(dollars, { ...control('hold'), ...rates })).toBeUndefined();
  });

  test('F-05 that this flow does not book put nothing on the suspense account, and are said', () => {
    const config = { ...control('suspense'), payments: 'none' };
    expect(entriesOf(overpaid, config)).toHaveLength(1);
    expect(warningsOf(overpaid, config).map(({ code }) => code)).toEqual(['entry.payment_differs']);
  });

  test('F-05 for a sale that costs nothing are too much as well', () => {
    const free = sale('0.00', { lines: [line('a', '0.00')], payments: [payment('5.00')] });
    expect(suspended(free)).toEqual([]);
    expect(entriesOf(free, control('suspense')).map(jotted)).toEqual([['511500 D 5.00', '471000 C 5.00']]);
  });
});
