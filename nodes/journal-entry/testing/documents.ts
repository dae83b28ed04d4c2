import type { Address } from '#schemas/documents/party.ts';
import type { SalesDocument, SalesLine, SalesPayment, SalesTax } from '#schemas/documents/sales-document.ts';

/** Sales documents written by hand for tests. */
export function line(id: string, netAmount: string, change: Partial<SalesLine> = {}): SalesLine {
  return {
    id,
    category: 'goods',
    description: `Line ${id}`,
    sku: null,
    productId: null,
    productCategory: null,
    quantity: '1',
    grossAmount: netAmount,
    discountAmount: '0',
    netAmount,
    taxes: [],
    ...change,
  };
}

/** A line wholly taxed at one rate. */
export function taxedLine(
  id: string,
  netAmount: string,
  [taxId, amount]: readonly [string, string],
  change: Partial<SalesLine> = {},
): SalesLine {
  return line(id, netAmount, { taxes: [{ taxId, base: netAmount, amount }], ...change });
}

export function tax(id: string, rate: string, country: string | null, amount: string): SalesTax {
  return { id, name: `VAT ${rate}`, rate, country, amount };
}

export function payment(amount: string, change: Partial<SalesPayment> = {}): SalesPayment {
  return {
    id: 'p1',
    method: 'stripe',
    methodTitle: 'Carte bancaire',
    paidAt: '2026-10-31T23:30:00Z',
    amount,
    currency: 'EUR',
    fee: null,
    feeCurrency: null,
    transactionId: null,
    ...change,
  };
}

export function address(country: string | null): Address {
  return { line1: 'Rue Haute 1', line2: '', postcode: '1000', city: 'Ville', region: '', country };
}

export function buyerIn(
  country: string | null,
  change: Partial<SalesDocument['buyer']> = {},
): Pick<SalesDocument, 'buyer'> {
  const buyer = {
    id: '39',
    name: 'Élodie Dupont',
    company: null,
    email: null,
    vatNumber: null,
    billing: address(country),
    delivery: null,
  };
  return { buyer: { ...buyer, ...change } };
}

export function sale(total: string, change: Partial<SalesDocument> = {}): SalesDocument {
  return {
    kind: 'sale',
    id: '1043',
    number: '1043',
    source: { system: 'shop', shop: 'shop.example', url: null },
    status: 'completed',
    createdAt: '2026-10-30T09:00:00Z',
    paidAt: '2026-10-31T23:30:00Z',
    completedAt: null,
    modifiedAt: null,
    currency: 'EUR',
    exchangeRate: null,
    pricesIncludeTax: false,
    ...buyerIn('FR'),
    vatExempt: null,
    creditReason: null,
    lines: [],
    taxes: [],
    payments: [],
    giftCards: [],
    total,
    unallocated: '0',
    original: null,
    ...change,
  };
}

/** A credit note that gives back an amount of a sale without naming its lines. */
export function amountOnlyRefund(
  original: SalesDocument,
  amount = original.total,
  spreadBefore = '0.00',
): SalesDocument {
  return {
    ...original,
    kind: 'credit-note',
    id: `${original.id}-r${spreadBefore}`,
    number: `${original.number}-R1`,
    lines: [],
    taxes: [],
    payments: [],
    giftCards: [],
    total: amount,
    unallocated: amount,
    original: {
      id: original.id,
      number: original.number,
      url: null,
      status: original.status,
      createdAt: original.createdAt,
      paidAt: original.paidAt,
      total: original.total,
      openLines: original.lines,
      openTaxes: original.taxes,
      spreadBefore,
    },
  };
}
