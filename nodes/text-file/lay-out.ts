import type { Field, FormatDefinition } from './definition.ts';

/** How long a text is: in characters (code points), or in bytes of the file's encoding. */
export type Measure = (text: string) => number;

/** Cuts a text to a length at a character boundary; null when it is too long and may not be cut. */
export function cut(text: string, length: number, overflow: Field['overflow'], measure: Measure): string | null {
  if (measure(text) <= length) return text;
  if (overflow === 'error') return null;
  const characters = [...text];
  while (characters.length > 0 && measure(characters.join('')) > length) {
    if (overflow === 'truncate-right') characters.pop();
    else characters.shift();
  }
  return characters.join('');
}

/** Fills a text up to a width. Zeros go between the sign and the digits of an amount. */
export function pad(text: string, width: number, field: Pick<Field, 'align' | 'padChar'>, measure: Measure): string {
  const fill = field.padChar.repeat(Math.max(0, Math.floor((width - measure(text)) / measure(field.padChar))));
  if (field.align === 'left') return text + fill;
  const sign = field.padChar === '0' && /^[+-]/.test(text) ? text.slice(0, 1) : '';
  return sign + fill + text.slice(sign.length);
}

function needsQuotes(text: string, format: FormatDefinition): boolean {
  const { char } = format.quote;
  if (/[\r\n]|^\s|\s$/.test(text) || text.includes(char)) return true;
  return [format.fieldSeparator, format.recordSeparator].some((mark) => mark !== '' && text.includes(mark));
}

function escapeQuotes(text: string, quotes: FormatDefinition['quote']): string {
  const { char, escape: method } = quotes;
  if (method === 'double') return text.replaceAll(char, char + char);
  if (method === 'strip') return text.replaceAll(char, '');
  return text.replaceAll('\\', '\\\\').replaceAll(char, `\\${char}`);
}

/** Puts a cell in quotes as the format says; `isText` is false for amounts, dates and accounts. */
export function quote(text: string, isText: boolean, format: FormatDefinition): string {
  const { char, when } = format.quote;
  if (char === '') return text;
  const wanted = when === 'always' || (when === 'text' && isText) || needsQuotes(text, format);
  return wanted ? char + escapeQuotes(text, format.quote) + char : text;
}

/** True when a cell would be read as two: it holds a mark that separates, and no quotes protect it. */
export function breaksRecord(cell: string, format: FormatDefinition): boolean {
  if (format.quote.char !== '') return false;
  const marks = [format.fieldSeparator, format.recordSeparator, format.recordEnd, '\n', '\r'];
  return marks.some((mark) => mark !== '' && cell.includes(mark));
}
