import { defineConnector } from '#nodes/kit/connector.ts';
import { defineSource, type SourceItem } from '#nodes/kit/node-type.ts';
import { type SalesDocument, salesDocumentSchema } from '#schemas/documents/sales-document.ts';

const PAGE = 500;
const LINES = 10;
const ID = '@ID@';

/** Ten lines at two rates, one of them with a discount, paid by card: what a middling order of a shop looks like. */
function templateOrder(): SalesDocument {
  const lines = Array.from({ length: LINES }, (_, index) => {
    const taxId = index % 3 === 0 ? 'be6' : 'be21';
    const amount = taxId === 'be6' ? '0.72' : '2.52';
    return {
      id: String(index + 1),
      category: 'goods' as const,
      description: `Chocolats assortis, ballotin n° ${index + 1}`,
      sku: `CHO-${index + 1}`,
      productId: String(300 + index),
      productCategory: null,
      quantity: '1',
      grossAmount: '12.00',
      discountAmount: '0.00',
      netAmount: '12.00',
      taxes: [{ taxId, base: '12.00', amount }],
    };
  });
  return {
    kind: 'sale',
    id: ID,
    number: ID,
    source: { system: 'bench', shop: 'bench.example', url: `https://bench.example/orders/${ID}` },
    status: 'completed',
    createdAt: '2026-10-05T09:12:44Z',
    paidAt: '2026-10-05T09:13:02Z',
    completedAt: '2026-10-06T07:00:00Z',
    modifiedAt: '2026-10-06T07:00:00Z',
    currency: 'EUR',
    exchangeRate: null,
    pricesIncludeTax: false,
    buyer: {
      id: '17',
      name: 'Amélie Dupont',
      company: null,
      email: 'amelie.dupont@example.com',
      vatNumber: null,
      billing: {
        line1: 'Rue de la Loi 16',
        line2: '',
        postcode: '1000',
        city: 'Bruxelles',
        region: '',
        country: 'BE',
      },
      delivery: null,
    },
    vatExempt: null,
    creditReason: null,
    lines,
    taxes: [
      { id: 'be21', name: 'TVA 21 %', rate: '21', country: 'BE', amount: '15.12' },
      { id: 'be6', name: 'TVA 6 %', rate: '6', country: 'BE', amount: '2.88' },
    ],
    payments: [
      {
        id: 'p1',
        method: 'card',
        methodTitle: 'Carte bancaire',
        paidAt: '2026-10-05T09:13:02Z',
        amount: '138.00',
        currency: 'EUR',
        fee: null,
        feeCurrency: null,
        transactionId: `ch_${ID}`,
      },
    ],
    giftCards: [],
    total: '138.00',
    unallocated: '0.00',
    original: null,
  };
}

const TEMPLATE = JSON.stringify(templateOrder());

/** One order as it stands on the wire. */
export function orderText(id: number): string {
  return TEMPLATE.replaceAll(ID, String(id));
}

function smallOrder(): SalesDocument {
  const order = templateOrder();
  const taxes = [{ id: 'be21', name: 'TVA 21 %', rate: '21', country: 'BE', amount: '2.52' }];
  return { ...order, lines: order.lines.slice(1, 2), taxes, payments: [], total: '14.52' };
}

const SMALL = JSON.stringify(smallOrder());

/** An order of one line: what a webhook carries in the bench of single documents. */
export function smallOrderText(id: number): string {
  return SMALL.replaceAll(ID, String(id));
}

/** A page of a shop's answer, as text: what a client has before it reads it. */
export function pageText(from: number, count: number): string {
  return `[${Array.from({ length: count }, (_, index) => orderText(from + index)).join(',')}]`;
}

export function readOrders(text: string): SalesDocument[] {
  return (JSON.parse(text) as unknown[]).map((order) => salesDocumentSchema.parse(order));
}

function itemOf(body: SalesDocument): SourceItem {
  return { key: `bench:${body.id}`, kind: 'sales-document', label: `order ${body.number}`, body };
}

/** A source that gives as many orders as it is told to, each page parsed and checked like a shop's answer. */
export const benchConnector = defineConnector({
  id: 'bench-orders',
  connectionTypes: [],
  nodeTypes: [
    defineSource({
      id: 'bench-orders',
      version: 1,
      icon: 'gauge',
      texts: {
        title: { en: 'Bench orders', fr: 'Commandes d’essai', nl: 'Testbestellingen' },
        description: { en: 'Orders for the benchmark', fr: 'Commandes d’essai', nl: 'Testbestellingen' },
        fields: { en: {}, fr: {}, nl: {} },
      },
      inputs: [],
      outputs: [{ id: 'documents', kind: 'sales-document' }],
      config: {
        type: 'object',
        additionalProperties: false,
        properties: { orders: { type: 'integer', default: 1000 }, first: { type: 'integer', default: 1 } },
      } as const,
      messages: {},
      read: async ({ config }, cursor) => {
        const done = typeof cursor === 'number' ? cursor : 0;
        const count = Math.min(PAGE, config.orders - done);
        const items = readOrders(pageText(config.first + done, count)).map(itemOf);
        const next = done + count < config.orders ? done + count : null;
        return { items, next, progress: { done: done + count, total: config.orders } };
      },
    }),
  ],
});
