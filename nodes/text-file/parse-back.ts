import iconv from 'iconv-lite';
import { Decimal } from '#schemas/money.ts';
import type { AmountFormat, FormatDefinition, RecordDefinition } from './definition.ts';

/** Reads a file back by its definition: for each line record, its cells by the name of their column or path. */
export type ParsedRecord = Readonly<Record<string, string>>;

function splitFixed(text: string, record: RecordDefinition, format: FormatDefinition): string[] {
  let rest = [...text];
  return record.fields.map((field) => {
    const cell = rest.slice(0, field.width ?? rest.length);
    rest = rest.slice(cell.length + format.fieldSeparator.length);
    return cell.join('');
  });
}

interface Scan {
  readonly records: string[][];
  cells: string[];
  cell: string;
}

/** Walks a delimited text once, quotes respected. */
function scanDelimited(text: string, format: FormatDefinition): string[][] {
  const { char, escape: method } = format.quote;
  const scan: Scan = { records: [], cells: [], cell: '' };
  let isQuoted = false;
  for (let at = 0; at < text.length; ) {
    const is = (mark: string) => mark !== '' && text.startsWith(mark, at);
    if (isQuoted && method === 'double' && is(char + char)) {
      scan.cell += char;
      at += char.length * 2;
    } else if (isQuoted && method === 'backslash' && is('\\')) {
      scan.cell += text.charAt(at + 1);
      at += 2;
    } else if (is(char)) {
      isQuoted = !isQuoted;
      at += char.length;
    } else if (!isQuoted && is(format.fieldSeparator)) {
      scan.cells.push(scan.cell);
      scan.cell = '';
      at += format.fieldSeparator.length;
    } else if (!isQuoted && is(format.recordSeparator)) {
      scan.records.push([...scan.cells, scan.cell]);
      scan.cells = [];
      scan.cell = '';
      at += format.recordSeparator.length;
    } else {
      scan.cell += text.charAt(at);
      at += 1;
    }
  }
  return scan.records;
}

/** Parses a file that holds one kind of record. Cells keep their padding off. */
export function parseBack(bytes: Uint8Array, format: FormatDefinition): ParsedRecord[] {
  const text = iconv.decode(Buffer.from(bytes), format.encoding);
  const [record] = format.records.filter(({ repeat }) => repeat === 'line');
  if (!record) return [];
  const isFixed = record.fields.every((field) => field.width !== undefined);
  const rows = isFixed
    ? text
        .split(format.recordSeparator)
        .slice(0, -1)
        .map((line) => splitFixed(line, record, format))
    : scanDelimited(text, format);
  return rows
    .slice(format.columnNames ? 1 : 0)
    .map((cells) =>
      Object.fromEntries(
        record.fields.map((field, index) => [
          field.path ?? field.header,
          field.width === undefined ? (cells[index] ?? '') : (cells[index] ?? '').trim(),
        ]),
      ),
    );
}

/** The amount that a cell stands for. */
export function readAmount(cell: string, format: AmountFormat): Decimal {
  const isNegative = /^\s*-|-\s*$/.test(cell);
  let digits = cell.replace(/[+\-\s]/g, '');
  if (format.thousands) digits = digits.replaceAll(format.thousands, '');
  const value = new Decimal(digits === '' ? '0' : digits.replace(',', '.'));
  const amount = format.separator === '' ? value.times(`1e-${format.decimals}`) : value;
  return isNegative ? amount.negated() : amount;
}
