import { Temporal } from 'temporal-polyfill';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { dayIn } from '#schemas/period.ts';
import type { Settings } from '../settings.ts';

type Terms = Settings['dueDate'];

/**
 * The day until which something is to be paid.
 *
 * @param from calendar day that the term starts on
 * @param days counted in calendar days
 * @param end "net": that very day; "end-of-month": the last day of the month that it falls in
 * @example dueAfter('2027-01-31', 30, 'end-of-month') // "2027-03-31": 2 March, then the end of that month
 */
export function dueAfter(from: string, days: number, end: Terms['end']): string {
  const day = Temporal.PlainDate.from(from).add({ days });
  return (end === 'net' ? day : day.with({ day: day.daysInMonth })).toString();
}

function firstPayment({ payments, paidAt, createdAt }: SalesDocument): string {
  const received = payments.flatMap((payment) => (payment.paidAt === null ? [] : [payment.paidAt]));
  return received.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? paidAt ?? createdAt;
}

/**
 * The day until which a document is to be paid; null when the user wants none, or leaves it to a shop that says none.
 * The document's creation stands in for a date that it has not.
 *
 * @param booked day that it is booked on
 */
export function dueDateOf(terms: Terms, document: SalesDocument, zone: string, booked: string): string | null {
  const { base, days, end } = terms;
  switch (base) {
    case 'none':
      return null;
    case 'shop':
      return document.dueDate ?? null;
    case 'created':
      return dueAfter(dayIn(zone, document.createdAt), days, end);
    case 'invoiced':
      return dueAfter(dayIn(zone, document.invoicedAt ?? document.createdAt), days, end);
    case 'first-payment':
      return dueAfter(dayIn(zone, firstPayment(document)), days, end);
    case 'booked':
      return dueAfter(booked, days, end);
  }
}
