import type { StepLog } from '#nodes/kit/context.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { type Decimal, decimal, formatAmount, round, sum, ZERO } from '#schemas/money.ts';
import { chooseFixed, chooseVat } from './accounts/choose-account.ts';
import { closeEntry, type DraftCurrency, type EntryHead } from './close-entry.ts';
import { auxiliaryOf } from './customers/auxiliary.ts';
import { chooseCustomer } from './customers/choose-customer.ts';
import { type DraftLine, makeGroups, type Share, singleLine } from './draft.ts';
import { documentHead } from './heads/entry-head.ts';
import { entryMessages } from './messages.ts';
import type { Plan } from './plan.ts';
import { postLine, type TaxTable, taxOf, treatTaxes } from './post-line.ts';
import { bookDifference } from './rounding/difference.ts';
import { type Spread, spreadUnallocated } from './spread-refund.ts';

/** What the customer owes: the document's total as it is, never a sum of ours. */
function receivable(plan: Plan, document: SalesDocument, decimals: number): DraftLine {
  const total = decimal(document.total);
  const facts = { document: document.number, total: document.total };
  if (total.isNegative() && !total.isZero()) {
    throw new HoldError(entryMessages.build.total_negative(facts, 'total'));
  }
  if (!round(total, decimals).equals(total)) {
    const { currency } = document;
    const precision = { ...facts, currency, decimals: String(decimals) };
    throw new HoldError(entryMessages.build.total_precision(precision, 'total'));
  }
  const choice = chooseCustomer(plan, document);
  const line = singleLine(choice, total, { part: 'total', id: document.id });
  return { ...line, auxiliary: auxiliaryOf(plan, document) };
}

/** Gift cards that paid for a part: what was owed to their holders is owed no more. */
function giftCardsUsed(plan: Plan, document: SalesDocument, decimals: number): DraftLine[] {
  // Gift cards bear no VAT when they are sold: a rule for rate 0 takes them back from where it put them.
  const choice = () => chooseFixed(plan, 'giftCard', 'gift-card', plan.lineFacts(document, null, null));
  return document.giftCards.map(({ id, amount }) =>
    singleLine(choice(), round(decimal(amount), decimals), { part: 'gift-card', id }),
  );
}

/** Revenue, discounts, shipping…: gathered by account at full precision, each rounded once. */
function lineDrafts(
  plan: Plan,
  document: SalesDocument,
  table: TaxTable,
  spread: Spread | null,
  decimals: number,
): DraftLine[] {
  const groups = makeGroups();
  for (const line of document.lines) {
    const origin = { part: 'line', id: line.id } as const;
    postLine(plan, document, table, line, (choice, amount) => groups.add(choice, amount, origin));
  }
  const origin = { part: 'unallocated', id: document.id } as const;
  for (const { choice, amount } of spread?.posts ?? []) groups.add(choice, amount, origin);
  return groups.lines(decimals);
}

/** One line a tax of the document, with the amount that the document states. */
function taxDrafts(
  plan: Plan,
  document: SalesDocument,
  table: TaxTable,
  spread: Spread | null,
  decimals: number,
): DraftLine[] {
  const shares = new Map<string, Share[]>();
  const add = (taxId: string, share: Share) => shares.set(taxId, [...(shares.get(taxId) ?? []), share]);
  for (const { id, amount } of document.taxes) {
    add(id, { part: 'tax', id, amount: round(decimal(amount), decimals).negated() });
  }
  for (const { id, amount } of spread?.taxes ?? []) {
    add(id, { part: 'unallocated', id: document.id, amount: round(amount, decimals) });
  }
  return [...shares].flatMap(([taxId, parts]) => {
    const treatment = table.get(taxId) ?? spread?.table.get(taxId);
    if (!treatment) return [];
    const facts = plan.lineFacts(document, null, taxOf(document, taxId));
    return [
      { choice: chooseVat(plan, treatment, facts), auxiliary: null, amount: sum(parts.map(amountOf)), shares: parts },
    ];
  });
}

const amountOf = ({ amount }: { readonly amount: Decimal }): Decimal => amount;

function warnAboutSpread(log: StepLog, key: string, document: SalesDocument): void {
  const { number, unallocated, currency, original } = document;
  const facts = {
    document: number,
    amount: formatAmount(decimal(unallocated)),
    currency,
    sale: original?.number ?? '',
  };
  log.warning(entryMessages.build.refund_spread(facts, 'unallocated'), { document: key });
}

/** What a credit note waits for, when the user wants only those whose sale is booked. */
function saleBefore(plan: Plan, document: SalesDocument): Pick<EntryHead, 'follows'> {
  if (document.kind === 'sale' || plan.settings.controls.creditNotes === 'all') return {};
  const sale = document.original?.key;
  if (sale !== undefined) return { follows: sale };
  throw new HoldError(entryMessages.build.sale_unknown({ document: document.number }, 'original'));
}

/**
 * The entry of a sale or credit note: the customer's total against revenue and VAT.
 *
 * @returns null for a document that is free of charge
 * @throws HoldError when the document cannot be booked as it stands; the cents of rounding apart, nothing is made to fit
 */
export function documentEntry(
  plan: Plan,
  document: SalesDocument,
  currency: DraftCurrency,
  step: { readonly zone: string; readonly log: StepLog; readonly key: string },
): JournalEntry | null {
  const { decimals } = currency;
  const owed = receivable(plan, document, decimals);
  const table = treatTaxes(plan, document, document.taxes, document.lines);
  const spread = spreadUnallocated(plan, document, decimals);
  if (spread) warnAboutSpread(step.log, step.key, document);
  const drafts = [
    owed,
    ...giftCardsUsed(plan, document, decimals),
    ...lineDrafts(plan, document, table, spread, decimals),
    ...taxDrafts(plan, document, table, spread, decimals),
  ];
  const difference = drafts.reduce((left, line) => left.minus(line.amount), ZERO);
  const balanced = bookDifference(plan, document, drafts, difference, decimals);
  const options = { turn: document.kind === 'credit-note', documentId: document.id, facts: plan.facts(document) };
  const head = { ...documentHead(plan, document), ...saleBefore(plan, document) };
  return closeEntry(plan, head, balanced, currency, options);
}
