import type { SourceTotal } from '#nodes/kit/node-type.ts';
import type { AlarmCause, LiveTotal } from '#schemas/api/controls.ts';
import { type Decimal, decimal, formatAmount, ZERO } from '#schemas/money.ts';
import { sumKey } from './amounts-of-document.ts';
import type { Compared } from './build-cells.ts';

interface Row {
  readonly day: string;
  readonly currency: string;
  counted: number;
  read: number;
  sourceTotal: Decimal;
  readTotal: Decimal;
}

/** What the source counts beside the sales that were read of it, by day and currency. */
export function compareLive(totals: readonly SourceTotal[], all: readonly Compared[]): LiveTotal[] {
  const rows = new Map<string, Row>();
  const rowOf = (day: string, currency: string): Row => {
    const key = `${day} ${currency}`;
    const row = rows.get(key) ?? { day, currency, counted: 0, read: 0, sourceTotal: ZERO, readTotal: ZERO };
    rows.set(key, row);
    return row;
  };
  for (const { day, currency, documents, total } of totals) {
    const row = rowOf(day, currency);
    row.counted += documents;
    row.sourceTotal = row.sourceTotal.plus(decimal(total));
  }
  for (const { day, currency, isSale, standing, source } of all) {
    if (!isSale || standing.isLeftOut) continue;
    const row = rowOf(day, currency);
    row.read += 1;
    row.readTotal = row.readTotal.plus(source.get(sumKey('total', '')) ?? ZERO);
  }
  return [...rows.values()]
    .sort((a, b) => (`${a.day} ${a.currency}` < `${b.day} ${b.currency}` ? -1 : 1))
    .map(({ sourceTotal, readTotal, ...row }) => ({
      ...row,
      sourceTotal: formatAmount(sourceTotal),
      readTotal: formatAmount(readTotal),
    }));
}

/** Days on which the source counts other sales than were read of it. */
export function findUnread(live: readonly LiveTotal[]): Map<string, AlarmCause[]> {
  const alarms = new Map<string, AlarmCause[]>();
  for (const { day, currency, counted, read, sourceTotal, readTotal } of live) {
    const missing = decimal(sourceTotal).minus(decimal(readTotal));
    if (counted === read && missing.isZero()) continue;
    const cause: AlarmCause = {
      cause: counted >= read ? 'never-read' : 'changed',
      reason: null,
      count: Math.abs(counted - read),
      amounts: [{ currency, amount: formatAmount(missing) }],
      documents: [],
    };
    alarms.set(day, [...(alarms.get(day) ?? []), cause]);
  }
  return alarms;
}
