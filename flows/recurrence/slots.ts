import type { Plan } from '#schemas/recurrence.ts';
import { addDays, type PlannedDay, plannedDays } from './days.ts';
import { localDay, resolveLocalTime } from './zone-clock.ts';

const MINUTE = 60_000;
const WHOLE_DAY = 1440;
/**
 * How far ahead the next instants are looked for, in days: near first, because most schedules are daily; in the end far
 * enough for twenty times 29 February.
 */
const HORIZONS = [3, 60, 1000, 36_600];

/** One planned instant. */
export interface Slot {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The day on which its window opened. */
  readonly day: string;
  /** The day of the rule that it stands for; first and last where holidays moved several onto one. */
  readonly first: string;
  readonly last: string;
  /** The rule meant another day, and a holiday moved it here. */
  readonly isMoved: boolean;
  /** The clock does not show the planned time on that day: this is the first instant after the gap. */
  readonly isAfterGap: boolean;
}

/** When the slots of one day end: one past the last instant. */
function endOf({ recurrence, zone }: Plan, { day }: PlannedDay, start: number): number {
  const { repeat, time } = recurrence;
  if (repeat === null) return start + 1;
  // Until the same time of the next day, be that 23, 24 or 25 hours: around the clock has neither hole nor overlap.
  if (repeat.forMinutes === WHOLE_DAY) return resolveLocalTime(zone, addDays(day, 1), time).at;
  return start + repeat.forMinutes * MINUTE;
}

/** The slots of one planned day, those of its repetition in elapsed time: no change of the clocks loses or doubles one. */
function slotsOf(plan: Plan, planned: PlannedDay): Slot[] {
  const { recurrence, zone } = plan;
  const start = resolveLocalTime(zone, planned.day, recurrence.time);
  const end = endOf(plan, planned, start.at);
  const step = (recurrence.repeat?.everyMinutes ?? 1) * MINUTE;
  const { day, first, last } = planned;
  const isMoved = first !== day || last !== day;
  const slots: Slot[] = [{ at: start.at, day, first, last, isMoved, isAfterGap: start.isInGap }];
  // Past midnight a slot belongs to the next day of its own.
  const midnight = resolveLocalTime(zone, addDays(day, 1), '00:00').at;
  const next = { first: addDays(first, 1), last: addDays(last, 1) };
  for (let at = start.at + step; at < end; at += step) {
    slots.push({ at, day, ...(at < midnight ? { first, last } : next), isMoved, isAfterGap: false });
  }
  return slots;
}

/** In order of time; two on the same instant are one, which then stands for the days of both. */
function mergeSlots(slots: readonly Slot[]): Slot[] {
  const merged: Slot[] = [];
  for (const slot of [...slots].sort((a, b) => a.at - b.at)) {
    const last = merged.at(-1);
    if (last?.at !== slot.at) {
      merged.push(slot);
      continue;
    }
    const [first = slot.first] = [last.first, slot.first].sort();
    const [to = slot.last] = [last.last, slot.last].sort().reverse();
    merged[merged.length - 1] = { ...last, first, last: to };
  }
  return merged;
}

/**
 * The planned instants from one moment (included) to another (excluded), in order.
 *
 * @param limit stop after so many: a repetition makes a hundred thousand slots a year
 */
export function slotsBetween(plan: Plan, from: number, before: number, limit = Number.POSITIVE_INFINITY): Slot[] {
  // A window may have been opened up to a day before, and changes of the clocks move its end by an hour.
  const days = plannedDays(plan, addDays(localDay(plan.zone, from), -2), localDay(plan.zone, before));
  const found: Slot[] = [];
  let inside = 0;
  for (const day of days) {
    const slots = slotsOf(plan, day).filter(({ at }) => at >= from && at < before);
    found.push(...slots);
    // One day more than needed, so that whatever falls on the same instant has been merged.
    if (inside >= limit) break;
    inside += slots.length;
  }
  return mergeSlots(found).slice(0, limit);
}

/** The next planned instants after a moment; fewer than asked for when the rule has no more. */
export function nextSlots(plan: Plan, after: number, count: number): Slot[] {
  const dayBefore = Date.parse(`${plan.startsOn}T00:00:00Z`) - WHOLE_DAY * MINUTE;
  const from = Math.max(after + 1, dayBefore);
  for (const days of HORIZONS) {
    const slots = slotsBetween(plan, from, from + days * WHOLE_DAY * MINUTE, count);
    if (slots.length === count || days === HORIZONS.at(-1)) return slots;
  }
  return [];
}

/** The slot at an instant, if the plan has one there. */
export function slotAt(plan: Plan, at: number): Slot | null {
  return slotsBetween(plan, at, at + 1)[0] ?? null;
}
