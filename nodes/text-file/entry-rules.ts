import { ENTRY_FEATURES, type EntryFeature, type EntryRules, type TextRule } from '#nodes/kit/entry-rules.ts';
import type { Config } from './config.ts';
import type { Field, FormatDefinition } from './definition.ts';
import type { Path } from './paths.ts';
import { resolveFormat } from './resolve-format.ts';

/** Which columns hold what an entry says. */
const PATHS_OF = {
  account: ['line.account', 'line.accountOrAuxiliary'],
  auxiliaryAccount: ['line.auxiliaryAccount', 'line.accountOrAuxiliary'],
  journal: ['entry.journal'],
  pieceNumber: ['entry.pieceNumber'],
  label: ['line.label'],
  reference: ['entry.reference'],
} as const satisfies Partial<Record<keyof EntryRules, readonly Path[]>>;
type Ruled = keyof typeof PATHS_OF;

/** What a format must name for a part of an entry to get into its files. */
const FEATURE_PATHS: Partial<Record<EntryFeature, readonly Path[]>> = {
  'auxiliary-account': ['line.auxiliaryAccount', 'line.accountOrAuxiliary'],
  reference: ['entry.reference'],
  'payment-reference': ['entry.reference'],
  'payment-label': ['line.label', 'entry.label'],
  'vat-code': ['line.vatCode'],
  currency: ['line.currency', 'line.currencyAmount', 'line.signedCurrencyAmount'],
  'due-date': ['line.dueDate'],
};

function entryFields(format: FormatDefinition): Field[] {
  const written = format.records.filter(({ repeat }) => repeat === 'line' || repeat === 'entry');
  return written.flatMap((record) => record.fields);
}

function isNamed(field: Field, path: Path): boolean {
  return field.path === path || (field.template?.includes(path) ?? false);
}

/** What one column demands. A column that is only filled at times, or written by a list of its own, demands nothing. */
function ruleOf(field: Field, format: FormatDefinition): TextRule {
  if (field.when.length > 0 || field.map) return {};
  const digits = field.startsWithDigits;
  const pattern = field.characters === 'digits' ? /^\d*$/ : digits > 0 ? new RegExp(`^\\d{${digits}}`) : undefined;
  // Bytes are counted when the file is written: how many a character takes is the character set's to say.
  const maxLength = format.widthUnit === 'bytes' ? undefined : (field.width ?? field.maxLength);
  return {
    ...(field.required ? { minLength: 1 } : {}),
    ...(maxLength === undefined ? {} : { maxLength, cuts: field.overflow !== 'error' }),
    ...(pattern ? { pattern } : {}),
  };
}

/** The stricter of two columns of the same value: one that refuses goes before one that cuts. */
function stricter(one: TextRule, other: TextRule): TextRule {
  const limited = [one, other].filter(({ maxLength }) => maxLength !== undefined);
  const refuses = limited.filter(({ cuts }) => !cuts);
  const limits = (refuses.length > 0 ? refuses : limited).flatMap(({ maxLength }) => maxLength ?? []);
  const minLength = Math.max(one.minLength ?? 0, other.minLength ?? 0);
  const pattern = one.pattern ?? other.pattern;
  return {
    ...(minLength > 0 ? { minLength } : {}),
    ...(limits.length > 0 ? { maxLength: Math.min(...limits), cuts: refuses.length === 0 } : {}),
    ...(pattern ? { pattern } : {}),
  };
}

function ruleFor(name: Ruled, format: FormatDefinition): TextRule {
  const columns = entryFields(format).filter((field) => PATHS_OF[name].some((path) => field.path === path));
  // An account that may stand in the auxiliary's place is not demanded of every line.
  const rules = columns.map((field) =>
    name === 'auxiliaryAccount' ? { ...ruleOf(field, format), minLength: 0 } : ruleOf(field, format),
  );
  const [first = {}, ...others] = rules;
  return others.reduce(stricter, first);
}

/**
 * What a format demands of entries, read from its columns: widths, digits, what must be filled, what it cuts and what it
 * has no column for.
 *
 * @throws SettingsError when the config's own format is not usable
 */
export function entryRulesOf(config: Config): EntryRules {
  const format = resolveFormat(config);
  const fields = entryFields(format);
  const isThere = (feature: EntryFeature) =>
    (FEATURE_PATHS[feature] ?? []).some((path) => fields.some((field) => isNamed(field, path)));
  return {
    account: ruleFor('account', format),
    auxiliaryAccount: ruleFor('auxiliaryAccount', format),
    journal: ruleFor('journal', format),
    pieceNumber: ruleFor('pieceNumber', format),
    label: ruleFor('label', format),
    reference: ruleFor('reference', format),
    fiscalYearEnd: config.fiscalYearEnd,
    ignores: ENTRY_FEATURES.filter((feature) => !isThere(feature)),
  };
}
