import { z } from 'zod';
import { ENCODINGS } from './charset.ts';
import { isPath, PATHS, type Path, type Scope, scopeOf } from './paths.ts';

const pathSchema = z.string().refine(isPath, { error: 'is not a field of an entry, a line or a file' });
const oneCharacter = z.string().refine((text) => [...text].length === 1, 'expected exactly one character');
const datePattern = z.string().regex(/^(?:yyyy|yy|MM|dd|[-/. ])+$/, 'expected yyyy, yy, MM, dd and - / . or space');

const amountFormat = {
  decimals: z.int().min(0).max(6),
  /** '' writes the amount in its smallest unit: 12.50 is 1250. */
  separator: z.enum(['', '.', ',']),
  thousands: z.enum(['', ' ', '.', ',', "'"]),
  /** none refuses a negative amount; leading always has + or - in front; trailing has - behind. */
  sign: z.enum(['none', 'minus', 'leading', 'trailing']),
  zero: z.enum(['digits', 'blank']),
  /** What becomes of decimals that do not fit: refuse leaves the entry out, so that no cent is lost unseen. */
  rounding: z.enum(['refuse', 'half-up']),
};
const amountSchema = z.strictObject({
  decimals: amountFormat.decimals.default(2),
  separator: amountFormat.separator.default(','),
  thousands: amountFormat.thousands.default(''),
  sign: amountFormat.sign.default('minus'),
  zero: amountFormat.zero.default('digits'),
  rounding: amountFormat.rounding.default('refuse'),
});
export type AmountFormat = z.infer<typeof amountSchema>;

