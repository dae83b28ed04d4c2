import type { EntryColumn } from '#schemas/api/entry-columns.ts';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import type { EntryLine } from '#schemas/documents/journal-entry.ts';
import type { Language } from '#schemas/localised.ts';
import { formatDecimals, formatMoney, formatShortDay } from '#ui/i18n/format.ts';

type Entry = ReviewEntry['entry'];

export interface ColumnLook {
  /** Pixels, at least. */
  readonly width: number;
  /** Takes what is left of the width. */
  readonly grows?: boolean;
  readonly isAmount?: boolean;
  /** What stands in the head of an entry. */
  readonly head?: (
    entry: Entry,
    language: Language,
    sums: { readonly debit: string; readonly credit: string },
  ) => string;
  /** What stands in a line of it. */
  readonly line?: (line: EntryLine, language: Language) => string;
}

/** An empty side stays empty, as in a printed journal. */
const side = (amount: string, language: Language) => (amount === '0.00' ? '' : formatMoney(amount, language));
const percent = (rate: string, language: Language) => `${formatDecimals(rate, language)} %`;

/** How each column looks, and what it shows of an entry and of a line. */
export const COLUMN_LOOKS: Readonly<Record<EntryColumn, ColumnLook>> = {
  journal: { width: 64, head: ({ journal }) => journal },
  date: { width: 98, head: ({ date }, language) => formatShortDay(date, language) },
  documentDate: { width: 106, head: ({ documentDate }, language) => formatShortDay(documentDate, language) },
  piece: { width: 76, head: ({ pieceNumber }) => pieceNumber },
  invoice: { width: 90, head: ({ source }) => source.invoiceNumber ?? '' },
  document: { width: 110, head: ({ source }) => source.number },
  reference: { width: 90, head: ({ reference }) => reference },
  account: { width: 76, line: ({ account }) => account },
  auxiliary: { width: 76, line: ({ auxiliaryAccount }) => auxiliaryAccount ?? '' },
  party: { width: 100, head: ({ partyName }) => partyName ?? '' },
  label: { width: 100, grows: true, head: ({ label }) => label, line: ({ label }) => label },
  vatCode: { width: 84, line: ({ vat }) => vat?.code ?? '' },
  vatRate: { width: 72, line: ({ vat }, language) => (vat ? percent(vat.rate, language) : '') },
  grids: { width: 76, line: ({ vat }) => vat?.grids?.join(' ') ?? '' },
  debit: {
    ...{ width: 100, isAmount: true, line: ({ debit }, language) => side(debit, language) },
    head: (_, language, { debit }) => formatMoney(debit, language),
  },
  credit: {
    ...{ width: 100, isAmount: true, line: ({ credit }, language) => side(credit, language) },
    head: (_, language, { credit }) => formatMoney(credit, language),
  },
  paymentMode: { width: 118, line: ({ paymentMode }) => paymentMode ?? '' },
  currency: { width: 70, head: ({ currency }) => currency, line: (line) => line.currencyAmount?.currency ?? '' },
  exchangeRate: {
    ...{ width: 110, isAmount: true },
    head: ({ exchangeRate }, language) => (exchangeRate ? formatDecimals(exchangeRate, language) : ''),
  },
  currencyAmount: {
    ...{ width: 136, isAmount: true },
    line: ({ currencyAmount: foreign }, language) =>
      foreign ? `${formatMoney(foreign.amount, language)} ${foreign.currency}` : '',
  },
  dueDate: { width: 98, line: ({ dueDate }, language) => (dueDate ? formatShortDay(dueDate, language) : '') },
  analytics: {
    ...{ width: 150 },
    line: ({ analytics = [] }) => analytics.map(({ plan, section }) => `${plan} ${section}`).join(' · '),
  },
  matchingCode: { width: 110, line: ({ matchingCode }) => matchingCode ?? '' },
};

/** Room for folding and ticking. */
const CONTROLS = 60;

/** The grid that every row of the table has. */
export function gridOf(columns: readonly EntryColumn[]): { readonly template: string; readonly width: number } {
  const tracks = columns.map((column) => {
    const { width, grows } = COLUMN_LOOKS[column];
    return grows ? `minmax(${width}px, 1fr)` : `${width}px`;
  });
  // Without a column that grows the last one does, so that rows reach the end of the frame.
  const isLoose = !columns.some((column) => COLUMN_LOOKS[column].grows);
  const width = columns.reduce((sum, column) => sum + COLUMN_LOOKS[column].width, CONTROLS);
  return { template: [`${CONTROLS}px`, ...tracks, ...(isLoose ? ['1fr'] : [])].join(' '), width };
}

/** What a narrow window shows, whatever was chosen: two lines a row, nothing to scroll sideways. */
export const STACKED = {
  entry: ['journal', 'piece', 'date', 'party', 'debit', 'credit'],
  line: ['account', 'auxiliary', 'label', 'vatCode', 'debit', 'credit'],
} as const satisfies Readonly<Record<'entry' | 'line', readonly EntryColumn[]>>;
