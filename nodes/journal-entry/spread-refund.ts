import type { OriginalSale, SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { allocate, type Decimal, decimal, formatAmount, round, sum, ZERO } from '#schemas/money.ts';
import { entryMessages } from './messages.ts';
import type { AccountChoice, Plan } from './plan.ts';
import { postLine, type TaxTable, treatTaxes } from './post-line.ts';

/** An amount without detail, spread: debit positive as for a sale, like everything until the very end. */
export interface Spread {
  readonly posts: readonly { readonly choice: AccountChoice; readonly amount: Decimal }[];
  readonly taxes: readonly { readonly id: string; readonly amount: Decimal }[];
  /** The taxes spread over, with their treatment. */
  readonly table: TaxTable;
}

/** What is open at one rate: amounts by account, and the tax itself. Positive is what the sale brought. */
interface OpenRate {
  readonly net: Map<AccountChoice, Decimal>;
  vat: Decimal;
}

function openRates(
  plan: Plan,
  document: SalesDocument,
  sale: OriginalSale,
  table: TaxTable,
): Map<string | null, OpenRate> {
  const rates = new Map<string | null, OpenRate>();
  const rateOf = (taxId: string | null): OpenRate => {
    const rate = rates.get(taxId) ?? { net: new Map<AccountChoice, Decimal>(), vat: ZERO };
    rates.set(taxId, rate);
    return rate;
  };
  for (const line of sale.openLines) {
    postLine(plan, document, table, line, (choice, amount, taxId) => {
      const { net } = rateOf(taxId);
      net.set(choice, (net.get(choice) ?? ZERO).minus(amount));
    });
  }
  for (const tax of sale.openTaxes) {
    if (table.get(tax.id)) rateOf(tax.id).vat = decimal(tax.amount);
  }
  return rates;
}

const grossOf = (rate: OpenRate): Decimal => sum(rate.net.values()).plus(rate.vat);

/**
 * The whole of what is open: the sale's own figures in the sale's own order, so that it mirrors the sale on every
 * account, odd cents included.
 */
function takeAll(plan: Plan, document: SalesDocument, sale: OriginalSale, table: TaxTable): Spread {
  const posts: { choice: AccountChoice; amount: Decimal }[] = [];
  for (const line of sale.openLines) {
    postLine(plan, document, table, line, (choice, amount) => posts.push({ choice, amount }));
  }
  const taxes = sale.openTaxes
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
  rates: ReadonlyMap<string | null, OpenRate>,
  table: TaxTable,
  amount: Decimal,
  decimals: number,
): Spread {
  const open = [...rates];
  const gross = open.map(([, rate]) => grossOf(rate));
  const shares = allocate(amount, gross, decimals);
  const posts: { choice: AccountChoice; amount: Decimal }[] = [];
  const taxes: { id: string; amount: Decimal }[] = [];
  open.forEach(([id, rate], index) => {
    const share = shares[index] ?? ZERO;
    const whole = gross[index] ?? ZERO;
    if (share.isZero() || whole.isZero()) return;
    const vat = round(share.times(rate.vat).dividedBy(whole), decimals);
    if (id !== null && !vat.isZero()) taxes.push({ id, amount: vat.negated() });
    const choices = [...rate.net];
    const base = share.minus(vat);
    if (choices.length === 0) return;
    const parts = allocate(
      base,
      choices.map(([, net]) => net),
      decimals,
    );
    choices.forEach(([choice], at) => {
      posts.push({ choice, amount: (parts[at] ?? ZERO).negated() });
    });
  });
  return { posts, taxes, table };
}

function hold(document: SalesDocument, build: 'refund_on_hold' | 'refund_nothing_open'): never {
  const facts = { document: document.number, amount: document.unallocated, currency: document.currency };
  throw new HoldError(entryMessages.build[build](facts, 'unallocated'));
}

/** Spreads an amount over everything that is open, as if nothing of it had been given back yet. */
type SpreadUpTo = (amount: Decimal) => Spread;

function spreaderOf(plan: Plan, document: SalesDocument, sale: OriginalSale, decimals: number): SpreadUpTo {
  const table = treatTaxes(plan, document, sale.openTaxes, sale.openLines);
  const rates = openRates(plan, document, sale, table);
  const all = takeAll(plan, document, sale, table);
  const open = bookedOf(all, decimals);
  return (amount) => {
    const difference = amount.minus(open);
    if (difference.abs().lessThanOrEqualTo(plan.roundingLimit)) return all;
    if (!open.greaterThan(ZERO)) return hold(document, 'refund_nothing_open');
    if (difference.isNegative()) return takePart(rates, table, amount, decimals);
    const shown = { amount: formatAmount(amount, decimals), open: formatAmount(open, decimals) };
    const facts = { document: document.number, currency: document.currency, sale: sale.number, ...shown };
    throw new HoldError(entryMessages.build.refund_exceeds_open(facts, 'unallocated'));
  };
}

/** What one spread adds to another that came before it. */
function addedTo(before: Spread, until: Spread): Spread {
  const negated = <T extends { readonly amount: Decimal }>(part: T) => ({ ...part, amount: part.amount.negated() });
  return {
    posts: [...until.posts, ...before.posts.map(negated)],
    taxes: [...until.taxes, ...before.taxes.map(negated)],
    table: until.table,
  };
}

/**
 * Spreads what a credit note gives back without naming lines over what is still open on the sale. Null when there is
 * nothing to spread.
 *
 * After earlier amounts without detail, this one gets the difference between the spread of all so far and that of the
 * earlier ones: however often a sale is given back in parts, the last part brings every account to zero.
 *
 * @param decimals of the document's currency
 * @throws HoldError when the user wants to see such amounts first, or when the sale does not bear them
 */
export function spreadUnallocated(plan: Plan, document: SalesDocument, decimals: number): Spread | null {
  const amount = decimal(document.unallocated);
  const sale = document.original;
  if (document.kind !== 'credit-note' || amount.isZero()) return null;
  if (plan.settings.amountOnlyRefunds === 'hold') hold(document, 'refund_on_hold');
  if (!sale || sale.openLines.length === 0 || amount.isNegative()) return hold(document, 'refund_nothing_open');
  const spreadUpTo = spreaderOf(plan, document, sale, decimals);
  const before = decimal(sale.spreadBefore);
  const until = spreadUpTo(before.plus(amount));
  return before.isZero() ? until : addedTo(spreadUpTo(before), until);
}
