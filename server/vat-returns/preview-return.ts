import {
  UNPLACED_REASONS,
  VAT_SIDES,
  type VatBox,
  type VatReturn,
  type VatReturns,
  type VatSide,
} from '#schemas/api/vat-returns.ts';
import { type Decimal, decimal, formatAmount, ZERO } from '#schemas/money.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { type Bucket, countEntries, countLines } from './count-lines.ts';
import { formOf } from './return-forms.ts';
import { requirePeriod, type VatPeriod } from './vat-period.ts';

interface Figure {
  readonly amount: string;
  readonly lines: number;
}
type Summed = Pick<Bucket, 'amount' | 'lines'>;

function figureOf(rows: readonly Summed[], sign: 1 | -1 = 1): Figure {
  const sum = rows.reduce((total: Decimal, row) => total.plus(decimal(row.amount)), ZERO);
  return {
    amount: formatAmount(sign === 1 || sum.isZero() ? sum : sum.negated()),
    lines: rows.reduce((lines, row) => lines + row.lines, 0),
  };
}

function ofSide(rows: readonly Bucket[], side: VatSide): Bucket[] {
  return rows.filter((row) => row.side === side);
}

/** Known boxes in the order of the form, then those that only a mapping table names. */
function boxesOf(country: string | null, rows: readonly Bucket[]): VatBox[] {
  const { titles, creditBoxes } = formOf(country);
  const used = new Set(rows.flatMap(({ grids }) => grids ?? []));
  const inOrder = [
    ...Object.keys(titles).sort((a, b) => a.localeCompare(b)),
    ...[...used].filter((box) => !Object.hasOwn(titles, box)).sort((a, b) => a.localeCompare(b)),
  ];
  return inOrder.flatMap((box) =>
    VAT_SIDES.flatMap((side): VatBox[] => {
      const inside = ofSide(rows, side).filter(({ grids }) => grids?.includes(box));
      if (inside.length === 0) return [];
      return [{ box, side, title: titles[box] ?? null, ...figureOf(inside, creditBoxes.has(box) ? -1 : 1) }];
    }),
  );
}

function ossOf(rows: readonly Bucket[]): VatReturn['oss'] {
  const groups = Map.groupBy(
    rows.filter(({ regime }) => regime === 'oss'),
    ({ country, rate }) => `${country ?? ''}:${rate ?? ''}`,
  );
  return [...groups.values()]
    .map((group) => ({
      country: group[0]?.country ?? null,
      rate: group[0]?.rate ?? '0',
      base: figureOf(ofSide(group, 'base')),
      vat: figureOf(ofSide(group, 'vat')),
    }))
    .sort((a, b) => (a.country ?? '').localeCompare(b.country ?? '') || decimal(b.rate).comparedTo(decimal(a.rate)));
}

function customersOf(rows: readonly Bucket[]): VatReturn['customers'] {
  const sales = ofSide(rows, 'base').filter(({ regime }) => regime === 'reverse-charge');
  const groups = Map.groupBy(sales, ({ party_vat, supply }) => `${supply ?? ''}:${party_vat ?? ''}`);
  return [...groups.values()]
    .map((group) => ({
      number: group[0]?.party_vat ?? null,
      name: group.findLast(({ party }) => party !== null)?.party ?? null,
      code: group[0]?.supply === 'services' ? ('S' as const) : ('L' as const),
      ...figureOf(group),
    }))
    .sort((a, b) => (a.number ?? '').localeCompare(b.number ?? '') || a.code.localeCompare(b.code));
}

function unplacedOf(rows: readonly Bucket[]): VatReturn['unplaced'] {
  return UNPLACED_REASONS.flatMap((reason) => {
    const group = rows.filter((row) => row.reason === reason);
    if (group.length === 0) return [];
    return [{ reason, base: figureOf(ofSide(group, 'base')), vat: figureOf(ofSide(group, 'vat')) }];
  });
}

/** Every line stands in boxes, belongs in none, or is listed: their sums must be that of all lines, to the cent. */
function totalsOf(rows: readonly Bucket[], all: readonly Summed[]): VatReturn['totals']['base'] {
  const placed = figureOf(rows.filter(({ grids }) => grids !== null && grids.length > 0));
  const elsewhere = figureOf(rows.filter(({ grids }) => grids?.length === 0));
  const unplaced = figureOf(rows.filter(({ grids }) => grids === null));
  const whole = figureOf(all);
  const parts = [placed, elsewhere, unplaced];
  const sum = parts.reduce((total, { amount }) => total.plus(decimal(amount)), ZERO);
  const lines = parts.reduce((total, part) => total + part.lines, 0);
  return {
    placed,
    elsewhere,
    unplaced,
    all: whole,
    isEqual: sum.equals(decimal(whole.amount)) && lines === whole.lines,
  };
}

/**
 * What the VAT return of a period would say, by what was booked in it: a preview for an accountant to check, never a
 * filing. Entries of sellers in different countries, or in different currencies, make returns of their own.
 *
 * @throws Refusal 422 for a period that is none
 */
export async function previewReturn(
  db: Database,
  { workspaceId }: Pick<Caller, 'workspaceId'>,
  period: VatPeriod,
): Promise<VatReturns> {
  requirePeriod(period);
  const { buckets, totals } = await countLines(db, workspaceId, period);
  const scale = await countEntries(db, workspaceId, period);
  const groups = Map.groupBy(buckets, ({ seller, currency }) => `${seller ?? ''}:${currency}`);
  const returns = [...groups].map(([key, rows]): VatReturn => {
    const country = rows[0]?.seller ?? null;
    const all = totals.filter(({ seller, currency }) => `${seller ?? ''}:${currency}` === key);
    const side = (which: VatSide) =>
      totalsOf(
        ofSide(rows, which),
        all.filter((total) => total.side === which),
      );
    return {
      country,
      currency: rows[0]?.currency ?? '',
      boxes: boxesOf(country, rows),
      oss: ossOf(rows),
      customers: customersOf(rows),
      unplaced: unplacedOf(rows),
      totals: { base: side('base'), vat: side('vat') },
    };
  });
  returns.sort((a, b) => (a.country ?? '~').localeCompare(b.country ?? '~') || a.currency.localeCompare(b.currency));
  const { entries, targets, uncertain } = scale;
  return { returns, entries, targets, uncertain };
}
