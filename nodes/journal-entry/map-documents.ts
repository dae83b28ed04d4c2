import type { MapContext } from '#nodes/kit/context.ts';
import type { Envelope, MapResult } from '#nodes/kit/node-type.ts';
import { writeParty } from '#nodes/kit/party-writing.ts';
import { UnbalancedEntryError } from '#schemas/documents/journal-entry.ts';
import type { Payout } from '#schemas/documents/payout.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { AmountError } from '#schemas/money.ts';
import { checkListed } from './accounts/check-listed.ts';
import { draftCurrency } from './currency.ts';
import { documentEntry } from './document-entry.ts';
import { barClosed } from './heads/booking-date.ts';
import { entryMessages } from './messages.ts';
import { controlPayments } from './payments/payment-control.ts';
import { paymentEntries } from './payments/payment-entry.ts';
import { payoutEntry } from './payouts/payout-entry.ts';
import { makePlan, type Plan } from './plan.ts';
import { reckonDocument } from './rounding/reckon-document.ts';
import type { Settings } from './settings.ts';
import { checkVat } from './vat/check-vat.ts';

/** The document with its customer written as the books want it: labels and names follow from there. */
function inWriting({ settings }: Plan, document: SalesDocument): SalesDocument {
  const buyer = writeParty(document.buyer, settings.customer);
  return buyer === document.buyer ? document : { ...document, buyer };
}

function mapDocument(context: MapContext<Settings>, plan: Plan, key: string, source: SalesDocument): MapResult {
  const document = inWriting(plan, source);
  const step = { zone: context.run.zone, log: context.log, key };
  const currency = draftCurrency(plan, document);
  checkListed(plan, document, step);
  const entry = documentEntry(plan, reckonDocument(plan, document, currency.decimals), currency, step);
  checkVat(plan, context.log, key, document);
  const excess = controlPayments(plan, document, currency.decimals, step);
  const payments = paymentEntries(plan, document, step, excess);
  if (!entry && payments.length === 0) {
    return { skip: entryMessages.build.nothing_to_book({ document: document.number }) };
  }
  const entries = [...(entry ? [{ name: 'entry', entry }] : []), ...payments];
  return {
    emit: entries.map(({ name, entry: body }) => ({
      key: `${key}:${name.replace('payment', 'payment-entry')}`,
      kind: 'journal-entry' as const,
      body,
      ...barClosed(plan, body, document.number),
    })),
  };
}

/** One document's trouble is its own: it is held or failed, the others go on. Anything else is a fault of ours. */
function troubleOf(error: unknown, document: { readonly number: string }): MapResult {
  if (error instanceof HoldError || error instanceof UnbalancedEntryError) return { hold: error.detail };
  if (error instanceof AmountError) {
    return { fail: entryMessages.build.amount_unreadable({ document: document.number, value: error.value }) };
  }
  throw error;
}

function mapPayout(context: MapContext<Settings>, plan: Plan, key: string, payout: Payout): MapResult {
  const body = payoutEntry(plan, payout, context.log, key);
  if (!body) return { skip: entryMessages.build.nothing_to_book({ document: payout.number }) };
  return { emit: [{ key: `${key}:entry`, kind: 'journal-entry', body, ...barClosed(plan, body, payout.number) }] };
}

/** Maps a batch of sales documents and payouts to journal entries. */
export function mapDocuments(context: MapContext<Settings>, batch: readonly Envelope[]): MapResult[] {
  const plan = makePlan(context);
  return batch.map(({ key, kind, body }) => {
    // The ports take these two kinds only; the engine checks it on every edge.
    const document = body as SalesDocument | Payout;
    try {
      if (kind === 'payout') return mapPayout(context, plan, key, document as Payout);
      return mapDocument(context, plan, key, document as SalesDocument);
    } catch (error) {
      return troubleOf(error, document);
    }
  });
}
