import type { Completeness } from '#schemas/api/controls.ts';
import { dayIn, type Period } from '#schemas/period.ts';
import type { Caller } from '../auth/caller.ts';
import { findFlow } from '../flows/flow-rows.ts';
import { Refusal } from '../http/refusal.ts';
import type { EngineServices } from '../jobs/services.ts';
import { askSources, canAskSources } from './ask-source.ts';
import { buildCells } from './build-cells.ts';
import { compareDocuments } from './compare-documents.ts';
import { compareLive } from './compare-live.ts';
import { controlRefusals } from './control-refusals.ts';
import { controlledFlow } from './controlled-flow.ts';

const LONGEST_DAYS = 400;
const USUAL_DAYS = 31;
const DAY_MS = 86_400_000;

/** @throws Refusal 422 for a period that is reversed, or longer than can be compared at once */
export function checkedPeriod({ from, to }: Period): Period {
  if (from > to) throw new Refusal(422, controlRefusals.build.period_reversed('to'));
  if ((Date.parse(to) - Date.parse(from)) / DAY_MS >= LONGEST_DAYS) {
    throw new Refusal(422, controlRefusals.build.period_too_long({ days: String(LONGEST_DAYS) }, 'to'));
  }
  return { from, to };
}

interface Query {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly way?: string | undefined;
  readonly live?: 'true' | 'false' | undefined;
}

/** What was asked for, else the last days that are over. */
function periodOf({ from, to }: Query, zone: string, now: Date): Period {
  if (from !== undefined && to !== undefined) return { from, to };
  const daysAgo = (days: number) => dayIn(zone, new Date(now.getTime() - days * DAY_MS));
  return { from: from ?? daysAgo(USUAL_DAYS), to: to ?? daysAgo(1) };
}

/**
 * What the sources of a flow say of each day of a period, beside what is booked of it by one way out, with what explains
 * each difference.
 *
 * @throws Refusal 404 for a flow of another workspace, 422 for a period that cannot be compared
 */
export async function readCompleteness(
  services: EngineServices,
  caller: Pick<Caller, 'workspaceId'>,
  flowId: string,
  query: Query,
): Promise<Completeness> {
  const { db, registry } = services;
  const { flow: row } = await findFlow(db, caller, flowId);
  const flow = await controlledFlow(db, registry, row);
  const period = checkedPeriod(periodOf(query, flow?.zone ?? 'UTC', services.now()));
  const ways = (flow?.ways ?? []).map(({ node, title }) => ({ node, title }));
  const way = flow?.ways.find(({ node }) => node === query.way) ?? flow?.ways[0];
  const nothing = { ways, period, documents: 0, cells: [], live: [], problem: null };
  if (!flow || !way) return { ...nothing, way: null, canAsk: false };
  const all = await compareDocuments(db, flow, way.target, period);
  const canAsk = canAskSources(flow, registry);
  const asked = canAsk && query.live === 'true' ? await askSources(services, flow, period) : null;
  return {
    ...nothing,
    ...{ way: way.node, documents: all.length, cells: buildCells(all), canAsk },
    live: asked && !asked.problem ? compareLive(asked.totals, all) : [],
    problem: asked?.problem ?? null,
  };
}
