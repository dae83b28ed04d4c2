import type { OriginalSale, SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { Decimal, formatAmount, sum } from '#schemas/money.ts';
import { mapLines, sumLinesAndTaxes } from './map-lines.ts';
import { type MapScope, numberOf } from './map-order.ts';
import { mapRefundPayments } from './map-payment.ts';
import { type KnownRates, mapTaxes } from './map-taxes.ts';
import { messages } from './messages.ts';
import { openLines, openTaxes } from './open-amounts.ts';
import type { OrderRecord, RefundRecord } from './records.ts';
import { keyOf } from './sale-items.ts';
import { plainTextOrNull } from './text.ts';

/** Differences up to this are the shop's rounding and are left to the mapping; more is an amount without detail. */
const ROUNDING_TOLERANCE = '0.05';

/** The sale that refunds belong to, as read and as mapped. */
export interface RefundedSale {
  readonly order: OrderRecord;
  readonly sale: SalesDocument;
}

/** A refund of an old order may lack percentages that the order has. */
function ratesOf(order: OrderRecord, known: KnownRates): KnownRates {
  const rates = new Map(known);
  for (const line of order.tax_lines) if (line.rate_percent) rates.set(line.rate_id, line.rate_percent);
  return rates;
}

/**
 * What the refund gives back beyond its lines: the amount has precedence over the lines, and a refund may have none at all.
 *
 * @throws HoldError when the lines give back more than the amount
 */
function unallocatedOf(refund: RefundRecord, explained: Decimal, number: string): string {
  const rest = refund.amount.minus(explained);
  if (explained.isZero()) return formatAmount(rest);
  if (rest.abs().lessThanOrEqualTo(ROUNDING_TOLERANCE)) return '0.00';
  if (rest.isPositive()) return formatAmount(rest);
  throw new HoldError(
    messages.build.refund_below_lines(
      { refund: refund.id, number, amount: formatAmount(refund.amount), lines: formatAmount(explained) },
      'amount',
    ),
  );
}

/** Earlier amounts without lines, where lines were given back by name since: what is open now is not what was then. */
function spreadsOf(
  earlier: readonly SalesDocument[],
  now: Pick<OriginalSale, 'openLines' | 'openTaxes'>,
): Pick<OriginalSale, 'spreads'> {
  const spreads = earlier.flatMap(({ unallocated, original }) => {
    if (!original || new Decimal(unallocated).isZero()) return [];
    return [{ amount: unallocated, openLines: original.openLines, openTaxes: original.openTaxes }];
  });
  const text = (one: Pick<OriginalSale, 'openLines' | 'openTaxes'>) => JSON.stringify([one.openLines, one.openTaxes]);
  return spreads.every((one) => text(one) === text(now)) ? {} : { spreads };
}

/**
 * A refund as a credit note with positive amounts.
 *
 * @param earlier credit notes of the same order made before this one, oldest first: what they named is no longer open
 * @throws HoldError when its lines exceed its amount or a tax percentage is unknown
 */
export function mapRefund(
  refund: RefundRecord,
  { order, sale }: RefundedSale,
  earlier: readonly SalesDocument[],
  scope: MapScope,
): SalesDocument {
  const number = numberOf(order);
  const document = `${number}/${refund.id}`;
  const table = mapTaxes(document, refund.tax_lines, ratesOf(order, scope.rates), -1);
  const lines = mapLines(refund, { document, table, sign: -1 });
  const total = formatAmount(refund.amount);
  const unallocated = unallocatedOf(refund, sumLinesAndTaxes(lines, table.taxes), number);
  // What it names itself is not open to the amount that it gives back beyond.
  const named = new Decimal(unallocated).isZero() ? earlier : [...earlier, { lines, taxes: [...table.taxes] }];
  const open = { openLines: openLines(sale, named), openTaxes: openTaxes(sale, named) };
  const madeAt = refund.date_created_gmt;
  return {
    ...sale,
    kind: 'credit-note',
    id: refund.id,
    number: refund.id,
    createdAt: madeAt,
    paidAt: madeAt,
    completedAt: null,
    modifiedAt: null,
    creditReason: plainTextOrNull(refund.reason),
    lines,
    taxes: [...table.taxes],
    payments: mapRefundPayments(order, { id: refund.id, madeAt, total }),
    giftCards: [],
    total,
    unallocated,
    original: {
      id: sale.id,
      key: keyOf(scope.address.shop, 'sale', sale.id),
      number,
      url: sale.source.url,
      status: sale.status,
      createdAt: sale.createdAt,
      paidAt: sale.paidAt,
      total: sale.total,
      ...open,
      spreadBefore: formatAmount(sum(earlier.map((note) => note.unallocated))),
      ...spreadsOf(earlier, open),
    },
  };
}

/** Order in which refunds were made: by date, then by id. */
export function inOrderMade(refunds: readonly RefundRecord[]): RefundRecord[] {
  return [...refunds].sort(
    (a, b) => a.date_created_gmt.localeCompare(b.date_created_gmt) || new Decimal(a.id).comparedTo(new Decimal(b.id)),
  );
}
