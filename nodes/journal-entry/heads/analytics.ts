import type { EntryLine, LineRole } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument, SalesLine } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { lineFacts } from '#schemas/mapping/facts.ts';
import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import { allocate, Decimal, formatAmount, sum, ZERO } from '#schemas/money.ts';
import type { DraftLine, Share } from '../draft.ts';
import type { Plan } from '../plan.ts';
import { type Cut, readSections } from './analytic-sections.ts';
import { headMessages } from './head-messages.ts';

/** Lines that analytic accounting looks at: what was sold and what was taken off it. Shipping is the user's choice. */
const ANALYSED: ReadonlySet<LineRole> = new Set(['revenue', 'discount', 'fee', 'wrapping']);

/** By plan, how something is divided. */
type Division = ReadonlyMap<string, readonly Cut[]>;

function planOf(plan: Plan, document: SalesDocument, own: string | undefined, section: string): string {
  const name = own?.trim() || plan.settings.analytics.plan.trim();
  if (name) return name;
  throw new HoldError(headMessages.build.plan_missing({ document: document.number, section }));
}

/** Of each plan, the sections of the most specific rule that names some; the user's own section where no rule does. */
function divide(plan: Plan, document: SalesDocument, facts: MappingFacts): Division {
  const found = new Map<string, readonly Cut[]>();
  const add = (own: string | undefined, section: string) => {
    const name = planOf(plan, document, own, section);
    if (!found.has(name)) found.set(name, readSections(section, document.number));
  };
  for (const { rule, value } of plan.lookup.explain('analytics', 'section', facts)) {
    if (value) add(rule.set['plan'], value);
  }
  const { section } = plan.settings.analytics;
  if (section.trim()) add(undefined, section.trim());
  return found;
}

/** A part of an entry line's amount, with what it was for. */
interface Portion {
  readonly amount: Decimal;
  readonly division: Division;
  readonly title: string;
}

/** Lines of the original sale that an amount without detail stands for on an account of this role. */
function openLines({ original }: SalesDocument, role: LineRole): readonly SalesLine[] {
  const lines = original?.openLines ?? [];
  const charges: readonly string[] = ['shipping', 'fee', 'wrapping'];
  const alike = lines.filter(({ category }) =>
    charges.includes(role) ? category === role : !charges.includes(category),
  );
  return alike.length > 0 ? alike : lines;
}

function makePortions(plan: Plan, document: SalesDocument) {
  const base = plan.facts(document);
  const byId = new Map(document.lines.map((line) => [line.id, line]));
  const known = new Map<string, Division>();
  const dividing = (line: SalesLine | null): Division => {
    const name = line?.id ?? '';
    const division = known.get(name) ?? divide(plan, document, lineFacts(base, line, null));
    known.set(name, division);
    return division;
  };
  const portion = (line: SalesLine | null, amount: Decimal): Portion => ({
    amount,
    division: dividing(line),
    title: line?.description ?? document.number,
  });
  const ofUnallocated = (amount: Decimal, role: LineRole): Portion[] => {
    const lines = openLines(document, role);
    if (lines.length === 0) return [portion(null, amount)];
    const weights = lines.map(({ netAmount }) => new Decimal(netAmount));
    return allocate(amount, weights, 6).map((part, index) => portion(lines[index] ?? null, part));
  };
  return ({ choice, shares, amount }: DraftLine): Portion[] => {
    const portions = shares.flatMap((share: Share): Portion[] => {
      if (share.part === 'unallocated') return ofUnallocated(share.amount, choice.role);
      const line = share.part === 'line' ? byId.get(share.id) : undefined;
      return line ? [portion(line, share.amount)] : [];
    });
    return portions.length > 0 ? portions : [portion(null, amount)];
  };
}

/** How much of each section of a plan stands in the portions: what is on the other side than the line counts for nothing. */
function weigh(portions: readonly Portion[], name: string, side: Decimal): Map<string, Decimal> {
  const weights = new Map<string, Decimal>();
  for (const { amount, division } of portions) {
    const size = Decimal.max(amount.times(side), ZERO);
    for (const { section, share } of division.get(name) ?? []) {
      weights.set(section, (weights.get(section) ?? ZERO).plus(size.times(share)));
    }
  }
  return weights;
}

function partsOf(name: string, weights: ReadonlyMap<string, Decimal>, amount: Decimal) {
  const sections = [...weights.keys()];
  const known = sum(weights.values()).isZero() ? [...weights.values()].map(() => ZERO) : [...weights.values()];
  return allocate(amount, known).flatMap((part, index) => {
    const section = sections[index];
    return section === undefined || part.isZero() ? [] : [{ plan: name, section, amount: formatAmount(part) }];
  });
}

function refuseGaps(document: SalesDocument, portions: readonly Portion[], plans: ReadonlySet<string>): void {
  const gap = portions.find(({ division }) => division.size < Math.max(plans.size, 1));
  if (!gap) return;
  throw new HoldError(headMessages.build.section_missing({ document: document.number, line: gap.title }));
}

/**
 * How the lines of an entry are divided among analytic sections, by what each part of them was sold as; null when the
 * user wants no analytic entries.
 *
 * @returns a function that divides a line (in the books' currency): the parts of each plan sum to its amount
 * @throws HoldError, when called, for a part that no section is set for: it is never left out of a plan that others are in
 */
export function analyticsOf(plan: Plan, document: SalesDocument): ((line: DraftLine) => EntryLine['analytics']) | null {
  const { isOn, shipping } = plan.settings.analytics;
  if (!isOn) return null;
  const portionsOf = makePortions(plan, document);
  return (line) => {
    const { role } = line.choice;
    if (!ANALYSED.has(role) && !(shipping && role === 'shipping')) return undefined;
    const portions = portionsOf(line);
    const plans = new Set(portions.flatMap(({ division }) => [...division.keys()]));
    refuseGaps(document, portions, plans);
    const side = new Decimal(line.amount.isNegative() ? -1 : 1);
    return [...plans].flatMap((name) => partsOf(name, weigh(portions, name, side), line.amount.abs()));
  };
}
