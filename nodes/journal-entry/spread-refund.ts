import type { OriginalSale, SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { allocate, type Decimal, decimal, formatAmount, round, sum, ZERO } from '#schemas/money.ts';
import { entryMessages } from './messages.ts';
import type { AccountChoice, Plan } from './plan.ts';
import { postLine, type TaxTable, treatTaxes } from './post-line.ts';

/** One amount of a spread; `taxId` says which rate it belongs to, null for what bears no VAT. */
interface SpreadPost {
  readonly choice: AccountChoice;
  readonly amount: Decimal;
  readonly taxId: string | null;
}

/** An amount without detail, spread: debit positive as for a sale, like everything until the very end. */
export interface Spread {
  readonly posts: readonly SpreadPost[];
  readonly taxes: readonly { readonly id: string; readonly amount: Decimal }[];
  /** The taxes spread over, with their treatment. */
  readonly table: TaxTable;
}

/** Lines and taxes that an amount is spread over. */
type Open = Pick<OriginalSale, 'openLines' | 'openTaxes'>;

/** What is open at one rate: amounts by account, and the tax itself. Positive is what the sale brought. */
interface OpenRate {
  readonly net: Map<AccountChoice, Decimal>;
  vat: Decimal;
}

function ratesOf({ posts, taxes }: Spread): Map<string | null, OpenRate> {
  const rates = new Map<string | null, OpenRate>();
  const rateOf = (taxId: string | null): OpenRate => {
    const rate = rates.get(taxId) ?? { net: new Map<AccountChoice, Decimal>(), vat: ZERO };
    rates.set(taxId, rate);
    return rate;
  };
  for (const { choice, amount, taxId } of posts) {
    const { net } = rateOf(taxId);
    net.set(choice, (net.get(choice) ?? ZERO).minus(amount));
  }
  for (const { id, amount } of taxes) {
    const rate = rateOf(id);
    rate.vat = rate.vat.minus(amount);
  }
  return rates;
}

const grossOf = (rate: OpenRate): Decimal => sum(rate.net.values()).plus(rate.vat);

/**
 * The whole of what is open: the sale's own figures in the sale's own order, so that it mirrors the sale on every
 * account, odd cents included.
 */
function takeAll(plan: Plan, document: SalesDocument, { openLines, openTaxes }: Open): Spread {
  const table = treatTaxes(plan, document, openTaxes, openLines);
  const posts: SpreadPost[] = [];
  for (const line of openLines) {
    postLine(plan, document, table, line, (choice, amount, taxId) => posts.push({ choice, amount, taxId }));
  }
  const taxes = openTaxes
    .filter(({ id }) => table.get(id))
    .map(({ id, amount }) => ({ id, amount: decimal(amount).negated() }));
  return { posts, taxes, table };
}

/** What a spread comes to in the books, where each account is rounded once: the sale itself was held against that. */
function bookedOf({ posts, taxes }: Spread, decimals: number): Decimal {
  const byChoice = [...Map.groupBy(posts, ({ choice }) => choice).values()];
  const net = byChoice.map((group) => round(sum(group.map(({ amount }) => amount)), decimals));
  return sum([...net, ...taxes.map(({ amount }) => round(amount, decimals))]).negated();
}

/** A part of what is open: by rate in proportion to the open gross, within a rate in the proportions of the sale. */
function takePart(
  open: readonly (readonly [string | null, OpenRate])[],
  table: TaxTable,
  amount: Decimal,
  decimals: number,
): Spread {
  const gross = open.map(([, rate]) => grossOf(rate));
  const shares = allocate(amount, gross, decimals);
  const posts: SpreadPost[] = [];
  const taxes: { id: string; amount: Decimal }[] = [];
  open.forEach(([id, rate], index) => {
    const share = shares[index] ?? ZERO;
    const whole = gross[index] ?? ZERO;
    if (share.isZero() || whole.isZero()) return;
    const vat = round(share.times(rate.vat).dividedBy(whole), decimals);
    if (id !== null && !vat.isZero()) taxes.push({ id, amount: vat.negated() });
    const choices = [...rate.net];
    if (choices.length === 0) return;
    const parts = allocate(
      share.minus(vat),
      choices.map(([, net]) => net),
      decimals,
    );
    choices.forEach(([choice], at) => {
      posts.push({ choice, amount: (parts[at] ?? ZERO).negated(), taxId: id });
    });
  });
  return { posts, taxes, table };
}

function hold(document: SalesDocument, build: 'refund_on_hold' | 'refund_nothing_open'): never {
  const facts = { document: document.number, amount: document.unallocated, currency: document.currency };
  throw new HoldError(entryMessages.build[build](facts, 'unallocated'));
}

function exceeds(document: SalesDocument, amount: Decimal, open: Decimal, decimals: number): never {
  const shown = { amount: formatAmount(amount, decimals), open: formatAmount(open, decimals) };
  const facts = {
    document: document.number,
    currency: document.currency,
    sale: document.original?.number ?? '',
    ...shown,
  };
  throw new HoldError(entryMessages.build.refund_exceeds_open(facts, 'unallocated'));
}

/** What one spread adds to another that came before it. */
function addedTo(before: Spread, until: Spread): Spread {
  const negated = <T extends { readonly amount: Decimal }>(part: T) => ({ ...part, amount: part.amount.negated() });
  return {
    posts: [...until.posts, ...before.posts.map(negated)],
    taxes: [...until.taxes, ...before.taxes.map(negated)],
    table: new Map([...before.table, ...until.table]),
  };
}

/** An amount out of what is left: all of it when they are the same but for cents, else a part. */
function takeFrom(plan: Plan, document: SalesDocument, left: Spread, amount: Decimal, decimals: number): Spread {
  const open = bookedOf(left, decimals);
  const difference = amount.minus(open);
  if (difference.abs().lessThanOrEqualTo(plan.roundingLimit)) return left;
  const rates = [...ratesOf(left)];
  if (!sum(rates.map(([, rate]) => grossOf(rate))).greaterThan(ZERO)) return hold(document, 'refund_nothing_open');
  if (!difference.isNegative()) return exceeds(document, amount, open, decimals);
  return takePart(rates, left.table, amount, decimals);
}

/** What was given back by an amount and by name may be more than a rate had: nothing more is taken from there. */
function takeFromRest(plan: Plan, document: SalesDocument, left: Spread, amount: Decimal, decimals: number): Spread {
  const open = bookedOf(left, decimals);
  if (!amount.minus(open).isNegative()) return takeFrom(plan, document, left, amount, decimals);
  if (open.minus(amount).lessThanOrEqualTo(plan.roundingLimit)) return left;
  const rates = [...ratesOf(left)].filter(([, rate]) => grossOf(rate).greaterThan(ZERO));
  return takePart(rates, left.table, amount, decimals);
}

interface Step extends Open {
  readonly amount: Decimal;
}

const isSameOpen = (a: Open, b: Open): boolean =>
  JSON.stringify([a.openLines, a.openTaxes]) === JSON.stringify([b.openLines, b.openTaxes]);

/**
 * Spreads one amount after another as each was spread in its time.
 *
 * Over the same open lines each gets the difference between the spread of all so far and that of the earlier ones: the
 * parts add up to the whole however often it is cut. Once lines were given back by name in between, it is spread over
 * what all that came before left.
 */
function spreadSteps(plan: Plan, document: SalesDocument, steps: readonly Step[], decimals: number): Spread | null {
  const made: Spread[] = [];
  for (const [index, step] of steps.entries()) {
    const earlier = steps.slice(0, index);
    const all = takeAll(plan, document, step);
    const before = sum(earlier.map(({ amount }) => amount));
    const until = () => takeFrom(plan, document, all, before.plus(step.amount), decimals);
    if (earlier.length === 0) made.push(until());
    else if (earlier.every((one) => isSameOpen(one, step))) {
      made.push(addedTo(takeFrom(plan, document, all, before, decimals), until()));
    } else {
      const left = made.reduce((rest, spread) => addedTo(spread, rest), all);
      made.push(takeFromRest(plan, document, left, step.amount, decimals));
    }
  }
  return made.at(-1) ?? null;
}

/** The amounts given back without lines so far, this one last. */
function stepsOf(sale: OriginalSale, amount: Decimal): Step[] {
  const before = decimal(sale.spreadBefore);
  const { openLines, openTaxes } = sale;
  const earlier = sale.spreads?.map((one) => ({ ...one, amount: decimal(one.amount) }));
  const asNow = before.isZero() ? [] : [{ openLines, openTaxes, amount: before }];
  return [...(earlier ?? asNow), { openLines, openTaxes, amount }];
}

/**
 * Spreads what a credit note gives back without naming lines over what is still open on the sale. Null when there is
 * nothing to spread. However often a sale is given back in parts, by name or not, the last part brings every account to
 * zero.
 *
 * @param decimals of the document's currency
 * @throws HoldError when the user wants to see such amounts first, or when the sale does not bear them
 */
export function spreadUnallocated(plan: Plan, document: SalesDocument, decimals: number): Spread | null {
  const amount = decimal(document.unallocated);
  const sale = document.original;
  if (document.kind !== 'credit-note' || amount.isZero()) return null;
  if (plan.settings.amountOnlyRefunds === 'hold') hold(document, 'refund_on_hold');
  const hasOpen = sale && (sale.openLines.length > 0 || (sale.spreads?.length ?? 0) > 0);
  if (!hasOpen || amount.isNegative()) return hold(document, 'refund_nothing_open');
  return spreadSteps(plan, document, stepsOf(sale, amount), decimals);
}
