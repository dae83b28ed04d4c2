import type { StepLog } from '#nodes/kit/context.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Payout } from '#schemas/documents/payout.ts';
import { HoldError } from '#schemas/errors.ts';
import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import { formatAmount, sum } from '#schemas/money.ts';
import { dayIn } from '#schemas/period.ts';
import { sayOfTable } from '../accounts/table-word.ts';
import { closeEntry, type DraftCurrency, type EntryHead } from '../close-entry.ts';
import { bookOpen, labelMoved } from '../heads/booking-date.ts';
import { payoutFields } from '../heads/label-fields.ts';
import { entryMessages } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { adjustmentsOf, payoutLines } from './payout-lines.ts';
import { payoutMessages } from './payout-messages.ts';

/** Rules of the tables go by the processor as the payment method, and by the shop. */
function factsOf({ processor, source }: Payout): MappingFacts {
  return { method: [processor], shop: [source.shop] };
}

function currencyOf(plan: Plan, { currency: code, number }: Payout): DraftCurrency {
  if (code === plan.settings.currency) return { code, decimals: 2, rate: null };
  const rate = plan.exchangeRate(code);
  if (rate) return { code, decimals: 2, rate };
  throw new HoldError(payoutMessages.build.without_rate({ payout: number, currency: code }, 'currency'));
}

function headOf(plan: Plan, payout: Payout, facts: MappingFacts): EntryHead {
  const { settings, days, labels } = plan;
  const { source, id, number } = payout;
  const paidOn = dayIn(days.zone, payout.paidAt);
  const booking = bookOpen(settings, days, paidOn);
  const fields = payoutFields(payout, booking.date, paidOn);
  const pieceNumber = labels.paymentPieceNumber(fields);
  if (!pieceNumber) throw new HoldError(entryMessages.build.piece_number_empty({ document: number }, 'number'));
  const journal = plan.journal('payouts');
  return {
    id: `${source.system}:${source.shop}:payout:${id}`,
    journal: sayOfTable(plan, 'payments', 'payoutJournal', facts)?.value ?? journal.code,
    journalName: journal.name,
    date: booking.date,
    documentDate: paidOn,
    pieceNumber,
    reference: labels.paymentReference(fields),
    label: labelMoved(labels.payout(fields), booking, settings.language),
    payoutId: id,
    source: { system: source.system, documentKind: 'payout', id, number, url: source.url },
    partyName: null,
  };
}

/** Adjustments are booked, but on the suspense account, and somebody is told. */
function warnAboutAdjustments(log: StepLog, key: string, payout: Payout): void {
  const adjustments = adjustmentsOf(payout);
  if (adjustments.length === 0) return;
  const amount = formatAmount(sum(adjustments.map((item) => item.amount)));
  const facts = { payout: payout.number, count: String(adjustments.length), amount, currency: payout.currency };
  log.warning(payoutMessages.build.adjusted(facts, 'items'), { document: key });
}

/**
 * The entry of a payout of a payment processor.
 *
 * @returns null for a payout of nothing
 * @throws HoldError when its items do not explain it, when its currency has no rate, or for an account that the books
 *   cannot hold
 */
export function payoutEntry(plan: Plan, payout: Payout, log: StepLog, key: string): JournalEntry | null {
  const facts = factsOf(payout);
  const currency = currencyOf(plan, payout);
  const lines = payoutLines(plan, payout, facts, currency.decimals);
  const entry = closeEntry(plan, headOf(plan, payout, facts), lines, currency, {
    ...{ turn: false, documentId: payout.id, facts },
  });
  if (entry) warnAboutAdjustments(log, key, payout);
  return entry;
}
