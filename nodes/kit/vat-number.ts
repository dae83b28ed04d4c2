import { checkVAT, countries } from 'jsvat-next';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';

/** Prefixes of the Member States and of Northern Ireland. Greece writes EL, which is not its country code. */
const EU_PREFIXES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI'.split(' '),
);

/** A VAT number as the tax authorities write it, and what can be said of it without asking anybody. */
export interface VatNumber {
  /** With its prefix: "BE0428759497", "EL094259216". */
  readonly text: string;
  /** Country that gave it, "GR" for "EL"; "XI" is Northern Ireland. */
  readonly country: string;
  /** Form and check digits are right. */
  readonly isWellFormed: boolean;
  /** Given by a Member State, or by Northern Ireland. */
  readonly isOfEu: boolean;
}

function withPrefix(text: string, country: string | null): string {
  if (/^[A-Z]{2}/.test(text)) return text.replace(/^GR/, 'EL');
  if (country === null) return text;
  return `${country === 'GR' ? 'EL' : country}${text}`;
}

/**
 * Reads a VAT number as somebody typed it.
 *
 * @param country whose prefix is meant when none was typed
 */
export function readVatNumber(typed: string, country: string | null): VatNumber {
  const text = withPrefix(typed.toUpperCase().replaceAll(/[\s.\-/]/g, ''), country);
  const prefix = /^[A-Z]{2}/.exec(text)?.[0] ?? '';
  const giver = prefix === 'EL' ? 'GR' : prefix;
  return { text, country: giver, isWellFormed: checkVAT(text, countries).isValid, isOfEu: EU_PREFIXES.has(prefix) };
}

const known = new Map<string, VatNumber>();
const MOST_KNOWN = 10_000;

/**
 * The VAT number of a document's buyer; null when there is none. One typed without a prefix is read as a number of the
 * country of billing.
 */
export function vatNumberOf({ buyer }: SalesDocument): VatNumber | null {
  const typed = buyer.vatNumber?.trim() ?? '';
  if (typed === '') return null;
  const country = buyer.billing?.country ?? buyer.delivery?.country ?? null;
  const key = `${country}:${typed}`;
  const read = known.get(key) ?? readVatNumber(typed, country);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, read);
  return read;
}
