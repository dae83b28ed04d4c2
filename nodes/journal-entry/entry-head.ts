import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { dayIn } from '#schemas/period.ts';
import type { EntryHead } from './close-entry.ts';
import type { LabelFields } from './labels.ts';
import { entryMessages } from './messages.ts';
import type { Plan } from './plan.ts';

/** The customer's name as books show it: the company when there is one. */
function partyName({ buyer }: SalesDocument): string | null {
  return buyer.company || buyer.name || null;
}

/** Stable for the document, whatever run reads it. */
export function entryId({ source, kind, id }: SalesDocument): string {
  return `${source.system}:${source.shop}:${kind}:${id}`;
}

function labelFields(document: SalesDocument, date: string, method: string): LabelFields {
  const { source, buyer } = document;
  return {
    number: document.number,
    id: document.id,
    customer: partyName(document) ?? '',
    company: buyer.company ?? '',
    date,
    kind: document.kind,
    method,
    original: document.original?.number ?? '',
    shop: source.shop,
    system: source.system,
    currency: document.currency,
    total: document.total,
  };
}

/** The day a document is booked on. A credit note is booked on the day it was made, whatever the sale's axis. */
function bookingInstant({ settings }: Plan, document: SalesDocument): string {
  if (document.kind === 'credit-note' || settings.dateAxis === 'created') return document.createdAt;
  const chosen = settings.dateAxis === 'paid' ? document.paidAt : document.completedAt;
  return chosen ?? document.createdAt;
}

function pieceNumber(plan: Plan, document: SalesDocument, fields: LabelFields): string {
  const piece = plan.labels.pieceNumber(fields);
  if (piece) return piece;
  throw new HoldError(entryMessages.build.piece_number_empty({ document: document.number }, 'number'));
}

/** The head of the entry of a sale or credit note. */
export function documentHead(plan: Plan, document: SalesDocument, zone: string): EntryHead {
  const isSale = document.kind === 'sale';
  const journal = plan.journal(isSale ? 'sales' : 'creditNotes', plan.facts(document));
  const date = dayIn(zone, bookingInstant(plan, document));
  const fields = labelFields(document, date, document.payments[0]?.methodTitle ?? '');
  return {
    id: entryId(document),
    journal: journal.code,
    journalName: journal.name,
    date,
    documentDate: dayIn(zone, document.createdAt),
    pieceNumber: pieceNumber(plan, document, fields),
    reference: plan.labels.reference(fields),
    label: isSale ? plan.labels.sale(fields) : plan.labels.creditNote(fields),
    source: {
      system: document.source.system,
      documentKind: document.kind,
      id: document.id,
      number: document.number,
      url: document.source.url,
    },
    partyName: partyName(document),
  };
}

/** What tells the entry of a payment from the entry of its document. */
export interface PaymentFacts {
  readonly id: string;
  readonly journal: string;
  readonly methodTitle: string;
  readonly paidAt: string;
}

/** The head of the entry of a payment of a sale or credit note. */
export function paymentHead(plan: Plan, document: SalesDocument, payment: PaymentFacts, zone: string): EntryHead {
  const preset = plan.journal('payments');
  const date = dayIn(zone, payment.paidAt);
  const fields = labelFields(document, date, payment.methodTitle);
  return {
    id: payment.id,
    journal: payment.journal || preset.code,
    journalName: preset.name,
    date,
    documentDate: date,
    pieceNumber: pieceNumber(plan, document, fields),
    reference: plan.labels.reference(fields),
    label: plan.labels.payment(fields),
    source: {
      system: document.source.system,
      documentKind: 'payment',
      id: document.id,
      number: document.number,
      url: document.source.url,
    },
    partyName: partyName(document),
  };
}