const conditionSchema = z.strictObject({
  path: pathSchema,
  is: z.array(z.string()).optional(),
  not: z.array(z.string()).optional(),
  filled: z.boolean().optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

const fieldSchema = z.strictObject({
  /** Column name; also what messages call the field. */
  header: z.string().default(''),
  path: pathSchema.optional(),
  literal: z.string().optional(),
  /** LiquidJS over the scopes file, record, entry, line. Texts only: it has no arithmetic. */
  template: z.string().max(500).optional(),
  /** Values written as others; "*" stands for every other value. */
  map: z.record(z.string(), z.string()).optional(),
  when: z.array(conditionSchema).default([]),
  /** What an empty value is written as. */
  empty: z.string().default(''),
  required: z.boolean().default(false),
  /** Overrides the format's amounts for this field. */
  amount: z.strictObject(amountFormat).partial().optional(),
  date: datePattern.optional(),
  case: z.enum(['as-is', 'upper', 'lower']).default('as-is'),
  characters: z.enum(['any', 'digits']).default('any'),
  startsWithDigits: z.int().min(0).max(10).default(0),
  /** Exact width, padded; leaves maxLength without effect. */
  width: z.int().min(1).max(500).optional(),
  maxLength: z.int().min(1).max(500).optional(),
  align: z.enum(['left', 'right']).default('left'),
  padChar: oneCharacter.default(' '),
  overflow: z.enum(['error', 'truncate-right', 'truncate-left']).default('error'),
});
export type Field = z.infer<typeof fieldSchema>;

const recordSchema = z.strictObject({
  name: z.string().min(1),
  repeat: z.enum(['header', 'entry', 'line', 'footer']),
  when: z.array(conditionSchema).default([]),
  fields: z.array(fieldSchema).min(1),
});
export type RecordDefinition = z.infer<typeof recordSchema>;

const formatSchema = z.strictObject({
  format: z.literal('passerelle.text-format/1'),
  name: z.string().min(1).max(80),
  /** confirmed: checked against the rules of its publisher. Everything else needs a trial import. */
  status: z.enum(['confirmed', 'to-be-confirmed']).default('to-be-confirmed'),
  /** Where the layout was learnt. */
  source: z.string().default(''),
  fileName: z.string().min(1),
  mediaType: z.string().default('text/plain'),
  encoding: z.enum(ENCODINGS).default('utf-8'),
  byteOrderMark: z.boolean().default(false),
  onUnmappable: z.enum(['error', 'transliterate', 'replace']).default('transliterate'),
  replacement: oneCharacter.default('?'),
  splitBy: z.enum(['none', 'fiscal-year', 'journal']).default('none'),
  /** Currency the books must be kept in; '' takes any. */
  currency: z.string().default(''),
  /** Which chart of accounts names the accounts (line.accountName). */
  chart: z.enum(['pcg', 'pcmn']).default('pcg'),
  fieldSeparator: z.string().max(4).default(''),
  trailingSeparator: z.boolean().default(false),
  recordStart: z.string().max(20).default(''),
  recordEnd: z.string().max(20).default(''),
  recordSeparator: z.string().max(4).default('\r\n'),
  finalSeparator: z.boolean().default(true),
  quote: z
    .strictObject({
      char: z.union([z.literal(''), oneCharacter]).default(''),
      when: z.enum(['always', 'text', 'needed']).default('needed'),
      escape: z.enum(['double', 'backslash', 'strip']).default('double'),
    })
    .prefault({}),
  replaceInText: z.record(z.string().min(1), z.string()).default({}),
  /** Puts ' before a text that a spreadsheet would take for a formula: customers choose their own names. */
  guardFormulas: z.boolean().default(false),
  columnNames: z.boolean().default(false),
  amounts: amountSchema.prefault({}),
  dates: datePattern.default('yyyyMMdd'),
  accounts: z
    .strictObject({ padTo: z.int().min(0).max(20).default(0), padWith: oneCharacter.default('0') })
    .prefault({}),
  /** Width counts characters (code points) or, for UTF encodings, bytes. */
  widthUnit: z.enum(['characters', 'bytes']).default('characters'),
  records: z.array(recordSchema).min(1),
});

const SCOPES: Record<RecordDefinition['repeat'], readonly Scope[]> = {
  header: ['file', 'record'],
  footer: ['file', 'record'],
  entry: ['file', 'record', 'entry'],
  line: ['file', 'record', 'entry', 'line'],
};

/** Scopes whose values a record of this kind may use. */
export function scopesOf(repeat: RecordDefinition['repeat']): readonly Scope[] {
  return SCOPES[repeat];
}

function outOfScope(record: RecordDefinition): Path | undefined {
  const used: Path[] = [...record.when, ...record.fields.flatMap((field) => field.when)].map(({ path }) => path);
  for (const field of record.fields) if (field.path) used.push(field.path);
  return used.find((path) => !scopesOf(record.repeat).includes(scopeOf(path)));
}

function fieldFault(field: Field): string | undefined {
  const sources = [field.path, field.literal, field.template].filter((source) => source !== undefined);
  if (sources.length !== 1) return 'needs exactly one of path, literal and template';
  // A shortened amount, date or code is a wrong one, and nobody would see it.
  if (field.path && PATHS[field.path] !== 'text' && field.overflow !== 'error') {
    return 'an amount, a date or a code cannot be truncated';
  }
  if (field.amount && !(field.path && PATHS[field.path] === 'amount')) return 'amount is for amounts only';
  if (field.date && !(field.path && PATHS[field.path] === 'date')) return 'date is for dates only';
  return undefined;
}

/** Rules that hold between fields: scopes, sources, and that a reader can find where each field ends. */
export const formatDefinitionSchema = formatSchema.superRefine((format, context) => {
  const report = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  format.records.forEach((record, index) => {
    const stranger = outOfScope(record);
    if (stranger) report(['records', index], `${stranger} is not available in a ${record.repeat} record`);
    record.fields.forEach((field, position) => {
      const where = ['records', index, 'fields', position];
      const fault = fieldFault(field);
      if (fault) report(where, fault);
      const isLast = position === record.fields.length - 1;
      if (format.fieldSeparator === '' && field.width === undefined && !isLast) {
        report(where, 'needs a width, as the format has no field separator');
      }
    });
  });
  if (format.columnNames && !format.records.some((record) => record.repeat === 'line')) {
    report(['columnNames'], 'needs a record for each line');
  }
  if (format.recordSeparator === '' && format.recordEnd === '') report(['recordSeparator'], 'records must end somehow');
});
export type FormatDefinition = z.infer<typeof formatDefinitionSchema>;
/** A definition as written down, defaults left out. */
export type FormatDefinitionInput = z.input<typeof formatDefinitionSchema>;
