import { nextDay } from './period.ts';

function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function closingIn(year: number, yearEnd: string): string {
  const month = Number(yearEnd.slice(0, 2));
  const last = lastDayOfMonth(year, month);
  // A year that ends with February ends on its last day, leap year or not.
  const day = month === 2 && Number(yearEnd.slice(3)) >= 28 ? last : Math.min(Number(yearEnd.slice(3)), last);
  return `${String(year).padStart(4, '0')}-${yearEnd.slice(0, 2)}-${String(day).padStart(2, '0')}`;
}

/**
 * The closing date of the twelve-month fiscal year that a day belongs to.
 *
 * @param day ISO date
 * @param yearEnd "MM-DD"
 * @example closingDate('2026-07-01', '06-30') // "2027-06-30"
 */
export function closingDate(day: string, yearEnd: string): string {
  const year = Number(day.slice(0, 4));
  const closing = closingIn(year, yearEnd);
  return day <= closing ? closing : closingIn(year + 1, yearEnd);
}

/** The month of the fiscal year that a day falls in, "01" to "12". */
export function fiscalPeriod(day: string, yearEnd: string): string {
  const closing = closingDate(day, yearEnd);
  const start = nextDay(closingIn(Number(closing.slice(0, 4)) - 1, yearEnd));
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  const elapsed = months(day) - months(start) - (day.slice(8) < start.slice(8) ? 1 : 0);
  return String(elapsed + 1).padStart(2, '0');
}
