import { UNPLACED_REASONS, type UnplacedReason, VAT_SIDES, type VatSide } from '#schemas/api/vat-returns.ts';
import { isPeriod } from './periods.ts';

/** A figure whose lines are open. */
export interface VatFigure {
  /** Whose return: a country, or "none". */
  country?: string;
  currency?: string;
  side?: VatSide;
  box?: string;
  oss?: string;
  customer?: string;
  reason?: UnplacedReason;
  placing?: 'placed' | 'elsewhere' | 'unplaced';
}

/** What the address of the screen says: a preview can be linked to as it is. */
export interface VatSearch extends VatFigure {
  period?: string;
  flow?: string;
  target?: string;
  review?: boolean;
}

const TEXTS = ['flow', 'target', 'country', 'currency', 'box', 'oss', 'customer'] as const;
const PLACINGS = ['placed', 'elsewhere', 'unplaced'] as const;

export function readVatSearch(given: Record<string, unknown>): VatSearch {
  const texts = TEXTS.flatMap((key) => {
    const value = given[key];
    // The router reads "49" in an address as a number.
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[key, text] as const] : [];
  });
  const side = VAT_SIDES.find((known) => known === given['side']);
  const reason = UNPLACED_REASONS.find((known) => known === given['reason']);
  const placing = PLACINGS.find((known) => known === given['placing']);
  return {
    ...Object.fromEntries(texts),
    ...(isPeriod(given['period']) ? { period: given['period'] } : {}),
    ...(given['review'] === true ? { review: true } : {}),
    ...(side ? { side } : {}),
    ...(reason ? { reason } : {}),
    ...(placing ? { placing } : {}),
  };
}

/** The part that says what the preview is of, without the figure that is open. */
export function scopeOf({ period, flow, target, review }: VatSearch): VatSearch {
  return {
    ...(period === undefined ? {} : { period }),
    ...(flow === undefined ? {} : { flow }),
    ...(target === undefined ? {} : { target }),
    ...(review ? { review } : {}),
  };
}

/** The figure that is open; null when none is. */
export function figureOf({ country, currency, side, box, oss, customer, reason, placing }: VatSearch) {
  if (country === undefined || currency === undefined) return null;
  return { country, currency, side, box, oss, customer, reason, placing };
}
