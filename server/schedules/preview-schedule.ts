import { periodAbout } from '#flows/recurrence/about-days.ts';
import { ruleText } from '#flows/recurrence/rule.ts';
import { nextSlots, type Slot } from '#flows/recurrence/slots.ts';
import { foldOf } from '#flows/recurrence/zone-clock.ts';
import { type PlannedSlot, PREVIEW_SLOTS } from '#schemas/api/schedules.ts';
import type { About, Plan } from '#schemas/recurrence.ts';

function present(plan: Plan, about: About, slot: Slot): PlannedSlot {
  return {
    at: new Date(slot.at).toISOString(),
    clock: slot.isAfterGap ? 'gap' : foldOf(plan.zone, slot.at),
    movedFrom: slot.isMoved ? (slot.first === slot.day ? slot.last : slot.first) : null,
    period: periodAbout(about, slot),
  };
}

/**
 * The rule and the next instants of a plan, with what is peculiar about each: a change of the clocks, a holiday.
 *
 * @returns no slots at all for a plan that never starts
 */
export function previewSchedule(plan: Plan, about: About, now: Date): { rule: string; slots: PlannedSlot[] } {
  const slots = nextSlots(plan, now.getTime(), PREVIEW_SLOTS);
  return { rule: ruleText(plan), slots: slots.map((slot) => present(plan, about, slot)) };
}
