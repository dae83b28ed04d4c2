import { z } from 'zod';
import type { SourceContext } from '#nodes/kit/context.ts';
import type { SourceTotal } from '#nodes/kit/node-type.ts';
import { type Decimal, formatAmount, ZERO } from '#schemas/money.ts';
import { dayIn } from '#schemas/period.ts';
import { openShop, type ShopClient } from './client.ts';
import { windowOf, windowQuery } from './concern.ts';
import type { SalesConfig } from './config.ts';
import { isLastPage, readListPage } from './read-list.ts';
import { cleanConfig } from './read-sales.ts';
import { optionalInstant, requiredAmount, wireInstant } from './wire-values.ts';

/** What of an order says on which day it counts, and how much. */
const countedSchema = z.object({
  status: z.string(),
  currency: z.string(),
  total: requiredAmount,
  date_created_gmt: wireInstant,
  date_paid_gmt: optionalInstant,
});

const FIELDS = 'id,status,currency,total,date_created_gmt,date_paid_gmt';

async function* readCounted(shop: ShopClient, query: Readonly<Record<string, string>>) {
  for (let page = 1; ; page += 1) {
    const list = await readListPage(shop, '/orders', query, page);
    for (const row of list.rows) {
      const { data } = countedSchema.safeParse(row);
      // One that cannot be read is reported as failed by the reading itself.
      if (data) yield data;
    }
    if (isLastPage(list, page)) return;
  }
}

/**
 * What the shop sold on each day of the period: orders of the statuses that are booked, on the day they were paid, else
 * made. The shop's own sales report is no use for this: it counts in the shop's time zone, knows neither currencies nor
 * these statuses, and takes refunds off the day of the order.
 *
 * @throws as `readSales`
 */
export async function readTotals(context: SourceContext<SalesConfig>): Promise<readonly SourceTotal[]> {
  const { run } = context;
  const config = cleanConfig(context.config);
  const shop = await openShop(context);
  const query = {
    ...{ orderby: 'id', order: 'asc', status: 'any', per_page: '100', dp: '6', _fields: FIELDS },
    // Whatever the axis of the reading: a payment changes the order.
    ...windowQuery(windowOf(run), { ...config, dateAxis: 'paid' }),
  };
  const days = new Map<string, { day: string; currency: string; documents: number; total: Decimal }>();
  for await (const order of readCounted(shop, query)) {
    const day = dayIn(run.zone, order.date_paid_gmt ?? order.date_created_gmt);
    const isInside = !run.period || (run.period.from <= day && day <= run.period.to);
    if (!isInside || !config.statuses.includes(order.status)) continue;
    const { currency } = order;
    const key = `${day} ${currency}`;
    const sold = days.get(key) ?? { day, currency, documents: 0, total: ZERO };
    days.set(key, { ...sold, documents: sold.documents + 1, total: sold.total.plus(order.total) });
  }
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, { total, ...sold }]) => ({ ...sold, total: formatAmount(total) }));
}
