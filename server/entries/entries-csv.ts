import { ENTRY_COLUMN_TITLES, type EntryColumn, type EntryFilter, TICK_TITLE } from '#schemas/api/entry-columns.ts';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import type { Language } from '#schemas/localised.ts';
import type { Database } from '../db/database.ts';
import { findRun, type Scope } from '../runs/list-runs.ts';
import { COLUMN_TEXT, NUMBER_COLUMNS } from './column-text.ts';
import { listRunEntries } from './list-entries.ts';

const PAGE = 500;
/** What a spreadsheet of the language takes for the end of a cell: where the comma parts decimals, it cannot. */
const SEPARATOR: Readonly<Record<Language, string>> = { en: ',', fr: ';', nl: ';' };
const YES: Readonly<Record<Language, string>> = { en: 'yes', fr: 'oui', nl: 'ja' };
const NO: Readonly<Record<Language, string>> = { en: 'no', fr: 'non', nl: 'nee' };
/** Without it a spreadsheet takes the file for one of its own country's old character set. */
const BYTE_ORDER_MARK = '\uFEFF';

export interface CsvOrder {
  readonly columns: readonly EntryColumn[];
  /** A first column says what is ticked. */
  readonly hasTicks: boolean;
  readonly filter: EntryFilter;
  readonly language: Language;
}

function quoted(text: string, separator: string): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet runs what begins like a formula; a customer's name may begin so (OWASP, CSV injection). */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function lineOf(cells: readonly string[], language: Language): string {
  const separator = SEPARATOR[language];
  return `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
}

function headOf({ columns, hasTicks, language }: CsvOrder): string {
  const titles = columns.map((column) => ENTRY_COLUMN_TITLES[column][language]);
  return lineOf(hasTicks ? [TICK_TITLE[language], ...titles] : titles, language);
}

function linesOf({ entry, ticked }: ReviewEntry, { columns, hasTicks, language }: CsvOrder): string {
  const tick = hasTicks ? [(ticked ? YES : NO)[language]] : [];
  const lines = entry.lines.map((line) => {
    const cells = columns.map((column) => {
      const text = COLUMN_TEXT[column](entry, line, language);
      return NUMBER_COLUMNS.includes(column) ? text : harmless(text);
    });
    return lineOf([...tick, ...cells], language);
  });
  return lines.join('');
}

/**
 * The list of entries for a spreadsheet, one line for each line of an entry, page after page: a long list is never whole
 * in memory.
 */
async function* writeEntries(db: Database, scope: Scope, runId: string, order: CsvOrder): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + headOf(order);
  for (let after: string | undefined, isLast = false; !isLast; ) {
    const page = await listRunEntries(db, scope, runId, { ...order.filter, after, limit: PAGE });
    yield page.items.map((item) => linesOf(item, order)).join('');
    after = page.next ?? undefined;
    isLast = page.next === null;
  }
}

/** The list of entries as a CSV file in UTF-8, written as it is read. @throws Refusal 404 */
export async function entriesCsv(
  db: Database,
  scope: Scope,
  runId: string,
  order: CsvOrder,
): Promise<ReadableStream<Uint8Array>> {
  await findRun(db, scope, runId);
  return ReadableStream.from(writeEntries(db, scope, runId, order)).pipeThrough(new TextEncoderStream());
}
