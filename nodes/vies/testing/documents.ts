import type { Envelope } from '#nodes/kit/node-type.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';

/** A sale of 200.00 without VAT to a business. */
export function saleTo(number: string, vatNumber: string | null, country: string): SalesDocument {
  const billing = { line1: 'Rue Haute 1', line2: '', postcode: '1000', city: 'Ville', region: '', country };
  return {
    kind: 'sale',
    id: number,
    number,
    source: { system: 'shop', shop: 'shop.example', url: null },
    status: 'completed',
    createdAt: '2026-10-30T09:00:00Z',
    paidAt: null,
    completedAt: null,
    modifiedAt: null,
    currency: 'EUR',
    exchangeRate: null,
    pricesIncludeTax: false,
    buyer: {
      id: '7',
      name: 'Société Générale d’Édition',
      company: null,
      email: null,
      vatNumber,
      billing,
      delivery: null,
    },
    vatExempt: true,
    creditReason: null,
    lines: [
      {
        id: 'a',
        category: 'goods',
        description: 'Livres',
        sku: null,
        productId: null,
        productCategory: null,
        quantity: '1',
        grossAmount: '200.00',
        discountAmount: '0',
        netAmount: '200.00',
        taxes: [],
      },
    ],
    taxes: [],
    payments: [],
    giftCards: [],
    total: '200.00',
    unallocated: '0',
    original: null,
  };
}

export function envelopeOf(body: SalesDocument): Envelope {
  return { key: `sale/${body.id}`, kind: 'sales-document', body };
}
