import type { CsvPreview, RuleDraft } from '#schemas/api/mappings.ts';
import { matchKey } from '#schemas/mapping/match-key.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { MappingTable } from '#schemas/mapping/tables.ts';
import { checkRules } from './check-rules.ts';
import { type Column, cellOf } from './csv-columns.ts';
import { currentRules, type Db, findMapping, type Scope } from './mapping-rows.ts';
import { readTable } from './read-table.ts';

export type ImportMode = 'merge' | 'replace';
type Changed = CsvPreview['changed'][number];

/** What the file says of a rule that is there: the columns that it has, over what the rule said before. */
function withFile(before: MappingRule, read: MappingRule, columns: readonly Column[]): MappingRule {
  const fields = columns.filter(({ part }) => part === 'set').map(({ id }) => id);
  const kept = Object.entries(before.set).filter(([field]) => !fields.includes(field));
  const hasNote = columns.some(({ part }) => part === 'note');
  return { ...before, set: { ...Object.fromEntries(kept), ...read.set }, note: hasNote ? read.note : before.note };
}

function changesOf(before: MappingRule, after: MappingRule, columns: readonly Column[]): Changed['fields'] {
  return columns
    .filter(({ part }) => part !== 'match')
    .map((column) => ({ field: column.id, before: cellOf(before, column), after: cellOf(after, column) }))
    .filter((one) => one.before !== one.after);
}

/** Pairs what a file says with what is there: by what a rule holds for, and of several that hold for the same by order. */
function pairUp(current: readonly MappingRule[], read: readonly MappingRule[]) {
  const byKey = Map.groupBy(current, matchKey);
  const taken = new Map<string, number>();
  return read.map((rule) => {
    const key = matchKey(rule);
    const at = taken.get(key) ?? 0;
    taken.set(key, at + 1);
    return { rule, before: byKey.get(key)?.[at] ?? null };
  });
}

/**
 * What a CSV file would do to the rules of a table. Nothing is saved.
 *
 * @throws Refusal 422 for a file without a heading
 */
export function previewTable(
  table: MappingTable,
  current: readonly MappingRule[],
  { text, mode }: { readonly text: string; readonly mode: ImportMode },
): CsvPreview {
  const { rules, columns, unreadable } = readTable(text, table);
  const nothing = { added: [], changed: [], removed: [], unchanged: current.length, unreadable: [...unreadable] };
  if (mode === 'replace' && unreadable.length > 0) return { ...nothing, rules: [...current] };
  const pairs = pairUp(current, rules);
  const changed: Changed[] = [];
  const found = new Map<string, MappingRule>();
  const fromFile = pairs.map(({ rule, before }) => {
    if (!before) return rule;
    const after = withFile(before, rule, columns);
    const fields = changesOf(before, after, columns);
    if (fields.length > 0) changed.push({ rule: before.id, fields });
    found.set(before.id, after);
    return after;
  });
  const added = pairs.filter(({ before }) => before === null).map(({ rule }) => rule);
  const merged = [...current.map((rule) => found.get(rule.id) ?? rule), ...added];
  return {
    rules: mode === 'merge' ? merged : fromFile,
    added: added.map(({ id }) => id),
    changed,
    removed: mode === 'merge' ? [] : current.filter(({ id }) => !found.has(id)),
    unchanged: found.size - changed.length + (mode === 'merge' ? current.length - found.size : 0),
    unreadable: [...unreadable],
  };
}

/** The same for a mapping as it is saved, or for rules as they are on the screen. @throws Refusal 404 · 422 */
export async function previewImport(
  db: Db,
  scope: Scope,
  id: string,
  input: {
    readonly table: MappingTable;
    readonly text: string;
    readonly mode: ImportMode;
    readonly rules?: readonly RuleDraft[] | undefined;
  },
): Promise<CsvPreview> {
  const row = await findMapping(db, scope, id);
  const all = input.rules ? checkRules(input.rules) : await currentRules(db, row);
  const ofTable = all.filter((rule) => rule.table === input.table);
  return previewTable(input.table, ofTable, input);
}
