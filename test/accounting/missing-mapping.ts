import type { MapResult } from '#nodes/kit/node-type.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { PLACES } from './arbitrary-lines.ts';
import { millionths } from './whole-numbers.ts';

/** One thing that a mapping needs, and whether a document needs it. */
export interface Need {
  readonly name: string;
  readonly isNeededBy: (document: SalesDocument) => boolean;
}

const isZero = (text: string) => millionths(text) === 0n;
const isFree = ({ grossAmount, discountAmount, netAmount }: SalesDocument['lines'][number]) =>
  [grossAmount, discountAmount, netAmount].every(isZero);

/** What is booked of a document: its lines, and those of the sale that it gives back without naming any. */
function bookedLines({ lines, unallocated, original }: SalesDocument) {
  return isZero(unallocated) ? lines : [...lines, ...(original?.openLines ?? [])];
}

/** Whether a line with an amount bears the rate. */
function bears(document: SalesDocument, country: string, rate: string): boolean {
  if (document.buyer.billing?.country !== country) return false;
  return bookedLines(document).some((line) => !isFree(line) && line.taxes.some(({ taxId }) => taxId === rate));
}

function ruleOf(index: number, table: MappingRule['table'], match: MappingRule['match'], set: MappingRule['set']) {
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return { id, table, match, set, note: '' } satisfies MappingRule;
}

/** What no VAT is charged on, wherever it goes. */
export const UNTAXED_RULE = ruleOf(999, 'taxes', { tax: '0' }, { code: 'NONE' });

/** A rule for every country and rate that the generated sales bear. */
export const TAX_RULES: readonly (Need & { readonly rule: MappingRule })[] = PLACES.flatMap(({ country, rates }) =>
  rates.map((rate) => ({ country, rate })),
).map(({ country, rate }, index) => ({
  name: `the tax rule of ${country} at ${rate} %`,
  rule: ruleOf(index, 'taxes', { country, tax: rate }, { account: '445710', code: `${country}-${rate}` }),
  isNeededBy: (document) => bears(document, country, rate),
}));

/** Accounts of the settings that can be made wrong, and the lines that need them: at home in the French chart. */
export const ACCOUNT_NEEDS: readonly (Need & { readonly key: string })[] = [
  need('shipping', (document) => hasAtHome(document, 'shipping')),
  need('wrapping', (document) => hasAtHome(document, 'wrapping')),
  need('services', (document) => hasAtHome(document, 'service') || hasAtHome(document, 'tip')),
];

function need(key: string, isNeededBy: Need['isNeededBy']): Need & { readonly key: string } {
  return { name: `the account of ${key}`, key, isNeededBy };
}

/** Whether a line of the category has an amount to book at home, discounts being taken off it; a tip only with VAT. */
function hasAtHome(document: SalesDocument, category: string): boolean {
  if (document.buyer.billing?.country !== 'FR') return false;
  return bookedLines(document).some(
    (line) =>
      line.category === category && (category !== 'tip' || line.taxes.length > 0) && millionths(line.netAmount) > 0n,
  );
}

/** What a result says, without the names of rules: the same when nothing else was touched. */
function shown(result: MapResult): string {
  if (!('emit' in result)) return JSON.stringify(result);
  return JSON.stringify(result.emit.map(({ body }) => body as JournalEntry));
}

export interface Missed {
  readonly affected: number;
  readonly problems: readonly string[];
}

/**
 * Compares what became of documents with every mapping there, and with one missing: who needs it is held, for that
 * reason, and nobody else is touched.
 *
 * @param codes that say what is missing
 */
export function compareMissing(
  documents: readonly SalesDocument[],
  { isNeededBy, name }: Need,
  before: readonly MapResult[],
  after: readonly MapResult[],
  codes: ReadonlySet<string>,
): Missed {
  let affected = 0;
  const problems = documents.flatMap((document, index) => {
    const [was, is] = [before[index], after[index]];
    if (!was || !is) return [`${document.id} has no result`];
    if (!isNeededBy(document))
      return shown(was) === shown(is) ? [] : [`${document.id} does not need ${name} and changed`];
    affected += 1;
    if ('hold' in is && ('hold' in was || codes.has(is.hold.code))) return [];
    return [`${document.id} needs ${name} and was not held: ${shown(is).slice(0, 400)}`];
  });
  return { affected, problems };
}
