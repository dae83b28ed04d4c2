import { parse } from 'csv-parse/sync';

/** A line of a CSV file. */
export interface CsvLine {
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark is opened in it and never closed. */
  readonly isOpen: boolean;
}

const DELIMITERS = [';', ',', '\t'] as const;

/** The separator of a file is the one that its heading has most of: spreadsheets choose by the language of the computer. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/\r?\n|$/)).replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((one) => ({ one, count: heading.split(one).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).one;
}

/** A cell that spreadsheets would take for a formula was written with an apostrophe before it. */
function plain(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** A record of the parser, of which no type says that it was asked for its text and place. */
interface Parsed {
  readonly record: readonly string[];
  /** The text of the record, with empty lines before it. */
  readonly raw: string;
  /** `lines` is the line on which it ends. */
  readonly info: { readonly lines: number };
}

function beginOf(lastLine: number, raw: string): number {
  return lastLine - (raw.trim().split('\n').length - 1);
}

/** Reads CSV (RFC 4180) with semicolons, commas or tabs. Lines without text are left out. */
export function readCsv(file: string): CsvLine[] {
  const text = file.replace(/^\uFEFF/, '');
  const open: CsvLine[] = [];
  const parsed: unknown = parse(text, {
    delimiter: delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true, raw: true },
    // Only a quotation mark that is never closed is an error with these settings: what follows it belongs to it.
    skip_records_with_error: true,
    on_skip: (error, raw = '') => {
      open.push({ line: beginOf(Number(error?.['lines'] ?? 1), raw), cells: [raw.trim()], isOpen: true });
    },
  });
  const lines = (parsed as readonly Parsed[]).map(({ record, raw, info }) => {
    return { line: beginOf(info.lines, raw), cells: record.map(plain), isOpen: false };
  });
  return [...lines, ...open].filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function writeCell(cell: string): string {
  const guarded = /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";,\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * CSV that spreadsheets open as it is meant: semicolons, CRLF, and a byte order mark without which Excel reads accents
 * wrongly. A cell that begins like a formula gets an apostrophe before it, which reading takes off again.
 */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => `${cells.map(writeCell).join(';')}\r\n`).join('')}`;
}
