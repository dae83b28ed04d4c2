import type { RunFacts } from '#nodes/kit/context.ts';
import { periodInstants } from '#schemas/period.ts';
import type { DateAxis, SalesConfig } from './config.ts';
import type { OrderRecord } from './records.ts';

/** Instants that a run is about; null bounds mean everything. */
export interface Window {
  readonly from: Date;
  readonly before: Date;
}

export function windowOf(run: Pick<RunFacts, 'period' | 'zone'>): Window | null {
  return run.period ? periodInstants(run.period, run.zone) : null;
}

export function isInside(window: Window | null, instant: string): boolean {
  if (!window) return true;
  const time = Date.parse(instant);
  return window.from.getTime() <= time && time < window.before.getTime();
}

/** The date that decides the order's period; one that has none on the axis (unpaid) goes by the day it was made. */
export function dateOnAxis(order: OrderRecord, axis: DateAxis): string {
  return order[`date_${axis}_gmt`] ?? order.date_created_gmt;
}

/** The same for an order that could not be read, as far as its dates can. */
export function looseDateOnAxis(raw: unknown, axis: DateAxis): string | null {
  if (typeof raw !== 'object' || raw === null) return null;
  for (const key of [`date_${axis}_gmt`, 'date_created_gmt']) {
    const value: unknown = Reflect.get(raw, key);
    if (typeof value === 'string' && !Number.isNaN(Date.parse(`${value}Z`))) return `${value}Z`;
  }
  return null;
}

/** WooCommerce compares strictly and without offset: one second earlier keeps the first instant in. */
export function strictlyAfter(instant: Date): string {
  return new Date(instant.getTime() - 1000).toISOString().slice(0, 19);
}

/**
 * Filters that can only take away orders of no concern. A payment, a completion and a refund each change the order, so
 * an order that was last changed before the period cannot have anything in it. The exact decision is ours (`isInside`):
 * the shop has no filter on the payment date and knows nothing of the run's time zone.
 */
export function windowQuery(window: Window | null, config: SalesConfig): Record<string, string> {
  if (!window) return {};
  const changed = { modified_after: strictlyAfter(window.from), dates_are_gmt: 'true' };
  if (config.dateAxis !== 'created' || config.creditNotes) return changed;
  return { ...changed, after: strictlyAfter(window.from), before: window.before.toISOString().slice(0, 19) };
}
