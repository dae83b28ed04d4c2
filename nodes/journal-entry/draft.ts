import type { Lineage } from '#schemas/documents/journal-entry.ts';
import { Decimal, round, ZERO } from '#schemas/money.ts';
import type { AccountChoice } from './plan.ts';

/** What an amount comes from. */
export interface Origin {
  readonly part: Lineage['part'];
  readonly id: string;
}
export interface Share extends Origin {
  readonly amount: Decimal;
}

/** A line of the entry to be: rounded, debit positive as for a sale, its shares summing to its amount. */
export interface DraftLine {
  readonly choice: AccountChoice;
  readonly auxiliary: string | null;
  readonly amount: Decimal;
  readonly shares: readonly Share[];
}

/** A line that comes from one place only. */
export function singleLine(choice: AccountChoice, amount: Decimal, origin: Origin): DraftLine {
  return { choice, auxiliary: null, amount, shares: [{ ...origin, amount }] };
}

/** Quotients have forty digits, and two that are equal may differ in the last: what differs only there is equal. */
const EQUAL_BELOW = 20;

/**
 * Rounds amounts so that they sum to a total that is itself the rounded sum: each is rounded down, and the cents that
 * are missing go to those that lost most (the later one of two equals).
 */
export function roundToSum(exact: readonly Decimal[], total: Decimal, decimals: number): Decimal[] {
  if (exact.length === 1) return [total];
  if (exact.every((amount) => amount.decimalPlaces() <= decimals)) return [...exact];
  const parts = exact.map((amount) => amount.toDecimalPlaces(decimals, Decimal.ROUND_FLOOR));
  const unit = new Decimal(10).pow(-decimals);
  let missing = total.minus(parts.reduce((sum, part) => sum.plus(part), ZERO));
  const order = exact
    .map((amount, index) => ({ index, lost: amount.minus(parts[index] ?? ZERO).toDecimalPlaces(EQUAL_BELOW) }))
    .sort((a, b) => b.lost.comparedTo(a.lost) || b.index - a.index);
  for (const { index } of order) {
    if (missing.lessThan(unit)) break;
    parts[index] = (parts[index] ?? ZERO).plus(unit);
    missing = missing.minus(unit);
  }
  return parts;
}

interface Group {
  exact: Decimal;
  readonly shares: Share[];
}

/** Amounts gathered by account choice at full precision, to be rounded once. */
export interface Groups {
  readonly add: (choice: AccountChoice, amount: Decimal, origin: Origin) => void;
  readonly lines: (decimals: number) => DraftLine[];
}

/** What follows from the same place is one share: an amount without detail has one, however many lines it touches. */
function addShare(shares: Share[], origin: Origin, amount: Decimal): void {
  const last = shares.at(-1);
  if (last && last.part === origin.part && last.id === origin.id) {
    shares[shares.length - 1] = { ...last, amount: last.amount.plus(amount) };
  } else {
    shares.push({ part: origin.part, id: origin.id, amount });
  }
}

export function makeGroups(): Groups {
  const groups = new Map<AccountChoice, Group>();
  return {
    add: (choice, amount, origin) => {
      const group = groups.get(choice);
      if (group) {
        group.exact = group.exact.plus(amount);
        addShare(group.shares, origin, amount);
      } else {
        groups.set(choice, { exact: amount, shares: [{ part: origin.part, id: origin.id, amount }] });
      }
    },
    lines: (decimals) =>
      [...groups].map(([choice, { exact, shares }]) => {
        const amount = round(exact, decimals);
        const parts = roundToSum(
          shares.map((share) => share.amount),
          amount,
          decimals,
        );
        const rounded = shares.map((share, index) => ({ ...share, amount: parts[index] ?? ZERO }));
        return { choice, auxiliary: null, amount, shares: rounded };
      }),
  };
}
