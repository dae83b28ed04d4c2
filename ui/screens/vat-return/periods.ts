/** A month ("2026-10") or a quarter ("2026-Q4") of a VAT return. */
export type VatPeriodName = string;
export type PeriodKind = 'month' | 'quarter';

interface Counted {
  readonly kind: PeriodKind;
  /** Months, or quarters, since the year 0. */
  readonly index: number;
}

function counted(name: VatPeriodName): Counted | null {
  const match = /^(\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))$/.exec(name);
  if (!match) return null;
  const [, year = '', quarter, month] = match;
  const years = Number.parseInt(year, 10);
  if (quarter !== undefined) return { kind: 'quarter', index: years * 4 + Number.parseInt(quarter, 10) - 1 };
  return { kind: 'month', index: years * 12 + Number.parseInt(month ?? '1', 10) - 1 };
}

function nameOf({ kind, index }: Counted): VatPeriodName {
  const size = kind === 'month' ? 12 : 4;
  const year = String(Math.floor(index / size)).padStart(4, '0');
  const part = (index % size) + 1;
  return kind === 'month' ? `${year}-${String(part).padStart(2, '0')}` : `${year}-Q${part}`;
}

export function isPeriod(name: unknown): name is VatPeriodName {
  return typeof name === 'string' && counted(name) !== null;
}

export function kindOf(name: VatPeriodName): PeriodKind {
  return counted(name)?.kind ?? 'month';
}

/** The period so many before (negative) or after. */
export function shifted(name: VatPeriodName, by: number): VatPeriodName {
  const at = counted(name);
  return at ? nameOf({ ...at, index: at.index + by }) : name;
}

/** The same time as the other kind of period: the quarter of a month, the first month of a quarter. */
export function asKind(name: VatPeriodName, kind: PeriodKind): VatPeriodName {
  const at = counted(name);
  if (!at || at.kind === kind) return name;
  const index = kind === 'quarter' ? Math.floor(at.index / 3) : at.index * 3;
  return nameOf({ kind, index });
}

/** First and last day. */
export function daysOf(name: VatPeriodName): { readonly from: string; readonly to: string } {
  const at = counted(name) ?? { kind: 'month', index: 0 };
  const months = at.kind === 'month' ? 1 : 3;
  const first = nameOf({ kind: 'month', index: at.index * months });
  const next = nameOf({ kind: 'month', index: at.index * months + months });
  const to = new Date(Date.parse(`${next}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return { from: `${first}-01`, to };
}

/** The month before the day: the one whose return is being prepared. */
export function lastMonth(today: string): VatPeriodName {
  return shifted(today.slice(0, 7), -1);
}
