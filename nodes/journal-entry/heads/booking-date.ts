import type { MapContext } from '#nodes/kit/context.ts';
import type { Envelope } from '#nodes/kit/node-type.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Language } from '#schemas/localised.ts';
import { dayIn, nextDay } from '#schemas/period.ts';
import type { Settings } from '../settings.ts';
import { headMessages } from './head-messages.ts';

/** The days that an entry's date depends on beside its document. */
export interface Days {
  readonly zone: string;
  /** The day on which the run started, in the flow's zone. */
  readonly today: string;
  /** Last day of the closed period; null when nothing is closed. */
  readonly closedUntil: string | null;
}

export function daysOf({ run, startedAt }: Pick<MapContext<unknown>, 'run' | 'startedAt'>): Days {
  const { zone, books } = run;
  return { zone, today: dayIn(zone, startedAt), closedUntil: books?.closedUntil ?? null };
}

/** When something is booked, and since when it was moved there out of a closed period. */
export interface Booking {
  readonly date: string;
  /** The day that it would have been booked on; null when it is that day. */
  readonly movedFrom: string | null;
}

function saleDay(axis: Settings['dateAxis'], document: SalesDocument, { zone, today }: Days): string {
  const day = (instant: string | null | undefined) => dayIn(zone, instant ?? document.createdAt);
  switch (axis) {
    case 'paid':
      return day(document.paidAt);
    case 'created':
      return day(document.createdAt);
    case 'completed':
      return day(document.completedAt);
    case 'invoiced':
      return day(document.invoicedAt);
    case 'today':
      return today;
  }
}

function creditNoteDay(axis: Settings['creditNoteDateAxis'], document: SalesDocument, { zone, today }: Days): string {
  switch (axis) {
    case 'created':
      return dayIn(zone, document.createdAt);
    case 'order':
      return dayIn(zone, document.original?.createdAt ?? document.createdAt);
    case 'today':
      return today;
  }
}

/** The day that a sale or credit note is booked on, by the user's choice; its creation stands in for a date it has not. */
export function bookingDay(
  settings: Pick<Settings, 'dateAxis' | 'creditNoteDateAxis'>,
  document: SalesDocument,
  days: Days,
): string {
  if (document.kind === 'credit-note') return creditNoteDay(settings.creditNoteDateAxis, document, days);
  return saleDay(settings.dateAxis, document, days);
}

/** The day that an entry is booked on: the first open one for what is to be moved out of a closed period. */
export function bookOpen(
  { controls }: Pick<Settings, 'controls'>,
  { closedUntil }: Pick<Days, 'closedUntil'>,
  wanted: string,
): Booking {
  const isMoved = closedUntil !== null && wanted <= closedUntil && controls.closedPeriod === 'move';
  return isMoved ? { date: nextDay(closedUntil), movedFrom: wanted } : { date: wanted, movedFrom: null };
}

/**
 * Keeps an entry out of a closed period that is not to be moved: its document is held or fails, as the user chose, unless
 * the entry is booked already. An order of a closed month is read again whenever it is paid, refunded or edited.
 *
 * @param number of the document, for the reason
 */
export function barClosed(
  { settings, days }: { readonly settings: Pick<Settings, 'controls'>; readonly days: Pick<Days, 'closedUntil'> },
  { date }: Pick<JournalEntry, 'date'>,
  number: string,
): Pick<Envelope, 'unlessBooked'> {
  const { closedUntil } = days;
  if (closedUntil === null || date > closedUntil) return {};
  const message = headMessages.build.period_closed({ document: number, day: date, closedUntil }, 'date');
  return { unlessBooked: { outcome: settings.controls.closedPeriod === 'refuse' ? 'failed' : 'held', message } };
}

const MOVED: Readonly<Record<Language, string>> = { fr: 'du', nl: 'van', en: 'of' };

/** The label of what was moved says the day that it belongs to: "Vente 1043 (du 31/10/2026)". */
export function labelMoved(label: string, { movedFrom }: Booking, language: Language): string {
  if (movedFrom === null) return label;
  const [year, month, day] = movedFrom.split('-');
  return `${label} (${MOVED[language]} ${day}/${month}/${year})`.trim();
}
