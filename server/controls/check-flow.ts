import type { AlarmCause } from '#schemas/api/controls.ts';
import type { Period } from '#schemas/period.ts';
import type { flow as flowTable } from '../db/schema/index.ts';
import type { EngineServices } from '../jobs/services.ts';
import { askSources, canAskSources } from './ask-source.ts';
import { findAlarms } from './build-cells.ts';
import { compareDocuments } from './compare-documents.ts';
import { compareLive, findUnread } from './compare-live.ts';
import { controlledFlow } from './controlled-flow.ts';
import { keepAlarms } from './keep-alarms.ts';

type DayAlarms = Map<string, AlarmCause[]>;

function together(alarms: DayAlarms, others: DayAlarms): DayAlarms {
  const all = new Map(alarms);
  for (const [day, causes] of others) all.set(day, [...(all.get(day) ?? []), ...causes]);
  return all;
}

/**
 * Checks a period of a flow and keeps what it finds: by every way out, source documents against bookings, and what the
 * source counts against what was read of it.
 *
 * @returns alarms of the flow that are open after it
 */
export async function checkFlow(
  services: EngineServices,
  row: typeof flowTable.$inferSelect,
  period: Period,
): Promise<number> {
  const { db, registry } = services;
  const flow = await controlledFlow(db, registry, row);
  if (!flow) return 0;
  const canAsk = canAskSources(flow, registry);
  const { totals, problem } = canAsk ? await askSources(services, flow, period) : { totals: [], problem: null };
  const isLive = canAsk && problem === null;
  const alarms = new Map<string, DayAlarms>();
  for (const way of flow.ways) {
    const all = await compareDocuments(db, flow, way.target, period);
    const unread = isLive ? findUnread(compareLive(totals, all)) : new Map<string, AlarmCause[]>();
    alarms.set(way.node, together(findAlarms(all), unread));
  }
  return keepAlarms(db, flow, { period, alarms, isLive, problem }, services.now());
}
