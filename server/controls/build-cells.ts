import type { AlarmCause, CellCause, ControlCell, DifferenceCause } from '#schemas/api/controls.ts';
import { CELL_KINDS, DIFFERENCE_CAUSES, QUIET_CAUSES } from '#schemas/api/controls.ts';
import type { Message } from '#schemas/messages.ts';
import { type Decimal, formatAmount, ZERO } from '#schemas/money.ts';
import { type Sums, splitKey, sumKey } from './amounts-of-document.ts';
import { type Judgement, judgeDifference, type Standing } from './judge-difference.ts';

/** A source document as its latest run read it, beside what is booked of it. */
export interface Compared {
  readonly number: string;
  readonly run: string;
  readonly document: string;
  readonly day: string;
  readonly shop: string;
  readonly currency: string;
  /** A sale that the source still has: not a credit note, and not one that it leaves out by now. */
  readonly isSale: boolean;
  readonly source: Sums;
  readonly booked: Sums;
  /** What rounding may account for, by figure. */
  readonly rounding: Sums;
  readonly standing: Standing;
}

interface Found extends Judgement {
  readonly one: Compared;
  readonly amount: Decimal;
}

interface Cell {
  readonly key: Pick<ControlCell, 'day' | 'shop' | 'currency' | 'kind' | 'key'>;
  documents: number;
  source: Decimal;
  booked: Decimal;
  readonly found: Found[];
}

const SHOWN = 5;

/** All decimals that an amount has, and at least two. */
function amountText(amount: Decimal): string {
  return formatAmount(amount, Math.max(2, amount.decimalPlaces()));
}

const rank = (cause: DifferenceCause) => DIFFERENCE_CAUSES.indexOf(cause);

/** Documents that a person must hear of, whatever their amount. */
function isTrouble({ outcome, isDismissed, posting }: Standing): boolean {
  return (outcome?.outcome === 'held' || outcome?.outcome === 'failed') && !isDismissed && !posting.isPosted;
}

function findingsOf(one: Compared, key: string): Found[] {
  const { kind } = splitKey(key);
  const { standing } = one;
  if (standing.isLeftOut && standing.outcome?.outcome !== 'failed') {
    return kind === 'total'
      ? [{ one, cause: 'left-out', reason: standing.outcome?.message ?? null, amount: ZERO }]
      : [];
  }
  const amount = (one.source.get(key) ?? ZERO).minus(one.booked.get(key) ?? ZERO);
  if (amount.isZero() && !(kind === 'total' && isTrouble(standing))) return [];
  const isRounding = amount.abs().lessThanOrEqualTo(one.rounding.get(key) ?? ZERO);
  return [{ one, amount, ...judgeDifference(standing, { kind, isRounding }) }];
}

function groupFound(found: readonly Found[]): Found[][] {
  const groups = Map.groupBy(found, ({ cause, reason }) => `${cause}/${reason?.code ?? ''}`);
  return [...groups.values()].sort(([a], [b]) => rank(a?.cause ?? 'spread') - rank(b?.cause ?? 'spread'));
}

function shownDocuments(found: readonly Found[]): CellCause['documents'] {
  const documents = new Map(found.map(({ one }) => [one.document, one]));
  return [...documents.values()].slice(0, SHOWN).map(({ number, run, document }) => ({ number, run, document }));
}

function firstOf(found: readonly Found[]): { readonly cause: DifferenceCause; readonly reason: Message | null } {
  const [first] = found;
  return { cause: first?.cause ?? 'unexplained', reason: first?.reason ?? null };
}

function toCause(found: readonly Found[]): CellCause {
  const amount = found.reduce((total, one) => total.plus(one.amount), ZERO);
  return { ...firstOf(found), count: found.length, amount: amountText(amount), documents: shownDocuments(found) };
}

function keysOf(one: Compared): string[] {
  const keys = one.standing.isLeftOut ? [] : [...one.source.keys(), ...one.booked.keys()];
  return [...new Set([sumKey('total', ''), ...keys])];
}

function gather(all: readonly Compared[]): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const one of all) {
    for (const figure of keysOf(one)) {
      const { day, shop, currency } = one;
      const key = { day, shop, currency, ...splitKey(figure) };
      const id = JSON.stringify([day, shop, currency, figure]);
      const cell: Cell = cells.get(id) ?? { key, documents: 0, source: ZERO, booked: ZERO, found: [] };
      if (!one.standing.isLeftOut) {
        cell.documents += 1;
        cell.source = cell.source.plus(one.source.get(figure) ?? ZERO);
        cell.booked = cell.booked.plus(one.booked.get(figure) ?? ZERO);
      }
      cell.found.push(...findingsOf(one, figure));
      cells.set(id, cell);
    }
  }
  return cells;
}

function toCell({ key, documents, source, booked, found }: Cell): ControlCell {
  const causes = groupFound(found).map(toCause);
  return {
    ...key,
    ...{ documents, source: amountText(source), booked: amountText(booked), causes },
    difference: amountText(source.minus(booked)),
    isAlarm: causes.some(({ cause }) => !QUIET_CAUSES.includes(cause)),
  };
}

/** Sums by day, shop, currency and figure. The amounts of a cell's causes add up to its difference, to the cent. */
export function buildCells(all: readonly Compared[]): ControlCell[] {
  const placeOf = ({ key: { day, shop, currency, kind, key } }: Cell) =>
    [day, shop, currency, String(CELL_KINDS.indexOf(kind)), key].join(' ');
  const placed = [...gather(all).values()].map((cell) => [placeOf(cell), cell] as const);
  return placed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => toCell(cell));
}

function toAlarmCause(found: readonly Found[], totals: ReadonlySet<Found>): AlarmCause {
  const counted = Map.groupBy(
    found.filter((one) => totals.has(one)),
    ({ one }) => one.currency,
  );
  const amounts = [...counted].map(([currency, ones]) => ({
    currency,
    amount: amountText(ones.reduce((total, one) => total.plus(one.amount), ZERO)),
  }));
  const count = new Set(found.map(({ one }) => one.document)).size;
  return { ...firstOf(found), count, amounts, documents: shownDocuments(found) };
}

/** Days on which something has to be done, with why. What is as a person chose is no alarm. */
export function findAlarms(all: readonly Compared[]): Map<string, AlarmCause[]> {
  const byDay = Map.groupBy(gather(all).values(), ({ key }) => key.day);
  const alarms = new Map<string, AlarmCause[]>();
  for (const [day, cells] of byDay) {
    const found = cells.flatMap((cell) => cell.found).filter(({ cause }) => !QUIET_CAUSES.includes(cause));
    const totals = new Set(cells.filter(({ key }) => key.kind === 'total').flatMap((cell) => cell.found));
    if (found.length > 0)
      alarms.set(
        day,
        groupFound(found).map((group) => toAlarmCause(group, totals)),
      );
  }
  return alarms;
}
