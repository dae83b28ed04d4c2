import { Temporal } from 'temporal-polyfill';
import type { Period } from '#schemas/period.ts';
import type { About } from '#schemas/recurrence.ts';

interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

function daysAbout(about: Exclude<About, 'everything'>, day: Temporal.PlainDate): Days {
  const firstOfMonth = day.with({ day: 1 });
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  switch (about) {
    case 'day-before':
      return { from: day.subtract({ days: 1 }), to: day.subtract({ days: 1 }) };
    case 'today':
      return { from: day, to: day };
    case 'seven-days-before':
      return { from: day.subtract({ days: 7 }), to: day.subtract({ days: 1 }) };
    case 'week-before':
      return { from: monday.subtract({ days: 7 }), to: monday.subtract({ days: 1 }) };
    case 'month-before':
      return { from: firstOfMonth.subtract({ months: 1 }), to: firstOfMonth.subtract({ days: 1 }) };
    case 'month-to-date':
      return { from: firstOfMonth, to: day };
    case 'year-to-date':
      return { from: day.with({ month: 1, day: 1 }), to: day };
  }
}

/**
 * The period of a run, seen from the day that the rule meant. Not from the day onto which a holiday moved it: the slot
 * of 1 January that runs on 31 December is still about December.
 *
 * @param slot first and last day that the slot stands for
 * @returns null for everything there is
 */
export function periodAbout(about: About, slot: { readonly first: string; readonly last: string }): Period | null {
  if (about === 'everything') return null;
  const { from } = daysAbout(about, Temporal.PlainDate.from(slot.first));
  const { to } = daysAbout(about, Temporal.PlainDate.from(slot.last));
  return { from: from.toString(), to: to.toString() };
}
