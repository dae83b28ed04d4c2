import type { StepLog } from '#nodes/kit/context.ts';
import type { SalesDocument, SalesLine } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import { MAPPING_TABLES, type MappingTable } from '#schemas/mapping/tables.ts';
import { decimal } from '#schemas/money.ts';
import { bookablePayments } from '../payments/payment-rule.ts';
import type { Plan } from '../plan.ts';
import { isLiability, taxOf } from '../post-line.ts';
import { listingMessages } from './listing-messages.ts';

type Axis = 'tax' | 'method' | 'category' | 'carrier' | 'country';

/** Tables of which one must name the value, by axis; a rule that is missing is added to the first. */
const ASKED: Readonly<Record<Axis, readonly [MappingTable, ...MappingTable[]]>> = {
  tax: ['taxes'],
  method: ['payments'],
  category: ['sales'],
  carrier: ['carriers'],
  country: ['taxes', 'sales', 'journals'],
};

/**
 * A rule names a value for a case when it holds for the case and is about that axis: a rule for 21 % in Belgium does not
 * name 21 % in the Netherlands, and a default names nothing.
 */
function isNamed({ lookup, hasRules }: Plan, table: MappingTable, axis: Axis, facts: MappingFacts): boolean {
  if (!hasRules(table) || !lookup.names(table, axis, facts)) return false;
  const [field] = MAPPING_TABLES[table].fields;
  return lookup
    .explain(table, field, facts)
    .some(({ precision }) => precision.exact.includes(axis) || precision.pattern.includes(axis));
}

/** Where warnings go, and about which document. */
interface Said {
  readonly log: StepLog;
  readonly key: string;
}

interface Place {
  readonly document: SalesDocument;
  readonly line: SalesLine | null;
  readonly field: string;
}

type Unnamed = Readonly<Record<'document' | 'line' | 'table' | 'axis' | 'value' | 'name', string>>;

function findUnnamed(plan: Plan, axis: Axis, facts: MappingFacts, { document, line }: Place): Unnamed | null {
  const value = facts[axis]?.[0];
  const [table] = ASKED[axis];
  if (value === undefined || ASKED[axis].some((one) => isNamed(plan, one, axis, facts))) return null;
  const name = facts[axis]?.at(-1) ?? value;
  return { document: document.number, line: line?.description ?? '', table, axis, value, name };
}

function requireNamed(plan: Plan, axis: Axis, facts: MappingFacts, place: Place): void {
  const said = findUnnamed(plan, axis, facts, place);
  if (said) throw new HoldError(listingMessages.build[`unlisted_${axis}`](said, place.field));
}

/** A product that nobody set an account for loses no sale: it is held, or booked by the default with a warning, by choice. */
function checkCategory(plan: Plan, facts: MappingFacts, place: Place, { log, key }: Said): void {
  const { unlistedCategory } = plan.settings.controls;
  if (unlistedCategory === 'hold') requireNamed(plan, 'category', facts, place);
  const said = unlistedCategory === 'warn' ? findUnnamed(plan, 'category', facts, place) : null;
  if (said) log.warning(listingMessages.build.category_by_default(said, place.field), { document: key });
}

/** The taxes of a line, each as a case of its own; what bears none goes by rate 0. */
function checkTaxes(plan: Plan, document: SalesDocument, line: SalesLine): void {
  if (line.taxes.length === 0 && isLiability(plan, line)) return;
  for (const id of line.taxes.length > 0 ? line.taxes.map(({ taxId }) => taxId) : [null]) {
    const facts = plan.lineFacts(document, line, taxOf(document, id));
    requireNamed(plan, 'tax', facts, { document, line, field: id === null ? `lines/${line.id}` : `taxes/${id}` });
  }
}

function checkLine(plan: Plan, document: SalesDocument, line: SalesLine, step: Said): void {
  if (decimal(line.grossAmount).isZero() && decimal(line.netAmount).isZero()) return;
  const { unlistedTax, unlistedCarrier } = plan.settings.controls;
  if (unlistedTax === 'hold') checkTaxes(plan, document, line);
  const place = { document, line, field: `lines/${line.id}` };
  const facts = plan.lineFacts(document, line, null);
  const isSold = line.category === 'goods' || line.category === 'service';
  if (isSold && !isLiability(plan, line)) checkCategory(plan, facts, place, step);
  if (unlistedCarrier === 'hold' && line.category === 'shipping') requireNamed(plan, 'carrier', facts, place);
}

/**
 * Holds a document with a rate, payment method, product category, carrier or country that no rule names, where the user
 * wants to see such things rather than have the default taken. What the document does not say is not asked for.
 *
 * @throws HoldError naming table, axis and value, so that the rule can be added on the spot
 */
export function checkListed(plan: Plan, document: SalesDocument, step: Said): void {
  const { unlistedTax, unlistedCategory, unlistedCarrier, unlistedMethod, unlistedCountry } = plan.settings.controls;
  if (unlistedCountry === 'hold') {
    requireNamed(plan, 'country', plan.facts(document), { document, line: null, field: 'buyer' });
  }
  const ofLines: readonly string[] = [unlistedTax, unlistedCategory, unlistedCarrier];
  if (ofLines.some((answer) => answer !== 'default')) {
    // What is given back without lines is spread over the sale's, and is booked on their accounts.
    const spread = decimal(document.unallocated).isZero() ? [] : (document.original?.openLines ?? []);
    for (const line of [...document.lines, ...spread]) checkLine(plan, document, line, step);
  }
  if (unlistedMethod !== 'hold') return;
  for (const payment of bookablePayments(plan, document)) {
    const place = { document, line: null, field: `payments/${payment.id}/method` };
    requireNamed(plan, 'method', plan.facts(document, payment), place);
  }
}
