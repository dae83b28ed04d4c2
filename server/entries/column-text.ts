import type { EntryColumn } from '#schemas/api/entry-columns.ts';
import type { EntryLine, JournalEntryData } from '#schemas/documents/journal-entry.ts';
import type { Language } from '#schemas/localised.ts';

type Text = (entry: JournalEntryData, line: EntryLine, language: Language) => string;

/** An amount or a rate with the decimal sign of the language and no other: a spreadsheet takes it for a number. */
function decimalText(amount: string, language: Language): string {
  return language === 'en' ? amount : amount.replace('.', ',');
}

/** 2026-10-31 → 31/10/2026, as spreadsheets of all three languages here read it. */
function dayText(day: string | null | undefined): string {
  return day ? day.split('-').reverse().join('/') : '';
}

/** An empty side stays empty, as in a printed journal. */
function sideText(amount: string, language: Language): string {
  return amount === '0.00' ? '' : decimalText(amount, language);
}

function analyticsText({ analytics = [] }: EntryLine, language: Language): string {
  const parts = analytics.map(({ plan, section, amount }) => `${plan}: ${section} ${decimalText(amount, language)}`);
  return parts.join(' | ');
}

/** What a column says of one line, in a file. */
export const COLUMN_TEXT: Readonly<Record<EntryColumn, Text>> = {
  journal: ({ journal }) => journal,
  date: ({ date }) => dayText(date),
  documentDate: ({ documentDate }) => dayText(documentDate),
  piece: ({ pieceNumber }) => pieceNumber,
  invoice: ({ source }) => source.invoiceNumber ?? '',
  document: ({ source }) => source.number,
  reference: ({ reference }) => reference,
  account: (_, { account }) => account,
  auxiliary: (_, { auxiliaryAccount }) => auxiliaryAccount ?? '',
  party: ({ partyName }) => partyName ?? '',
  label: (_, { label }) => label,
  vatCode: (_, { vat }) => vat?.code ?? '',
  vatRate: (_, { vat }, language) => (vat ? decimalText(vat.rate, language) : ''),
  grids: (_, { vat }) => vat?.grids?.join(' ') ?? '',
  debit: (_, { debit }, language) => sideText(debit, language),
  credit: (_, { credit }, language) => sideText(credit, language),
  paymentMode: (_, { paymentMode }) => paymentMode ?? '',
  currency: ({ currency }, line) => line.currencyAmount?.currency ?? currency,
  exchangeRate: ({ exchangeRate }, line, language) =>
    exchangeRate && line.currencyAmount ? decimalText(exchangeRate, language) : '',
  currencyAmount: (_, line, language) => (line.currencyAmount ? decimalText(line.currencyAmount.amount, language) : ''),
  dueDate: (_, { dueDate }) => dayText(dueDate),
  analytics: (_, line, language) => analyticsText(line, language),
  matchingCode: (_, { matchingCode }) => matchingCode ?? '',
};

/** Columns in which a spreadsheet is to see a number; every other cell is text, whatever it begins with. */
export const NUMBER_COLUMNS: readonly EntryColumn[] = ['vatRate', 'debit', 'credit', 'exchangeRate', 'currencyAmount'];
