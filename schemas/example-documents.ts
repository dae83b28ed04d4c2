import type { Address, Party } from './documents/party.ts';
import type { Payout } from './documents/payout.ts';
import type { SalesDocument, SalesLine, SalesTax } from './documents/sales-document.ts';

/**
 * Documents that stand in where a flow has read none yet: a form can show what its templates make of them. They are
 * called examples wherever they are shown, and nothing is ever booked of them.
 */
const address: Address = {
  line1: 'Rue de l’Exemple 1',
  line2: '',
  postcode: '1000',
  city: 'Bruxelles',
  region: '',
  country: 'BE',
};
const buyer: Party = {
  id: '39',
  name: 'Jeanne Exemple',
  company: null,
  email: null,
  vatNumber: null,
  group: 'B2C',
  billing: address,
  delivery: address,
};
const line: SalesLine = {
  id: '1',
  category: 'goods',
  description: 'Article',
  sku: 'ART-1',
  productId: '1',
  productCategory: null,
  quantity: '1',
  grossAmount: '100.00',
  discountAmount: '0.00',
  netAmount: '100.00',
  taxes: [{ taxId: '21', base: '100.00', amount: '21.00' }],
};
const tax: SalesTax = { id: '21', name: 'TVA 21 %', rate: '21', country: 'BE', amount: '21.00' };

export const EXAMPLE_SALE: SalesDocument = {
  kind: 'sale',
  id: '1001',
  number: '1001',
  source: { system: 'example', shop: 'shop.example', shopName: 'Boutique Exemple', url: null, channel: 'web' },
  status: 'completed',
  createdAt: '2026-10-30T09:00:00Z',
  paidAt: '2026-10-31T10:00:00Z',
  completedAt: '2026-11-02T10:00:00Z',
  modifiedAt: null,
  invoicedAt: '2026-10-31T10:00:00Z',
  numbers: { order: '1001', invoice: 'F2026-0042', reference: 'PO-7' },
  carrier: { id: '1', name: 'bpost' },
  currency: 'EUR',
  exchangeRate: null,
  pricesIncludeTax: false,
  buyer,
  vatExempt: null,
  creditReason: null,
  lines: [line],
  taxes: [tax],
  payments: [
    {
      id: 'p1',
      method: 'card',
      methodTitle: 'Bancontact',
      paidAt: '2026-10-31T10:00:00Z',
      amount: '121.00',
      currency: 'EUR',
      fee: null,
      feeCurrency: null,
      transactionId: 'tr_123456',
      payoutId: 'po_2026_11_02',
    },
  ],
  giftCards: [],
  total: '121.00',
  unallocated: '0',
  original: null,
};

export const EXAMPLE_CREDIT_NOTE: SalesDocument = {
  ...EXAMPLE_SALE,
  kind: 'credit-note',
  id: '1007',
  number: '1001-R1',
  createdAt: '2026-11-10T09:00:00Z',
  invoicedAt: '2026-11-10T09:00:00Z',
  numbers: { order: '1001', creditNote: 'NC2026-0003' },
  original: {
    id: '1001',
    number: '1001',
    url: null,
    status: 'completed',
    createdAt: EXAMPLE_SALE.createdAt,
    paidAt: EXAMPLE_SALE.paidAt,
    total: '121.00',
    openLines: [line],
    openTaxes: [tax],
    spreadBefore: '0',
  },
};

export const EXAMPLE_PAYOUT: Payout = {
  id: 'po_2026_11_02',
  number: 'PO-1102',
  source: { system: 'example', shop: 'shop.example', url: null },
  processor: 'Mollie',
  paidAt: '2026-11-02T06:00:00Z',
  currency: 'EUR',
  amount: '119.20',
  items: [{ id: '1', kind: 'payment', amount: '121.00', fee: '1.80', documentId: '1001' }],
};
