import { describe, expect, test } from 'vitest';
import { salesDocumentSchema } from '#schemas/documents/sales-document.ts';
import { EXAMPLE_SALE } from '#schemas/example-documents.ts';

/** A sale with its shipping, and the credit note that gives it back: between them they carry everything. */
const [goods] = EXAMPLE_SALE.lines;
const shipping = { ...goods, id: '2', category: 'shipping', description: 'bpost' };
const sale = {
  ...EXAMPLE_SALE,
  lines: [goods, shipping],
  numbers: {
    order: '1001',
    invoice: 'F2026-0042',
    creditNote: 'A2026-0007',
    return: 'R-12',
    delivery: 'BL-88',
    quote: 'D-3',
    cart: 'C-915',
    reference: 'PO-7',
  },
  deliveredAt: '2026-11-02T08:00:00Z',
  returnedAt: '2026-11-09T08:00:00Z',
  dueDate: '2026-11-30',
  paymentMethod: { method: 'stripe', methodTitle: 'Carte bancaire' },
  zone: 'Benelux',
  currency: 'GBP',
  exchangeRate: '1.1534',
};
const note = {
  ...sale,
  kind: 'credit-note',
  id: '1002',
  createdAt: '2026-11-10T09:00:00Z',
  original: {
    id: '1001',
    number: '1001',
    url: null,
    status: 'completed',
    createdAt: EXAMPLE_SALE.createdAt,
    paidAt: EXAMPLE_SALE.paidAt,
    total: EXAMPLE_SALE.total,
    openLines: [goods],
    openTaxes: EXAMPLE_SALE.taxes,
    spreadBefore: '0.00',
  },
};
type Body = Record<string, unknown>;

function at(body: unknown, path: string): unknown {
  return path.split('.').reduce((part, key) => (part as Body | undefined)?.[key], body);
}

function withValue(body: unknown, path: string, value: unknown): Body {
  const copy = JSON.parse(JSON.stringify(body)) as Body;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.length === 0 ? copy : (at(copy, keys.join('.')) as Body);
  parent[last] = value;
  return copy;
}

describe('AT-166 a document that was read carries', () => {
  test.each([
    ['its kind', sale, 'kind', 'quote'],
    ['its shop', sale, 'source.shop', null],
    ['the name of its shop', sale, 'source.shopName', 7],
    ['its own key', sale, 'id', ''],
    ['the key of the order that a credit note is about', note, 'original.id', null],
    ['the number of its order', sale, 'numbers.order', 7],
    ['the number of its quote', sale, 'numbers.quote', 7],
    ['the number of its cart', sale, 'numbers.cart', 7],
    ['the number of its invoice', sale, 'numbers.invoice', 7],
    ['the number of its credit note', note, 'numbers.creditNote', 7],
    ['the number of its return', note, 'numbers.return', 7],
    ['the number of its delivery', sale, 'numbers.delivery', 7],
    ['the customer’s reference', sale, 'numbers.reference', 7],
    ['its zone', sale, 'zone', 7],
    ['the country of the bill', sale, 'buyer.billing.country', 'Belgium'],
    ['the country of the delivery', sale, 'buyer.delivery.country', 'Belgium'],
    ['the date of the order', sale, 'createdAt', '30/10/2026'],
    ['the date of the invoice', sale, 'invoicedAt', '30/10/2026'],
    ['the date of the credit note', note, 'createdAt', '10/11/2026'],
    ['the date of the order that a credit note is about', note, 'original.createdAt', '30/10/2026'],
    ['the date of the return', note, 'returnedAt', '2026-11-09'],
    ['the date of the delivery', sale, 'deliveredAt', '2026-11-02'],
    ['the day until which it is to be paid', sale, 'dueDate', '30/11/2026'],
    ['its status', sale, 'status', null],
    ['the name of its payment', sale, 'paymentMethod.methodTitle', null],
    ['its currency', sale, 'currency', 'euro'],
    ['its rate', sale, 'exchangeRate', 1.1534],
    ['its carrier', sale, 'carrier.name', null],
    ['the tax of its shipping', sale, 'lines.1.taxes.0.taxId', null],
    ['the name of that tax', sale, 'taxes.0.name', null],
    ['the rate of that tax', sale, 'taxes.0.rate', 21],
  ])('%s, with a type of its own', (_what, document, path, wrong) => {
    const kept = salesDocumentSchema.parse(document);
    expect(at(document, path), path).toBeDefined();
    expect(at(kept, path)).toEqual(at(document, path));
    const refused = salesDocumentSchema.safeParse(withValue(document, path, wrong));
    expect(refused.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
