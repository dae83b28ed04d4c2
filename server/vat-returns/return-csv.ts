import type { VatLine, VatReturn } from '#schemas/api/vat-returns.ts';
import type { Language } from '#schemas/localised.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { CSV_PARTS, CSV_TITLES, REASON_TEXTS } from './csv-texts.ts';
import { listLines } from './list-lines.ts';
import { previewReturn } from './preview-return.ts';
import type { VatPeriod } from './vat-period.ts';

/** What a spreadsheet of the language takes for the end of a cell: where the comma parts decimals, it cannot. */
const SEPARATOR: Readonly<Record<Language, string>> = { en: ',', fr: ';', nl: ';' };
/** Without it a spreadsheet takes the file for one of its own country's old character set. */
const BYTE_ORDER_MARK = '\uFEFF';
const COLUMNS = ['part', 'country', 'key', 'title', 'rate', 'base', 'vat', 'currency'] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** A spreadsheet runs what begins like a formula; a customer's name may begin so (OWASP, CSV injection). */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string, separator: string): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

function lineOf(row: Row, language: Language): string {
  const cells = COLUMNS.map((column) => {
    const text = row[column] ?? '';
    if (column === 'base' || column === 'vat' || column === 'rate') {
      return language === 'en' ? text : text.replace('.', ',');
    }
    return harmless(text);
  });
  const separator = SEPARATOR[language];
  return `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
}

function rowsOf(one: VatReturn, unplaced: readonly VatLine[], language: Language): Row[] {
  const common = { country: one.country ?? '', currency: one.currency };
  const part = (name: keyof typeof CSV_PARTS): Row => ({ ...common, part: CSV_PARTS[name][language] });
  const { base, vat } = one.totals;
  return [
    ...one.boxes.map(({ box, side, title, amount }) => ({
      ...part('boxes'),
      key: box,
      title: title?.[language] ?? '',
      [side]: amount,
    })),
    ...one.oss.map((row) => ({
      ...part('oss'),
      key: row.country ?? '',
      rate: row.rate,
      base: row.base.amount,
      vat: row.vat.amount,
    })),
    ...one.customers.map(({ number, name, code, amount }) => ({
      ...part('customers'),
      key: `${code} ${number ?? ''}`.trim(),
      title: name ?? '',
      base: amount,
    })),
    ...unplaced.map((line) => ({
      ...part('unplaced'),
      key: line.number,
      title: `${line.account} ${line.label}: ${line.reason ? REASON_TEXTS[line.reason][language] : ''}`,
      rate: line.rate ?? '',
      [line.side]: line.amount,
    })),
    ...(['placed', 'elsewhere', 'unplaced', 'all'] as const).map((name) => ({
      ...part(name),
      base: base[name].amount,
      vat: vat[name].amount,
    })),
  ];
}

const PAGE = 500;

/** Every line that stands in no box for want of knowledge, each with its reason. */
async function unplacedLines(
  db: Database,
  caller: Pick<Caller, 'workspaceId'>,
  period: VatPeriod,
  one: VatReturn,
): Promise<VatLine[]> {
  const lines: VatLine[] = [];
  if (one.unplaced.length === 0) return lines;
  const of = { ...period, country: one.country ?? ('none' as const), currency: one.currency, limit: PAGE };
  for (let after: string | undefined, isLast = false; !isLast; ) {
    const page = await listLines(db, caller, { ...of, placing: 'unplaced', after });
    lines.push(...page.items);
    after = page.next ?? undefined;
    isLast = page.next === null;
  }
  return lines;
}

/** The preview as a CSV file in UTF-8, with the decimal sign of the language. @throws Refusal 422 */
export async function returnCsv(
  db: Database,
  caller: Pick<Caller, 'workspaceId'>,
  period: VatPeriod,
  language: Language,
): Promise<string> {
  const { returns } = await previewReturn(db, caller, period);
  const head = Object.fromEntries(COLUMNS.map((column) => [column, CSV_TITLES[column][language]]));
  const note = { part: CSV_PARTS.note[language], key: period.from, title: period.to };
  const rows: Row[] = [note, head];
  for (const one of returns) rows.push(...rowsOf(one, await unplacedLines(db, caller, period, one), language));
  return BYTE_ORDER_MARK + rows.map((row) => lineOf(row, language)).join('');
}
