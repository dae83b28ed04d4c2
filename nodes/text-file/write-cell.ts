import { HoldError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { type Charset, fitToCharset } from './charset.ts';
import { cleanText, looksLikeFormula, replaceAll } from './clean-text.ts';
import type { AmountFormat, Field, FormatDefinition } from './definition.ts';
import { writeAmount } from './format-amount.ts';
import { writeDate } from './format-date.ts';
import { breaksRecord, cut, type Measure, pad, quote } from './lay-out.ts';
import { messages } from './messages.ts';
import type { ValueKind } from './paths.ts';

/** What the cells of one file have in common. */
export interface CellRules {
  readonly format: FormatDefinition;
  readonly charset: Charset;
  readonly measure: Measure;
}

/** Which cell is being written, for messages, and where to tell of characters that were replaced. */
export interface CellPlace {
  readonly entry: string;
  readonly field: string;
  readonly onReplaced: (characters: readonly string[]) => void;
}

function hold(message: Message): never {
  throw new HoldError(message);
}

function amountText(value: string, format: AmountFormat, { entry, field }: CellPlace): string {
  const written = writeAmount(value, format);
  if ('text' in written) return written.text;
  const params = { entry, field, amount: value };
  if (written.fault === 'negative') return hold(messages.build.amount_negative(params, field));
  return hold(messages.build.amount_precision({ ...params, decimals: String(format.decimals) }, field));
}

function dateText(value: string, pattern: string, { entry, field }: CellPlace): string {
  if (!/^(19|20)/.test(value)) hold(messages.build.date_unlikely({ entry, field, date: value }, field));
  return writeDate(value, pattern);
}

function leadingDigits(text: string): number {
  return /^\d*/.exec(text)?.[0].length ?? 0;
}

function codeText(value: string, field: Field, rules: CellRules, place: CellPlace): string {
  const { padTo, padWith } = rules.format.accounts;
  const count = field.startsWithDigits;
  if (leadingDigits(value) < count) {
    const params = { entry: place.entry, field: place.field, account: value, count: String(count) };
    hold(messages.build.account_digits(params, place.field));
  }
  return field.path === 'line.account' ? value.padEnd(padTo, padWith) : value;
}

/** Fits a text to the character set by the rule of the format; a code must fit as it is. */
function fitText(text: string, kind: ValueKind, { format, charset }: CellRules, place: CellPlace): string {
  const fitted = fitToCharset(text, charset, {
    transliterate: format.onUnmappable === 'transliterate',
    replacement: format.replacement,
  });
  if (fitted.missing.length === 0) return fitted.text;
  if (format.onUnmappable === 'error' || kind !== 'text') {
    const characters = fitted.missing.join(' ');
    const { entry, field } = place;
    hold(messages.build.character_missing({ entry, field, characters, encoding: charset.encoding }, field));
  }
  place.onReplaced(fitted.missing);
  return replaceAll(fitted.text, format.replaceInText);
}

function applyCase(text: string, field: Field): string {
  if (field.case === 'upper') return text.toUpperCase();
  return field.case === 'lower' ? text.toLowerCase() : text;
}

function textOf(value: string, kind: ValueKind, field: Field, rules: CellRules, place: CellPlace): string {
  const { format } = rules;
  if (kind === 'amount') return amountText(value, { ...format.amounts, ...definedOnly(field.amount) }, place);
  if (kind === 'date') return dateText(value, field.date ?? format.dates, place);
  const clean = cleanText(applyCase(value, field), format.replaceInText);
  return kind === 'code' ? codeText(clean, field, rules, place) : clean;
}

function definedOnly(format: Field['amount']): Partial<AmountFormat> {
  return Object.fromEntries(Object.entries(format ?? {}).filter(([, value]) => value !== undefined));
}

function checkContent(text: string, field: Field, place: CellPlace): void {
  const { entry, field: name } = place;
  if (field.required && text.trim() === '') hold(messages.build.field_empty({ entry, field: name }, name));
  if (field.characters === 'digits' && !/^\d*$/.test(text)) {
    hold(messages.build.only_digits({ entry, field: name, value: text }, name));
  }
}

/**
 * Writes one cell: converts, cleans, fits it to the character set, cuts, pads, quotes, in this order, so that a
 * character that becomes two ("œ", "oe") is still within the width.
 *
 * @throws HoldError naming the entry and the field when the value cannot be written as it is
 */
export function writeCell(value: string, kind: ValueKind, field: Field, rules: CellRules, place: CellPlace): string {
  const converted = value === '' ? field.empty : textOf(value, kind, field, rules, place);
  const fitted = fitText(converted, kind, rules, place);
  const isRisky = rules.format.guardFormulas && kind === 'text' && looksLikeFormula(fitted);
  const text = isRisky ? `'${fitted}` : fitted;
  checkContent(text, field, place);
  const limit = field.width ?? field.maxLength;
  const fitting = limit === undefined ? text : cut(text, limit, field.overflow, rules.measure);
  if (fitting === null) {
    const params = { entry: place.entry, field: place.field, value: text, length: String(limit) };
    return hold(messages.build.field_too_long(params, place.field));
  }
  const padded = field.width === undefined ? fitting : pad(fitting, field.width, field, rules.measure);
  if (breaksRecord(padded, rules.format)) {
    hold(messages.build.separator_in_field({ entry: place.entry, field: place.field, value: text }, place.field));
  }
  return quote(padded, kind === 'text', rules.format);
}
