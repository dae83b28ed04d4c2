import type { EntryLine, JournalEntry } from '#schemas/documents/journal-entry.ts';
import { closingDate, fiscalPeriod } from '#schemas/fiscal-year.ts';
import { type Decimal, decimal, formatAmount, sum, ZERO } from '#schemas/money.ts';
import { accountName, type Chart } from './accounts.ts';
import type { View } from './paths.ts';

/** Settings that decide how an entry is shown, whatever the format. */
export interface ViewSettings {
  readonly chart: Chart;
  readonly fiscalYearEnd: string;
  readonly validated: boolean;
}

/** What a format may name of an entry. `number` is its place in the file, from 1. */
export function viewEntry(entry: JournalEntry, number: number, settings: ViewSettings): View<'entry'> {
  return {
    number: String(number),
    id: entry.id,
    journal: entry.journal,
    journalName: entry.journalName || entry.journal,
    date: entry.date,
    documentDate: entry.documentDate,
    validationDate: settings.validated ? entry.date : '',
    pieceNumber: entry.pieceNumber,
    reference: entry.reference,
    label: entry.label,
    currency: entry.currency,
    partyName: entry.partyName ?? '',
    documentKind: entry.source.documentKind,
    documentNumber: entry.source.number,
    total: formatAmount(sum(entry.lines.map((line) => line.debit))),
    fiscalYear: closingDate(entry.date, settings.fiscalYearEnd).slice(0, 4),
    fiscalPeriod: fiscalPeriod(entry.date, settings.fiscalYearEnd),
  };
}

function signed(line: EntryLine): Decimal {
  return decimal(line.debit).minus(decimal(line.credit));
}

/** The taxable base behind a VAT line, credit positive: what the other lines of the same code, rate and country sum to. */
function vatBase(entry: JournalEntry, line: EntryLine): string {
  const { vat } = line;
  if (!vat) return '';
  if (line.role !== 'vat') return formatAmount(signed(line).negated());
  const base = entry.lines.filter(
    (other) =>
      other.role !== 'vat' &&
      other.vat?.code === vat.code &&
      other.vat?.rate === vat.rate &&
      other.vat?.country === vat.country,
  );
  if (base.length === 0) return '';
  return formatAmount(base.reduce((total, other) => total.minus(signed(other)), ZERO));
}

/** Positive on the line's own side, so that it reads like the debit or the credit next to it. */
function currencyAmount(line: EntryLine): string {
  if (!line.currencyAmount) return '';
  const amount = decimal(line.currencyAmount.amount);
  const onSide = signed(line).isNegative() ? amount.negated() : amount;
  return (onSide.isZero() ? ZERO : onSide).toFixed();
}

/** What a format may name of a line. `number` is its place in the entry, from 1. */
export function viewLine(entry: JournalEntry, line: EntryLine, number: number, settings: ViewSettings): View<'line'> {
  const auxiliary = line.auxiliaryAccount ?? '';
  const amount = signed(line);
  return {
    number: String(number),
    account: line.account,
    accountName: accountName(settings.chart, line.account, line.role),
    auxiliaryAccount: auxiliary,
    auxiliaryName: auxiliary === '' ? '' : entry.partyName || auxiliary,
    accountOrAuxiliary: auxiliary || line.account,
    kind: auxiliary === '' ? 'general' : 'auxiliary',
    label: line.label || entry.label,
    debit: line.debit,
    credit: line.credit,
    amount: formatAmount(amount.abs()),
    signedAmount: formatAmount(amount),
    sense: amount.isNegative() ? 'C' : 'D',
    role: line.role,
    vatCode: line.vat?.code ?? '',
    vatGrid: line.vat?.grids?.join(' ') ?? '',
    vatRate: line.vat?.rate ?? '',
    vatCountry: line.vat?.country ?? '',
    vatBase: vatBase(entry, line),
    currency: line.currencyAmount?.currency ?? '',
    currencyAmount: currencyAmount(line),
    signedCurrencyAmount: line.currencyAmount?.amount ?? '',
    dueDate: line.dueDate ?? '',
  };
}
