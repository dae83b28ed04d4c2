import type { SalesDocument, SalesPayment } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { dayIn } from '#schemas/period.ts';
import type { EntryHead } from '../close-entry.ts';
import { entryMessages } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { vatHead } from '../vat/vat-head.ts';
import { analyticsOf } from './analytics.ts';
import { type Booking, bookingDay, bookOpen, labelMoved } from './booking-date.ts';
import { dueDateOf } from './due-date.ts';
import { invoiceOf } from './invoice-of.ts';
import { documentFields, type LabelFields, matchingFields, partyName } from './label-fields.ts';
import type { LabelKey } from './labels.ts';

/** Stable for the document, whatever run reads it. */
export function entryId({ source, kind, id }: SalesDocument): string {
  return `${source.system}:${source.shop}:${kind}:${id}`;
}

/** Which templates an entry is named by. */
interface Templates {
  readonly label: LabelKey;
  readonly reference: LabelKey;
  readonly piece: LabelKey;
}
const TEMPLATES: Readonly<Record<'sale' | 'credit-note' | 'payment', Templates>> = {
  sale: { label: 'sale', reference: 'reference', piece: 'pieceNumber' },
  'credit-note': { label: 'creditNote', reference: 'creditNoteReference', piece: 'creditNotePieceNumber' },
  payment: { label: 'payment', reference: 'paymentReference', piece: 'paymentPieceNumber' },
};

/** What the templates make of an entry: its number, reference and label. */
export function headTexts(
  { labels, settings }: Pick<Plan, 'labels' | 'settings'>,
  kind: keyof typeof TEMPLATES,
  fields: LabelFields,
  booking: Booking,
): Pick<EntryHead, 'pieceNumber' | 'reference' | 'label'> {
  const { label, reference, piece } = TEMPLATES[kind];
  const pieceNumber = labels[piece](fields);
  if (!pieceNumber) {
    throw new HoldError(entryMessages.build.piece_number_empty({ document: fields.number }, 'number'));
  }
  return {
    pieceNumber,
    reference: labels[reference](fields),
    label: labelMoved(labels[label](fields), booking, settings.language),
  };
}

function firstMethod({ payments, paymentMethod }: SalesDocument): string {
  return payments[0]?.methodTitle ?? paymentMethod?.methodTitle ?? '';
}

/** What templates for a sale or credit note can name, once its dates are known. */
export function saleFields(
  { settings, days }: Pick<Plan, 'settings' | 'days'>,
  document: SalesDocument,
  date: string,
): LabelFields {
  const [payment] = document.payments;
  return documentFields(
    document,
    { zone: days.zone, address: settings.address },
    {
      date,
      dueDate: dueDateOf(settings.dueDate, document, days.zone, date) ?? '',
      method: firstMethod(document),
      transaction: payment?.transactionId ?? '',
      payout: payment?.payoutId ?? '',
    },
  );
}

/** What templates for a payment can name. */
export function paymentFields(
  { settings, days }: Pick<Plan, 'settings' | 'days'>,
  document: SalesDocument,
  payment: SalesPayment,
  date: string,
): LabelFields {
  return documentFields(
    document,
    { zone: days.zone, address: settings.address },
    {
      date,
      method: payment.methodTitle,
      transaction: payment.transactionId ?? '',
      payout: payment.payoutId ?? '',
    },
  );
}

/** The payout that a document went with, when all its payments went with one. */
function payoutOf({ payments }: SalesDocument): { readonly payoutId?: string } {
  const payouts = new Set(payments.map(({ payoutId }) => payoutId));
  const [only] = payouts;
  return payouts.size === 1 && only !== undefined ? { payoutId: only } : {};
}

/** The head of the entry of a sale or credit note. */
export function documentHead(plan: Plan, document: SalesDocument): EntryHead {
  const { settings, days } = plan;
  const { kind, source, number } = document;
  const journal = plan.journal(kind === 'sale' ? 'sales' : 'creditNotes', plan.facts(document));
  const booking = bookOpen(settings, days, bookingDay(settings, document, days));
  const dueDate = dueDateOf(settings.dueDate, document, days.zone, booking.date);
  const fields = saleFields(plan, document, booking.date);
  return {
    id: entryId(document),
    journal: journal.code,
    journalName: journal.name,
    date: booking.date,
    documentDate: dayIn(days.zone, document.createdAt),
    ...headTexts(plan, kind, fields, booking),
    source: {
      system: source.system,
      documentKind: kind,
      id: document.id,
      number,
      url: source.url,
      ...invoiceOf(document),
    },
    partyName: partyName(document),
    ...payoutOf(document),
    ...vatHead(plan, document),
    beside: {
      dueDate,
      matchingCode: plan.labels.matchingCode(matchingFields(fields, document)),
      analyticsOf: analyticsOf(plan, document),
    },
  };
}

/** What tells the entry of a payment from the entry of its document. */
export interface PaymentFacts {
  readonly id: string;
  readonly journal: string;
  readonly payment: SalesPayment;
}

/** The head of the entry of a payment of a sale or credit note. */
export function paymentHead(plan: Plan, document: SalesDocument, { id, journal, payment }: PaymentFacts): EntryHead {
  const preset = plan.journal('payments');
  const { source, number } = document;
  const paidOn = dayIn(plan.days.zone, payment.paidAt ?? document.createdAt);
  const booking = bookOpen(plan.settings, plan.days, paidOn);
  const fields = paymentFields(plan, document, payment, booking.date);
  return {
    id,
    journal: journal || preset.code,
    journalName: preset.name,
    date: booking.date,
    documentDate: paidOn,
    ...headTexts(plan, 'payment', fields, booking),
    ...(payment.payoutId === undefined ? {} : { payoutId: payment.payoutId }),
    source: {
      system: source.system,
      documentKind: 'payment',
      // A source that keeps one payment a document calls both by one id.
      ...(payment.id === document.id ? {} : { part: payment.id }),
      id: document.id,
      number,
      url: source.url,
      ...invoiceOf(document),
    },
    partyName: partyName(document),
    beside: {
      dueDate: null,
      matchingCode: plan.labels.matchingCode(matchingFields(fields, document)),
      analyticsOf: null,
    },
  };
}
