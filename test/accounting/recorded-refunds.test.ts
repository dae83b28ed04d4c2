import { expect, test } from 'vitest';
import { parseShopAddress } from '#nodes/woocommerce/address.ts';
import { mapOrder } from '#nodes/woocommerce/map-order.ts';
import { mapRefund } from '#nodes/woocommerce/map-refund.ts';
import { NO_RATES } from '#nodes/woocommerce/map-taxes.ts';
import { orderSchema, refundSchema } from '#nodes/woocommerce/records.ts';
import { recordedCase } from '#nodes/woocommerce/testing/shop-data.ts';
import { DEFAULT_CONFIG } from '#nodes/woocommerce/testing/shop-test.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { balancesOf } from './books.ts';
import { mapBatch } from './map-batch.ts';

const scope = { address: parseShopAddress('https://shop.test'), config: DEFAULT_CONFIG, rates: NO_RATES };
/** Paid 180.60; a line of 49.90 was given back by name. */
const recorded = recordedCase('prices-incl__refund-partial-one-line');
const order = orderSchema.parse(recorded.order);
const sale = mapOrder(order, scope);
const [named] = recorded.refunds;

/** Refunds of the order, one after the other; a text is an amount without lines. */
function refunded(...amounts: readonly (string | undefined)[]): SalesDocument[] {
  const notes: SalesDocument[] = [];
  for (const [index, amount] of amounts.entries()) {
    const lines =
      amount === undefined ? {} : { amount, line_items: [], shipping_lines: [], fee_lines: [], tax_lines: [] };
    const refund = refundSchema.parse({ ...named, id: 900 + index, ...lines });
    notes.push(mapRefund(refund, { order, sale }, [...notes], scope));
  }
  return notes;
}

function booked(documents: readonly SalesDocument[], config: object = {}) {
  return mapBatch(documents, { chart: 'be-pcmn', payments: 'none', ...config }).flatMap((result) => {
    if (!('emit' in result)) throw new Error(JSON.stringify(result));
    return result.emit.map(({ body }) => body as JournalEntry);
  });
}

test.each([
  ['an amount, a line, the rest', ['20.00', undefined, '110.70']],
  ['a line, an amount, the rest', [undefined, '20.00', '110.70']],
  ['amounts on both sides of a line', ['20.00', '10.00', undefined, '30.00', '70.70']],
])('AT-151 a recorded order given back by %s leaves nothing on any account', (_, amounts) => {
  const notes = refunded(...amounts);
  expect(balancesOf(booked([sale, ...notes]))).toEqual({});
});

test('AT-151 what a refund names itself is not given back once more by the amount that it adds', () => {
  // The line by name, and all else of the order as an amount on the same refund.
  const refund = refundSchema.parse({ ...named, id: 950, amount: '180.60' });
  const note = mapRefund(refund, { order, sale }, [], scope);
  expect(note).toMatchObject({ total: '180.60', unallocated: '130.70' });
  expect(balancesOf(booked([sale, note]))).toEqual({});
});

test('a refund says what was open at the time of earlier ones only where that has changed since', () => {
  const spreads = (...amounts: readonly (string | undefined)[]) => refunded(...amounts).at(-1)?.original?.spreads;
  expect(spreads('20.00', '10.00')).toBeUndefined();
  expect(spreads(undefined, '10.00')).toBeUndefined();
  expect(spreads('20.00', undefined, '10.00')?.map(({ amount }) => amount)).toEqual(['20.00']);
});

test('AT-076 a credit note names the sale that must be booked before, when the user wants only those', () => {
  const notes = refunded('20.00');
  const key = `woocommerce:shop.test:sale:${sale.id}`;
  expect(booked(notes, { controls: { creditNotes: 'of-booked' } }).map(({ follows }) => follows)).toEqual([key]);
  expect(booked(notes).map(({ follows }) => follows)).toEqual([undefined]);
});

test('AT-076 a credit note of which the shop does not say the sale is held, when the user wants only those of booked ones', () => {
  const orphans = refunded('20.00').map((note) => {
    const { key, ...original } = note.original ?? { key: '' };
    expect(key).not.toBe('');
    return { ...note, original } as SalesDocument;
  });
  const [result] = mapBatch(orphans, { controls: { creditNotes: 'of-booked' } });
  expect(result).toMatchObject({ hold: { code: 'entry.sale_unknown' } });
});
