import type { EntryRules, TextRule } from '#nodes/kit/entry-rules.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Message } from '#schemas/messages.ts';
import { controlMessages } from './control-messages.ts';

const { build } = controlMessages;

const FAULTS = {
  account: { length: build.account_length, form: build.account_form },
  auxiliaryAccount: { length: build.auxiliary_length, form: build.auxiliary_form },
  journal: { length: build.journal_length, form: build.journal_form },
  pieceNumber: { length: build.piece_length, form: build.piece_form },
  label: { length: build.label_length, form: build.label_form },
  reference: { length: build.reference_length, form: build.reference_form },
} as const;
type RuledField = keyof typeof FAULTS;

interface Found {
  readonly field: RuledField;
  readonly value: string;
  /** Where it stands in the entry. */
  readonly path: string;
}

/** The lengths that a rule allows, in symbols: "8", "3–8", "≤ 8", "≥ 3". */
export function lengthsOf({ minLength = 0, maxLength, cuts }: TextRule): string {
  if (maxLength === undefined || cuts) return `≥ ${minLength}`;
  if (minLength === maxLength) return String(maxLength);
  return minLength > 0 ? `${minLength}–${maxLength}` : `≤ ${maxLength}`;
}

function hasLength(value: string, { minLength = 0, maxLength, cuts }: TextRule): boolean {
  const length = [...value].length;
  return length >= minLength && (maxLength === undefined || cuts === true || length <= maxLength);
}

function faultOf(rule: TextRule, { field, value, path }: Found, document: string, target: string): Message | null {
  const common = { document, value, target };
  if (!hasLength(value, rule)) {
    const length = String([...value].length);
    return FAULTS[field].length({ ...common, length, expected: lengthsOf(rule) }, path);
  }
  if (!rule.pattern || new RegExp(rule.pattern.source, rule.pattern.flags.replace(/[gy]/g, '')).test(value))
    return null;
  return FAULTS[field].form({ ...common, expected: rule.pattern.source }, path);
}

function accountTexts(entry: JournalEntry): Found[] {
  return entry.lines.flatMap(({ account, auxiliaryAccount }, index): Found[] => {
    const of = (field: RuledField, value: string): Found => ({ field, value, path: `lines/${index}/${field}` });
    return auxiliaryAccount
      ? [of('account', account), of('auxiliaryAccount', auxiliaryAccount)]
      : [of('account', account)];
  });
}

function headTexts(entry: JournalEntry): Found[] {
  return [
    { field: 'pieceNumber', value: entry.pieceNumber, path: 'pieceNumber' },
    { field: 'reference', value: entry.reference, path: 'reference' },
    ...entry.lines.map(
      (line, index): Found => ({ field: 'label', value: line.label || entry.label, path: `lines/${index}/label` }),
    ),
  ];
}

function isIgnored({ ignores = [] }: EntryRules, field: RuledField): boolean {
  if (field === 'auxiliaryAccount') return ignores.includes('auxiliary-account');
  return field === 'reference' && ignores.includes('reference');
}

/**
 * The first text of an entry that its target would not take: too long, too short, of another form. Nothing is cut to
 * make it fit, unless the target's own rule says that it cuts.
 *
 * @param isSummed the entry is summed up on its way: only its accounts and its journal get there
 */
export function findTextFault(
  entry: JournalEntry,
  { rules, title }: { readonly rules: EntryRules; readonly title: string },
  isSummed: boolean,
): Message | null {
  const journal: Found = { field: 'journal', value: entry.journal, path: 'journal' };
  for (const found of [...accountTexts(entry), journal, ...(isSummed ? [] : headTexts(entry))]) {
    const rule = rules[found.field];
    if (!rule || isIgnored(rules, found.field)) continue;
    const fault = faultOf(rule, found, entry.source.number, title);
    if (fault) return fault;
  }
  return null;
}
