import type { SalesDocument, SalesLine } from '#schemas/documents/sales-document.ts';
import { matcher } from '#schemas/mapping/wildcard.ts';
import type { Settings } from '../settings.ts';

type Test = (text: string) => boolean;
interface VatCases {
  readonly marginScheme: Test;
  readonly coContractor: Test;
  readonly exempt: Test;
  readonly pickup: Test;
}

function anyOf(patterns: readonly string[]): Test {
  const tests = patterns.map(matcher);
  return (text) => tests.some((matches) => matches(text));
}

/** Patterns are made ready once for all documents of a batch, which share their settings. */
const compiled = new WeakMap<Settings['vat'], VatCases>();

export function vatCasesOf({ vat }: Settings): VatCases {
  const made = compiled.get(vat) ?? {
    marginScheme: anyOf(vat.marginScheme),
    coContractor: anyOf(vat.coContractor),
    exempt: anyOf(vat.exempt),
    pickup: anyOf(vat.pickup),
  };
  compiled.set(vat, made);
  return made;
}

/** Names of the taxes that stand on a line: those at 0 % often say why there is none. */
function taxNamesOf(document: SalesDocument, line: SalesLine): string[] {
  const taxes = [...document.taxes, ...(document.original?.openTaxes ?? [])];
  return taxes.filter(({ id }) => line.taxes.some(({ taxId }) => taxId === id)).map(({ name }) => name);
}

/** Why the seller has put no VAT on a line, as far as settings and document say. */
export type UntaxedReason = 'margin' | 'exempt' | 'co-contractor' | null;

export function untaxedReasonOf(settings: Settings, document: SalesDocument, line: SalesLine): UntaxedReason {
  const cases = vatCasesOf(settings);
  const names = taxNamesOf(document, line);
  const isSold = (test: Test) => names.some(test) || (line.productCategory !== null && test(line.productCategory));
  if (line.isMarginScheme || isSold(cases.marginScheme)) return 'margin';
  if (isSold(cases.exempt)) return 'exempt';
  const group = document.buyer.group;
  if (names.some(cases.coContractor) || (group !== undefined && cases.coContractor(group))) return 'co-contractor';
  return null;
}
