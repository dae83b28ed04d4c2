import { type Field, fieldsOf as settingsOf } from '#nodes/kit/schema-fields.ts';
import type { LineExplanation } from '#schemas/api/explanations.ts';
import { fieldsOf, MAPPING_TABLE_IDS, type MappingField, type MappingTable } from '#schemas/mapping/tables.ts';

export interface TableChoice {
  readonly table: MappingTable;
  readonly field: MappingField;
  readonly ruleId: string;
}

/** The choice of a mapping table as it stands on a line: "table:sales:withVat:<id of the rule>"; null for another one. */
export function readTableChoice(rule: string): TableChoice | null {
  const [kind, table, field, ruleId = ''] = rule.split(':');
  const known = kind === 'table' ? MAPPING_TABLE_IDS.find((one) => one === table) : undefined;
  const named = known && (fieldsOf(known) as readonly MappingField[]).find((one) => one === field);
  return known && named && ruleId !== '' ? { table: known, field: named, ruleId } : null;
}

type Other = Pick<LineExplanation, 'chosenBy' | 'chosen' | 'setting'>;

function firstSetting(fields: readonly Field[], ...paths: readonly string[]): string | null {
  return paths.find((path) => fields.some((field) => field.path === path)) ?? null;
}

/**
 * Who chose an account when no table did, and which setting of the node says it. What stands on a line is described in
 * the journal-entry node's messages: "preset:…", "accounts:…", "rule:…", "party", "rounding".
 *
 * @param config the node type's settings, as a JSON Schema
 */
export function readOtherChoice(rule: string, config: object): Other {
  const fields = settingsOf(config);
  const [kind = '', first = ''] = rule.split(':');
  const chosen = rule.slice(kind.length + 1);
  const said = (chosenBy: Other['chosenBy'], ...paths: readonly string[]): Other => {
    return { chosenBy, chosen, setting: firstSetting(fields, ...paths) };
  };
  if (kind === 'preset') return said('preset', 'chart');
  if (kind === 'accounts') return said('accounts', `accounts.${first}`, 'accounts');
  if (kind === 'rule') return first === 'payment' ? said('rule', 'paymentAccounts') : said('rule', 'vatRules');
  if (kind === 'rounding') return said('accounts', 'rounding');
  if (kind === 'party') return said('party', 'customer');
  return { chosenBy: 'unknown', chosen: rule, setting: null };
}
