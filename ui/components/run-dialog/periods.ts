import type { Period } from '#schemas/period.ts';

export const PERIOD_CHOICES = ['this-month', 'previous-month', 'last-7-days', 'custom', 'all'] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

/**
 * The days of a named period.
 *
 * @param today calendar day in the flow's time zone ("2026-10-31")
 * @returns null for "all": everything there is
 */
export function periodOf(choice: Exclude<PeriodChoice, 'custom'>, today: string): Period | null {
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  switch (choice) {
    case 'this-month':
      return { from: dayOf(year, month - 1, 1), to: dayOf(year, month, 0) };
    case 'previous-month':
      return { from: dayOf(year, month - 2, 1), to: dayOf(year, month - 1, 0) };
    case 'last-7-days':
      return { from: dayOf(year, month - 1, day - 6), to: today };
    case 'all':
      return null;
  }
}
