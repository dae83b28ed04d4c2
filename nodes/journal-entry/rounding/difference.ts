import type { LineRole } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { type Decimal, decimal, formatAmount } from '#schemas/money.ts';
import { differenceAccount } from '../accounts/choose-account.ts';
import { type DraftLine, singleLine } from '../draft.ts';
import { entryMessages } from '../messages.ts';
import type { Plan } from '../plan.ts';

function refuse(plan: Plan, document: SalesDocument, difference: Decimal, decimals: number): never {
  const facts = {
    document: document.number,
    total: formatAmount(decimal(document.total), decimals),
    explained: formatAmount(decimal(document.total).plus(difference), decimals),
    difference: formatAmount(difference.abs(), decimals),
    limit: formatAmount(plan.roundingLimit),
    currency: document.currency,
  };
  throw new HoldError(entryMessages.build.difference_too_big(facts, 'total'));
}

/** On which lines the user wants the odd cents; null when apart. */
function roleOfTarget(plan: Plan): LineRole | null {
  const { where } = plan.settings.rounding;
  if (where === 'account') return null;
  return where === 'first-line' ? 'revenue' : 'vat';
}

/** A cent that would turn an amount of the document round, or wipe it out, is no rounding of that amount. */
function bears(line: DraftLine, role: LineRole, difference: Decimal): boolean {
  const after = line.amount.plus(difference);
  const keepsSide = !after.isZero() && after.isNegative() === line.amount.isNegative();
  return line.choice.role === role && !line.amount.isZero() && keepsSide;
}

/**
 * Books the cents by which lines and taxes miss the total, up to the user's limit.
 *
 * @param difference what is missing on the debit side, seen from a sale; negative when the credit side lacks it
 * @throws HoldError beyond the limit: a bigger difference is something that nobody has explained, and is never plugged
 */
export function bookDifference(
  plan: Plan,
  document: SalesDocument,
  drafts: readonly DraftLine[],
  difference: Decimal,
  decimals: number,
): readonly DraftLine[] {
  if (difference.isZero()) return drafts;
  if (difference.abs().greaterThan(plan.roundingLimit)) refuse(plan, document, difference, decimals);
  const origin = { part: 'difference', id: document.id } as const;
  const role = roleOfTarget(plan);
  const target = role ? drafts.find((line) => bears(line, role, difference)) : undefined;
  if (target) {
    const shares = [...target.shares, { ...origin, amount: difference }];
    const adjusted = { ...target, amount: target.amount.plus(difference), shares };
    return drafts.map((line) => (line === target ? adjusted : line));
  }
  const key = difference.isNegative() ? 'roundingGain' : 'roundingLoss';
  const choice = differenceAccount(plan, key, plan.facts(document));
  return [...drafts, singleLine(choice, difference, origin)];
}
