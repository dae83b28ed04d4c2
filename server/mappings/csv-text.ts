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

/** Reads one cell from `at` on; says where it ends. */
function readCell(text: string, at: number, delimiter: string): { cell: string; end: number; isOpen: boolean } {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
    return { cell: text.slice(at, end).replace(/\r$/, ''), end, isOpen: false };
  }
  let cell = '';
  let from = at + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return { cell: cell + text.slice(from), end: text.length, isOpen: true };
    cell += text.slice(from, close);
    if (text[close + 1] !== '"') {
      let end = close + 1;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
      return { cell: cell + text.slice(close + 1, end).replace(/\r$/, ''), end, isOpen: false };
    }
    cell += '"';
    from = close + 2;
  }
}

/** A cell that spreadsheets would take for a formula was written with an apostrophe before it. */
function plain(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** Reads CSV (RFC 4180) with semicolons, commas or tabs. Lines without text are left out. */
export function readCsv(file: string): CsvLine[] {
  const text = file.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(text);
  const lines: CsvLine[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begins = line;
    const cells: string[] = [];
    let isOpen = false;
    for (;;) {
      const read = readCell(text, at, delimiter);
      line += text.slice(at, read.end).split('\n').length - 1;
      cells.push(plain(read.cell));
      isOpen ||= read.isOpen;
      at = read.end + 1;
      if (text[read.end] !== delimiter) break;
    }
    line += 1;
    if (cells.some((cell) => cell.trim() !== '')) lines.push({ line: begins, cells, isOpen });
  }
  return lines;
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
