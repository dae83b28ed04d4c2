import type { RuleDraft } from '#schemas/api/mappings.ts';
import { listOfField } from '#schemas/mapping/field-lists.ts';
import { type MappingRule, MOST_RULES, mappingRuleSchema } from '#schemas/mapping/rule.ts';
import { axesOf, fieldsOf, type MappingField } from '#schemas/mapping/tables.ts';
import type { Message } from '#schemas/messages.ts';
import { Refusal } from '../http/refusal.ts';
import { mappingMessages } from './mapping-messages.ts';

const { build } = mappingMessages;
const LONGEST_CELL = 120;
const LONGEST_NOTE = 200;
const KNOWN_PLACEHOLDERS = ['{rate}', '{country}'];
/** Problems are for a person to read: nobody corrects more at once. */
const MOST_PROBLEMS = 200;

/** Where a rule stands, as messages say it. */
interface Place {
  readonly table: string;
  /** Counted from 1 within its table, as the screen shows it. */
  readonly row: string;
  /** "rules.17" */
  readonly path: string;
}

function cellsOf(cells: Readonly<Record<string, string>>): Record<string, string> {
  const trimmed = Object.entries(cells).map(([name, value]) => [name, value.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

/** Without what says nothing, countries in capitals. */
function tidy(draft: RuleDraft): MappingRule {
  const match = cellsOf(draft.match);
  if (match['country'] !== undefined) match['country'] = match['country'].toUpperCase();
  return { id: draft.id, table: draft.table, match, set: cellsOf(draft.set), note: (draft.note ?? '').trim() };
}

function checkLength(place: Place, field: string, text: string, most: number, path: string): Message[] {
  if (text.length <= most) return [];
  const { table, row } = place;
  return [build.too_long({ table, row, field, most: String(most) }, path)];
}

function checkMatch(rule: MappingRule, place: Place): Message[] {
  const { table, row } = place;
  const axes: readonly string[] = axesOf(rule.table);
  return Object.entries(rule.match).flatMap(([field, value = '']) => {
    const path = `${place.path}.match.${field}`;
    if (!axes.includes(field)) return [build.wrong_axis({ table, row, field }, path)];
    const isCountry = field !== 'country' || /^([A-Z]{2}|[A-Z]?\*)$/.test(value);
    return [
      ...checkLength(place, field, value, LONGEST_CELL, path),
      ...(isCountry ? [] : [build.bad_country({ table, row, value: value.slice(0, 40) }, path)]),
    ];
  });
}

function hasUnknownPlaceholder(value: string): boolean {
  const found = value.match(/\{[^{}]*\}?|\}/g) ?? [];
  return found.some((one) => !KNOWN_PLACEHOLDERS.includes(one));
}

function checkSet(rule: MappingRule, place: Place): Message[] {
  const { table, row } = place;
  const fields = fieldsOf(rule.table);
  return Object.entries(rule.set).flatMap(([field, value]) => {
    const path = `${place.path}.set.${field}`;
    if (!fields.includes(field)) return [build.wrong_field({ table, row, field }, path)];
    const shown = { table, row, field, value: value.slice(0, 40) };
    const isAccount = listOfField(field as MappingField) === 'accounts';
    const isOdd = isAccount && hasUnknownPlaceholder(value);
    return [
      ...checkLength(place, field, value, LONGEST_CELL, path),
      ...(isOdd ? [build.bad_placeholder({ ...shown, known: KNOWN_PLACEHOLDERS.join(', ') }, path)] : []),
      ...(field === 'create' && !/^(yes|no)$/.test(value) ? [build.bad_choice(shown, path)] : []),
    ];
  });
}

/**
 * Everything that is wrong with rules as a form hands them in, and the rules as they would be stored.
 *
 * @returns one message a problem, with table, row and field; its `field` is the path ("rules.17.set.account")
 */
export function findRuleProblems(drafts: readonly RuleDraft[]): {
  readonly rules: readonly MappingRule[];
  readonly problems: readonly Message[];
} {
  const rows = new Map<string, number>();
  const seen = new Set<string>();
  const rules = drafts.map(tidy);
  const problems: Message[] = [];
  for (const [index, rule] of rules.entries()) {
    const row = (rows.get(rule.table) ?? 0) + 1;
    rows.set(rule.table, row);
    if (problems.length >= MOST_PROBLEMS) break;
    const place = { table: rule.table, row: String(row), path: `rules.${index}` };
    if (seen.has(rule.id)) problems.push(build.row_twice({ table: place.table, row: place.row }, place.path));
    seen.add(rule.id);
    problems.push(...checkMatch(rule, place), ...checkSet(rule, place));
    problems.push(...checkLength(place, 'note', rule.note, LONGEST_NOTE, `${place.path}.note`));
  }
  return { rules, problems };
}

/**
 * The rules as they are stored.
 *
 * @throws Refusal 422 with every wrong cell, or when there are more than a mapping holds
 */
export function checkRules(drafts: readonly RuleDraft[]): readonly MappingRule[] {
  const count = String(drafts.length);
  if (drafts.length > MOST_RULES) throw new Refusal(422, build.too_many_rules({ count, most: String(MOST_RULES) }));
  const { rules, problems } = findRuleProblems(drafts);
  if (problems.length > 0) throw new Refusal(422, build.not_saved({ count: String(problems.length) }), problems);
  return rules.map((rule) => mappingRuleSchema.parse(rule));
}
