import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { formatAmount } from '#schemas/money.ts';
import type { ShopAddress } from './address.ts';
import type { SalesConfig } from './config.ts';
import { carrierOf, mapLines } from './map-lines.ts';
import { mapBuyer, vatExemptOf } from './map-party.ts';
import { chosenMethod, mapPayments } from './map-payment.ts';
import { type KnownRates, mapTaxes } from './map-taxes.ts';
import type { OrderRecord } from './records.ts';
import { plainText } from './text.ts';
import { amountText } from './wire-values.ts';

/** What mapping needs beside the record itself. */
export interface MapScope {
  readonly address: ShopAddress;
  readonly config: Pick<SalesConfig, 'statuses' | 'vatNumberKeys'>;
  readonly rates: KnownRates;
}

/** What people call the order; a numbering plugin may make it differ from the id. */
export function numberOf(order: OrderRecord): string {
  return plainText(order.number) || order.id;
}

export function orderUrl(address: ShopAddress, orderId: string): string {
  return `${address.base}/wp-admin/post.php?post=${orderId}&action=edit`;
}

/**
 * An order as a sale. Pure: the same record gives the same document.
 *
 * The total is what was charged by payment; where gift cards paid a part, lines and taxes add up to the total and the
 * gift cards together. Amounts of lines keep the six decimals that WooCommerce stores.
 *
 * @throws HoldError when the order charges a tax whose percentage is unknown
 */
export function mapOrder(order: OrderRecord, scope: MapScope): SalesDocument {
  const { address, config } = scope;
  const number = numberOf(order);
  const table = mapTaxes(number, order.tax_lines, scope.rates, 1);
  const total = formatAmount(order.total);
  const paymentMethod = chosenMethod(order);
  const carrier = carrierOf(order.shipping_lines[0]);
  return {
    kind: 'sale',
    id: order.id,
    number,
    source: { system: 'woocommerce', shop: address.shop, url: orderUrl(address, order.id) },
    status: order.status,
    createdAt: order.date_created_gmt,
    paidAt: order.date_paid_gmt,
    completedAt: order.date_completed_gmt,
    modifiedAt: order.date_modified_gmt,
    ...(paymentMethod ? { paymentMethod } : {}),
    ...(carrier ? { carrier } : {}),
    currency: order.currency,
    // WooCommerce stores no rate; multi-currency plugins differ too much to guess.
    exchangeRate: null,
    pricesIncludeTax: order.prices_include_tax,
    buyer: mapBuyer(order, config.vatNumberKeys),
    vatExempt: vatExemptOf(order.meta_data),
    creditReason: null,
    lines: mapLines(order, { document: number, table, sign: 1 }),
    taxes: [...table.taxes],
    payments: mapPayments(order, total, config.statuses.includes(order.status)),
    giftCards: order.gift_cards.map((card) => ({
      id: card.id ?? '',
      code: card.code,
      amount: amountText(card.amount),
    })),
    total,
    unallocated: '0.00',
    original: null,
  };
}
