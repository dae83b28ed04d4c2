import type { Payout } from '#schemas/documents/payout.ts';
import { HoldError } from '#schemas/errors.ts';
import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import { type Decimal, decimal, formatAmount, round, ZERO } from '#schemas/money.ts';
import { accountNumber } from '../accounts/account-number.ts';
import { chooseFixed } from '../accounts/choose-account.ts';
import { sayOfTable } from '../accounts/table-word.ts';
import type { DraftLine, Share } from '../draft.ts';
import { methodAccount } from '../payments/payment-rule.ts';
import type { AccountChoice, Plan } from '../plan.ts';
import { payoutMessages } from './payout-messages.ts';

type Item = Payout['items'][number];

/** What one item does, debit positive: what leaves the clearing account, and where it goes beside the bank. */
interface Part {
  readonly item: Item;
  /** Cleared of the processor's account. */
  readonly cleared: Decimal;
  readonly fee: Decimal;
  readonly chargeback: Decimal;
  readonly adjustment: Decimal;
}

/** Fees of single payments; a fee that is an item of its own is always booked with the payout. */
function itemFee(plan: Plan, item: Item, decimals: number): Decimal {
  return plan.settings.payouts.fees === 'payout' && item.fee !== null ? round(decimal(item.fee), decimals) : ZERO;
}

function partOf(plan: Plan, item: Item, decimals: number): Part {
  const amount = round(decimal(item.amount), decimals);
  const kept = item.fee === null ? ZERO : round(decimal(item.fee), decimals);
  const fee = itemFee(plan, item, decimals);
  // With its fee booked elsewhere, an item stands on the clearing account by what reached the transfer.
  const cleared = amount.minus(kept).plus(fee);
  const none = { item, cleared: ZERO, fee, chargeback: ZERO, adjustment: ZERO };
  switch (item.kind) {
    case 'payment':
    case 'refund':
      return { ...none, cleared };
    case 'fee':
      return { ...none, fee: kept.minus(amount) };
    case 'chargeback':
      // The customer owes again what was taken back; what the processor asks for it is a fee in any case.
      return { ...none, fee: kept, chargeback: amount.negated() };
    case 'adjustment':
      return { ...none, fee: kept, adjustment: amount.negated() };
  }
}

function refuseUnlessSum(payout: Payout, decimals: number): void {
  if (payout.items.length === 0) {
    throw new HoldError(payoutMessages.build.without_items({ payout: payout.number }, 'items'));
  }
  const net = ({ amount, fee }: Item) => decimal(amount).minus(fee === null ? ZERO : decimal(fee));
  const items = payout.items.reduce((total, item) => total.plus(round(net(item), decimals)), ZERO);
  const amount = decimal(payout.amount);
  if (items.equals(amount)) return;
  const facts = { payout: payout.number, items: formatAmount(items, decimals), amount: formatAmount(amount, decimals) };
  throw new HoldError(payoutMessages.build.does_not_sum({ ...facts, currency: payout.currency }, 'amount'));
}

function bankChoice(plan: Plan, facts: MappingFacts): AccountChoice {
  const word = sayOfTable(plan, 'payments', 'payoutAccount', facts);
  if (!word) return chooseFixed(plan, 'bank', 'payment');
  const account = accountNumber(word.value, { rate: '0', country: plan.home }, plan.settings.accountLength);
  return { account, role: 'payment', vat: null, rule: word.rule };
}

type Amounts = (part: Part) => Decimal;

/** One line of all items, each with its share; a line whose shares cancel out is none. */
function lineOf(choice: () => AccountChoice, parts: readonly Part[], amountOf: Amounts): DraftLine[] {
  const shares: Share[] = parts.flatMap((part) => {
    const amount = amountOf(part);
    return amount.isZero() ? [] : [{ part: 'payout-item' as const, id: part.item.id, amount }];
  });
  const amount = shares.reduce((total, share) => total.plus(share.amount), ZERO);
  return amount.isZero() ? [] : [{ choice: choice(), auxiliary: null, amount, shares }];
}

/** What the processor changed for reasons of its own. */
export function adjustmentsOf({ items }: Payout): readonly Item[] {
  return items.filter(({ kind }) => kind === 'adjustment');
}

/**
 * The lines of a payout: the bank gets what was transferred, the processor's clearing account loses what its payments and
 * refunds put there, and what lies between is fees, payments charged back and adjustments.
 *
 * @throws HoldError when the items do not sum to the transfer: the difference is nobody's fee
 */
export function payoutLines(plan: Plan, payout: Payout, facts: MappingFacts, decimals: number): DraftLine[] {
  refuseUnlessSum(payout, decimals);
  const parts = payout.items.map((item) => partOf(plan, item, decimals));
  const received: Amounts = ({ cleared, fee, chargeback, adjustment }) =>
    cleared.minus(fee).minus(chargeback).minus(adjustment);
  const suspense = (): AccountChoice => chooseFixed(plan, 'suspense', 'suspense');
  const customer = (): AccountChoice => ({ ...chooseFixed(plan, 'chargeback', 'receivable'), rule: 'chargeback' });
  const chargedBack = lineOf(customer, parts, ({ chargeback }) => chargeback).map((line) => ({
    ...line,
    // Which customer it was stands in the item, not in the payout: one account for all.
    auxiliary: plan.settings.customer.auxiliaryMode === 'none' ? null : plan.settings.customer.code,
  }));
  return [
    ...lineOf(() => bankChoice(plan, facts), parts, received),
    ...lineOf(
      () => methodAccount(plan, payout.processor, facts, 'feeAccount'),
      parts,
      ({ fee }) => fee,
    ),
    ...chargedBack,
    ...lineOf(suspense, parts, ({ adjustment }) => adjustment),
    ...lineOf(
      () => methodAccount(plan, payout.processor, facts, 'account'),
      parts,
      ({ cleared }) => cleared.negated(),
    ),
  ];
}
