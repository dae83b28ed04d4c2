import type { EntryLine } from '#schemas/documents/journal-entry.ts';
import { allocate, Decimal, decimal, formatAmount, ZERO } from '#schemas/money.ts';

type Analytics = NonNullable<EntryLine['analytics']>;

/** Sections of a position: by plan and section, debit positive. */
export type Sections = Map<string, Map<string, Decimal>>;

export function addSections(sections: Sections, line: EntryLine, sign: 1 | -1): void {
  const side = decimal(line.credit).isZero() ? sign : -sign;
  for (const { plan, section, amount } of line.analytics ?? []) {
    const known = sections.get(plan) ?? new Map<string, Decimal>();
    known.set(section, (known.get(section) ?? ZERO).plus(decimal(amount).times(side)));
    sections.set(plan, known);
  }
}

export function hasSections(sections: Sections): boolean {
  return [...sections.values()].some((plan) => [...plan.values()].some((amount) => !amount.isZero()));
}

/** One side of a position with its sections. */
export interface AnalysedSide {
  readonly amount: Decimal;
  readonly analytics: Analytics | undefined;
}

function positivesOf(plan: ReadonlyMap<string, Decimal>): Decimal {
  return [...plan.values()].reduce((sum, amount) => sum.plus(Decimal.max(amount, ZERO)), ZERO);
}

/** The sections of one side. What other plans move more than this one stands on both sides of its last section. */
function sideOf(sections: Sections, amount: Decimal, isDebit: boolean): Analytics {
  return [...sections].flatMap(([plan, moves]) => {
    const entries = [...moves].map(([section, move]) => [section, isDebit ? move : move.negated()] as const);
    const parts = entries.map(([section, move]) => [section, Decimal.max(move, ZERO)] as const);
    const missing = parts.reduce((left, [, part]) => left.minus(part), amount);
    return parts.flatMap(([section, part], index) => {
      const own = index === parts.length - 1 ? part.plus(missing) : part;
      return own.isZero() ? [] : [{ plan, section, amount: formatAmount(own) }];
    });
  });
}

/** Each plan in the proportions of a line, for a position some of whose lines had no sections yet. */
function inProportion(like: EntryLine, size: Decimal): Analytics | undefined {
  const known = like.analytics;
  if (!known || size.isZero()) return undefined;
  return [...new Set(known.map(({ plan }) => plan))].flatMap((plan) => {
    const own = known.filter((part) => part.plan === plan);
    const parts = allocate(
      size,
      own.map(({ amount }) => decimal(amount)),
    );
    return own.flatMap(({ section }, index) => {
      const part = parts[index] ?? ZERO;
      return part.isZero() ? [] : [{ plan, section, amount: formatAmount(part) }];
    });
  });
}

/**
 * What is booked of a position so that its sections come out right as well: one side, or both where an amount has moved
 * from one section to another. The parts of each plan sum to the amount beside them.
 *
 * @param like the line that the position has now, for proportions where earlier lines had no sections
 */
export function analysedSides(
  sections: Sections,
  balance: Decimal,
  like: EntryLine,
): { readonly debit: AnalysedSide; readonly credit: AnalysedSide } {
  const plain = { debit: Decimal.max(balance, ZERO), credit: Decimal.max(balance.negated(), ZERO) };
  const isWhole = [...sections.values()].every((plan) =>
    [...plan.values()].reduce((left, amount) => left.minus(amount), balance).isZero(),
  );
  if (sections.size === 0 || !isWhole) {
    return {
      debit: { amount: plain.debit, analytics: inProportion(like, plain.debit) },
      credit: { amount: plain.credit, analytics: inProportion(like, plain.credit) },
    };
  }
  const debit = [...sections.values()].reduce((most, plan) => Decimal.max(most, positivesOf(plan)), plain.debit);
  const credit = debit.minus(balance);
  return {
    debit: { amount: debit, analytics: sideOf(sections, debit, true) },
    credit: { amount: credit, analytics: sideOf(sections, credit, false) },
  };
}
