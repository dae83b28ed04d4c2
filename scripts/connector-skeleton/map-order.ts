import { z } from 'zod';
import type { ConnectionAccess, RunFacts } from '#nodes/kit/context.ts';
import type { SourceItem } from '#nodes/kit/node-type.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { decimal, formatAmount } from '#schemas/money.ts';
import { periodInstants } from '#schemas/period.ts';
import { messages } from './messages.ts';

const amount = z.string().regex(/^\d+\.\d{2}$/, 'expected an amount such as "12.50"');
const orderSchema = z.object({
  id: z.string().min(1),
  number: z.string(),
  paid_at: z.iso.datetime(),
  currency: z.string().length(3),
  customer: z.string(),
  net: amount,
  vat: amount,
  vat_rate: z.string(),
  country: z.string().length(2),
});
type Order = z.infer<typeof orderSchema>;

const NOT_SAID = { creditReason: null, vatExempt: null, exchangeRate: null, original: null } as const;
const NO_DETAIL = { sku: null, productId: null, productCategory: null } as const;

/** The amounts are the shop's own: nothing is recomputed here, and the mapping books differences where the user says. */
function documentOf(order: Order, shop: string): SalesDocument {
  const { id, number, paid_at: paidAt, currency, net, vat } = order;
  const total = formatAmount(decimal(net).plus(decimal(vat)));
  const taxes = [{ id: 'vat', name: 'VAT', rate: order.vat_rate, country: order.country, amount: vat }];
  const lineTaxes = [{ taxId: 'vat', base: net, amount: vat }];
  const amounts = { quantity: '1', grossAmount: net, discountAmount: '0.00', netAmount: net, taxes: lineTaxes };
  const payment = { method: 'shop', methodTitle: 'Shop', paidAt, amount: total, currency, transactionId: null };
  return {
    ...NOT_SAID,
    ...{ kind: 'sale', id, number, source: { system: 'acme', shop, url: null }, status: 'paid' },
    ...{ createdAt: paidAt, paidAt, completedAt: null, modifiedAt: null, currency, pricesIncludeTax: false },
    buyer: {
      id: null,
      name: order.customer,
      company: null,
      email: null,
      vatNumber: null,
      billing: null,
      delivery: null,
    },
    lines: [{ id: '1', category: 'goods', description: 'Order', ...NO_DETAIL, ...amounts }],
    taxes,
    payments: [{ id, ...payment, fee: null, feeCurrency: null }],
    giftCards: [],
    total,
    unallocated: '0.00',
  };
}

function isOutside(order: Order, run: RunFacts): boolean {
  if (!run.period) return false;
  const { from, before } = periodInstants(run.period, run.zone);
  const paid = Date.parse(order.paid_at);
  return paid < from.getTime() || paid >= before.getTime();
}

function idOf(raw: unknown): string {
  return z.object({ id: z.coerce.string() }).safeParse(raw).data?.id ?? 'unknown';
}

/** An order as an item of the page: a document, a skip with its reason, or a problem; never a thrown error. */
export function orderItem(raw: unknown, connection: ConnectionAccess, run: RunFacts): SourceItem {
  const shop = new URL(String(connection.fields['url'])).host;
  const parsed = orderSchema.safeParse(raw);
  const id = parsed.data?.id ?? idOf(raw);
  const base = { key: `acme:${shop}:sale:${id}`, kind: 'sales-document', label: `order ${id}` } as const;
  if (!parsed.success) {
    const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    const problem = messages.build.unreadable_order({ number: id, detail });
    return { ...base, body: null, problem, excerpt: JSON.stringify(raw) };
  }
  const body = documentOf(parsed.data, shop);
  const skip = isOutside(parsed.data, run) ? { skip: messages.build.outside_period({ number: body.number }) } : {};
  return { ...base, label: `order ${body.number}`, body, ...skip };
}
