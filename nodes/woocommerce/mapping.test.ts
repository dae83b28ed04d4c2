import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type SalesDocument, salesDocumentSchema } from '#schemas/documents/sales-document.ts';
import { Decimal, sum } from '#schemas/money.ts';
import { parseShopAddress } from './address.ts';
import { mapOrder } from './map-order.ts';
import { inOrderMade, mapRefund } from './map-refund.ts';
import { NO_RATES } from './map-taxes.ts';
import { orderSchema, refundSchema } from './records.ts';
import { recordedCase } from './testing/shop-data.ts';
import { DEFAULT_CONFIG } from './testing/shop-test.ts';

const folder = join(import.meta.dirname, 'testing/fixtures/recorded');
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const scope = { address: parseShopAddress('https://shop.test'), config: DEFAULT_CONFIG, rates: NO_RATES };

function mapped(name: string): { sale: SalesDocument; notes: SalesDocument[] } {
  const recorded = recordedCase(name);
  const order = orderSchema.parse(recorded.order);
  const sale = mapOrder(order, scope);
  const notes: SalesDocument[] = [];
  for (const refund of inOrderMade(recorded.refunds.map((raw) => refundSchema.parse(raw)))) {
    notes.push(mapRefund(refund, { order, sale }, [...notes], scope));
  }
  return { sale, notes };
}

function explained(document: SalesDocument): Decimal {
  const parts = [
    ...document.lines.map((line) => line.netAmount),
    ...document.taxes.map((tax) => tax.amount),
    document.unallocated,
  ];
  return sum(parts).minus(sum(document.giftCards.map((card) => card.amount)));
}

test('there are recorded cases to map', () => expect(names.length).toBe(43));

describe.each(names)('the recorded order %s', (name) => {
  const { sale, notes } = mapped(name);
  const documents = [sale, ...notes];

  test('becomes documents that fit the schema', () => {
    for (const document of documents) expect(salesDocumentSchema.parse(document)).toEqual(document);
  });

  test('has lines and taxes that add up to its total, within the cents of the shop’s rounding', () => {
    for (const document of documents) {
      expect(explained(document).minus(document.total).abs().toNumber()).toBeLessThanOrEqual(0.02);
    }
  });

  // Not compared with the order's total_tax: under "round at subtotal" that misses the sum of the tax lines by a cent.
  test('keeps the shop’s VAT per rate to the cent', () => {
    const stated = recordedCase(name).order['tax_lines'] as { tax_total: string; shipping_tax_total: string }[];
    const expected = stated.map((line) => sum([line.tax_total, line.shipping_tax_total]).toFixed(2));
    expect(sale.taxes.map((tax) => tax.amount)).toEqual(expected);
  });

  test('has tax bases that sum to the net amount of each line', () => {
    for (const line of documents.flatMap((document) => document.lines)) {
      if (line.taxes.length === 0) continue;
      expect(sum(line.taxes.map((tax) => tax.base)).toFixed(6)).toBe(new Decimal(line.netAmount).toFixed(6));
    }
  });

  test('has a discount on each line that explains gross and net', () => {
    for (const line of sale.lines) {
      const net = new Decimal(line.grossAmount).minus(line.discountAmount);
      expect(net.equals(line.netAmount)).toBe(true);
    }
  });

  test('pays what it charges, when it is paid', () => {
    const isFree = new Decimal(sale.total).isZero();
    const paid = sale.paidAt !== null && !isFree ? [sale.total] : [];
    expect(sale.payments.map((payment) => payment.amount)).toEqual(paid);
  });

  test('carries no phone number, order key or IP address', () => {
    const text = JSON.stringify(documents);
    expect(text).not.toMatch(/\+3281|wc_order_|customer_ip|user_agent/);
  });
});

