import { Decimal } from '#schemas/money.ts';

/**
 * Checks a FEC as the tax office's tool would, from its bytes and its name alone. Written apart from the renderer: the
 * only thing they share is the decimal type. Rules: article A47 A-1 LPF as tested by Test Compta Demat.
 */
export interface Violation {
  readonly rule: string;
  /** Line in the file, from 1; 0 for the file as a whole. */
  readonly line: number;
  readonly detail: string;
}
type Row = Readonly<Record<string, string>>;
type Report = (rule: string, line: number, detail: string) => void;

const COLUMNS =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise'.split(
    ' ',
  );
const MANDATORY = COLUMNS.filter((name) => !/^(CompAux|EcritureLet|DateLet|Montantdevise|Idevise)/.test(name));

function decode(bytes: Uint8Array, report: Report): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) report('no-bom', 1, 'UTF-8 byte order mark');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('iso-8859-15').decode(bytes);
    if (/[\u0080-\u009f]/.test(text)) report('decoding', 0, 'neither UTF-8 nor ISO-8859-15');
    return text;
  }
}

function closingOf(name: string, report: Report): string | null {
  const closing = /^\d{9}FEC(\d{8})\.txt$/.exec(name)?.[1];
  if (closing && isDay(closing)) return closing;
  report('file-name', 0, name);
  return null;
}

function isDay(text: string): boolean {
  if (!/^(19|20)\d{6}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function checkRow(row: Row, line: number, report: Report): void {
  for (const name of MANDATORY) if (!row[name]?.trim()) report('mandatory', line, name);
  for (const name of ['EcritureDate', 'PieceDate', 'ValidDate', 'DateLet']) {
    if (row[name] && !isDay(row[name])) report('date', line, `${name} ${row[name]}`);
  }
  for (const name of ['Debit', 'Credit', 'Montantdevise']) {
    if (row[name] && !/^-?\d+,\d{2}$/.test(row[name])) report('amount', line, `${name} ${row[name]}`);
  }
  if (!amountOf(row, 'Debit').isZero() && !amountOf(row, 'Credit').isZero()) report('both-sides', line, '');
  if (!/^\d{3}/.test(row['CompteNum'] ?? '')) report('account', line, row['CompteNum'] ?? '');
  const pairs = [
    ['CompAuxNum', 'CompAuxLib'],
    ['EcritureLet', 'DateLet'],
    ['Montantdevise', 'Idevise'],
  ] as const;
  for (const [first, second] of pairs)
    if (row[first] && !row[second]) report('pair', line, `${first} without ${second}`);
  if (row['Idevise'] && !/^[A-Z]{3}$/.test(row['Idevise'])) report('currency', line, row['Idevise']);
}

function amountOf(row: Row, name: string): Decimal {
  const text = (row[name] ?? '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : new Decimal(0);
}

function balanceOf(rows: readonly Row[]): Decimal {
  return rows.reduce((total, row) => total.plus(amountOf(row, 'Debit')).minus(amountOf(row, 'Credit')), new Decimal(0));
}

function checkEntries(rows: readonly Row[], report: Report): void {
  for (const [key, lines] of Map.groupBy(rows, (row) => `${row['JournalCode']} ${row['EcritureNum']}`)) {
    const balance = balanceOf(lines);
    if (!balance.isZero()) report('entry-balance', 0, `${key}: ${balance.toFixed()}`);
    if (new Set(lines.map((row) => row['EcritureDate'])).size > 1) report('one-date', 0, key);
  }
  if (!balanceOf(rows).isZero()) report('file-balance', 0, balanceOf(rows).toFixed());
  let last = 0;
  rows.forEach((row, index) => {
    const number = Number(row['EcritureNum']);
    if (number !== last && number !== last + 1) report('numbering', index + 2, `${row['EcritureNum']} after ${last}`);
    last = number;
  });
}

function checkYear(rows: readonly Row[], closing: string, report: Report): void {
  const before = `${Number(closing.slice(0, 4)) - 1}${closing.slice(4)}`;
  rows.forEach((row, index) => {
    const date = row['EcritureDate'] ?? '';
    if (date <= before || date > closing) report('fiscal-year', index + 2, date);
  });
}

function splitLines(text: string, report: Report): string[] {
  const lines = text.split('\r\n');
  if (lines.pop() !== '') report('line-end', lines.length + 1, 'the last line does not end with CR LF');
  lines.forEach((line, index) => {
    if (/[\r\n]/.test(line)) report('line-end', index + 1, 'a CR or LF of its own');
  });
  return lines;
}

function toRow(line: string, number: number, report: Report): Row {
  const cells = line.split('\t');
  if (cells.length === COLUMNS.length + 1 && cells.at(-1) === '') report('trailing-separator', number, '');
  else if (cells.length !== COLUMNS.length) report('columns', number, `${cells.length} columns`);
  return Object.fromEntries(COLUMNS.map((name, index) => [name, cells[index] ?? '']));
}

/** All violations of a tab-separated FEC, in the order of their finding; an empty list is a file in order. */
export function checkFec(bytes: Uint8Array, name: string): Violation[] {
  const found: Violation[] = [];
  const report: Report = (rule, line, detail) => found.push({ rule, line, detail });
  const closing = closingOf(name, report);
  const [header = '', ...lines] = splitLines(decode(bytes, report), report);
  if (header !== COLUMNS.join('\t')) report('header', 1, header);
  const rows = lines.map((line, index) => toRow(line, index + 2, report));
  rows.forEach((row, index) => {
    checkRow(row, index + 2, report);
  });
  checkEntries(rows, report);
  if (closing) checkYear(rows, closing, report);
  return found;
}
