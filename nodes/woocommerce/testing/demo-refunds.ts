import { Decimal, round } from '#schemas/money.ts';
import { type DemoLine, type DemoOrder, totalOf, writeLines } from './demo-order.ts';
import type { RawRecord } from './shop-data.ts';

const GOODWILL = new Decimal('5.00');

const REASONS = { line: 'Article retourné', full: 'Rétractation', amount: 'Geste commercial' } as const;

function refundedLines(order: DemoOrder): readonly DemoLine[] {
  if (order.scenario.refund === 'full') return order.lines;
  return order.scenario.refund === 'line' ? order.lines.slice(0, 1) : [];
}

/** The one refund of an order: a whole line, everything, or an amount without lines. */
export function composeRefund(order: DemoOrder, madeAt: string): RawRecord | null {
  const kind = order.scenario.refund;
  if (kind === null) return null;
  const id = order.id * 10 + 7;
  const lines = refundedLines(order);
  const amount = kind === 'amount' ? GOODWILL : kind === 'full' ? order.total : round(totalOf(lines), 2);
  const originals = order.lines.map((_, index) => order.id * 10 + index);
  return {
    id,
    parent_id: order.id,
    date_created_gmt: madeAt,
    amount: amount.toFixed(2),
    reason: REASONS[kind],
    refunded_payment: true,
    meta_data: [{ id, key: '_refund_type', value: kind === 'full' ? 'full' : 'partial' }],
    ...writeLines(id, lines, -1, originals),
  };
}

/** How an order mentions its refund. */
export function refundSummary(refund: RawRecord): RawRecord {
  return {
    id: refund['id'],
    reason: refund['reason'],
    total: new Decimal(String(refund['amount'])).negated().toFixed(2),
  };
}