describe('a mapped order', () => {
  test('spreads the base of a negative fee over the rates that it lowers', () => {
    const fee = mapped('prices-excl__fees-positive-and-negative').sale.lines.find((line) => line.id === '403');
    expect(fee).toMatchObject({ category: 'fee', netAmount: '-2.00' });
    expect(fee?.taxes).toEqual([
      { taxId: '1', base: '-1.333333', amount: '-0.28' },
      { taxId: '3', base: '-0.666667', amount: '-0.04' },
    ]);
  });

  test('knows gift wrapping from other fees', () => {
    const { sale } = mapped('prices-incl__fees-positive-and-negative');
    expect(sale.lines.map((line) => line.category)).toContain('wrapping');
  });

  test('names the country and rate of each VAT', () => {
    const { sale } = mapped('prices-incl__fr-oss-mixed-vat');
    expect(sale.taxes.map(({ country, rate, amount }) => [country, rate, amount])).toEqual([
      ['FR', '20', '9.23'],
      ['FR', '10', '1.33'],
      ['FR', '5.5', '2.59'],
    ]);
  });

  test('of a business elsewhere in the Union has its VAT number and exemption', () => {
    const { sale } = mapped('prices-incl__b2b-de-reverse-charge');
    expect(sale.buyer.vatNumber).toBe('DE123456788');
    expect(sale.vatExempt).toBe(true);
    expect(sale.taxes).toEqual([]);
  });

  test('has the fee that the processor kept, in its currency', () => {
    expect(mapped('prices-incl__stripe-with-fee-meta').sale.payments[0]).toMatchObject({
      fee: '1.15',
      feeCurrency: 'EUR',
    });
    expect(mapped('prices-incl__export-us-usd').sale.payments[0]).toMatchObject({ fee: '3.21', feeCurrency: 'USD' });
  });

  test('says how the customer chose to pay, also where nothing has been paid, and who ships, by the title of each way', () => {
    const { sale } = mapped('prices-incl__status-failed');
    expect(sale.payments).toEqual([]);
    expect(sale.paymentMethod).toEqual({ method: 'bacs', methodTitle: 'Virement bancaire' });
    expect(sale.carrier).toEqual({ id: 'bpost', name: 'bpost' });
    const parcels = mapped('prices-incl__two-shipping-lines').sale;
    // Both are "flat_rate" to the shop: only the title tells them apart.
    const carriers = parcels.lines.flatMap(({ carrier }) => (carrier ? [carrier.name] : []));
    expect(carriers).toEqual(['bpost', 'Assurance']);
  });

  test('that costs nothing has no payment and keeps its tax of nothing', () => {
    const { sale } = mapped('prices-incl__free-order-coupon-100');
    expect(sale.payments).toEqual([]);
    expect(sale.taxes.map((tax) => tax.amount)).toEqual(['0.00']);
  });

  test('adds gift cards used to what was charged', () => {
    const { order } = recordedCase('prices-incl__be-guest-simple-shipping');
    const cards = [{ id: 7, code: 'GC-1', amount: 20.1 }];
    const sale = mapOrder(orderSchema.parse({ ...order, total: '35.75', gift_cards: cards }), scope);
    expect(sale.giftCards).toEqual([{ id: '7', code: 'GC-1', amount: '20.10' }]);
    expect(explained(sale).toFixed(2)).toBe('35.75');
  });
});

describe('a credit note', () => {
  test('points at the lines of the sale, with positive amounts', () => {
    const { sale, notes } = mapped('prices-incl__refund-partial-one-line');
    const saleLines = sale.lines.map((line) => line.id);
    for (const line of notes[0]?.lines ?? []) {
      expect(saleLines).toContain(line.id);
      expect(new Decimal(line.netAmount).isPositive()).toBe(true);
    }
    expect(notes[0]).toMatchObject({ kind: 'credit-note', id: '53', total: '49.90', unallocated: '0.00' });
    expect(notes[0]?.payments[0]).toMatchObject({ amount: '49.90', method: 'bacs' });
  });

  test('of an amount without lines leaves all of it to be spread, over everything that is open', () => {
    const { sale, notes } = mapped('prices-incl__refund-amount-only-no-lines');
    expect(notes[0]).toMatchObject({ total: '10.00', unallocated: '10.00', lines: [], taxes: [] });
    expect(notes[0]?.original?.openLines).toEqual(sale.lines);
    expect(notes[0]?.original?.openTaxes).toEqual(sale.taxes);
  });

  test('of an amount knows what earlier ones gave back without lines, and even a cent is spread', () => {
    const { order, refunds } = recordedCase('prices-incl__refund-amount-only-no-lines');
    const parsed = orderSchema.parse(order);
    const sale = mapOrder(parsed, scope);
    const refundOf = (id: number, amount: string, earlier: readonly SalesDocument[]) =>
      mapRefund(refundSchema.parse({ ...refunds[0], id, amount }), { order: parsed, sale }, earlier, scope);
    const first = refundOf(68, '10.00', []);
    const second = refundOf(69, '0.02', [first]);
    expect([first, second].map((note) => [note.unallocated, note.original?.spreadBefore])).toEqual([
      ['10.00', '0.00'],
      ['0.02', '10.00'],
    ]);
  });

  test('finds open what earlier ones did not take', () => {
    const { sale, notes } = mapped('prices-incl__refund-two-partials');
    expect(notes.map((note) => note.id)).toEqual(['72', '73']);
    expect(notes[0]?.original?.openTaxes.map((tax) => tax.amount)).toEqual(['18.35', '2.39', '2.82']);
    expect(notes[1]?.original?.openTaxes.map((tax) => tax.amount)).toEqual(['9.69', '2.39', '2.82']);
    const teapot = notes[1]?.original?.openLines.find((line) => line.id === sale.lines[0]?.id);
    expect(teapot).toMatchObject({ quantity: '1', netAmount: '41.24' });
  });

  test('whose lines exceed its amount is held', () => {
    const { order, refunds } = recordedCase('prices-incl__refund-partial-one-line');
    const parsed = orderSchema.parse(order);
    const refund = refundSchema.parse({ ...refunds[0], amount: '49.80' });
    const sale = mapOrder(parsed, scope);
    expect(() => mapRefund(refund, { order: parsed, sale }, [], scope)).toThrow(/gives back 49.80.*add up to 49.90/);
  });
});
