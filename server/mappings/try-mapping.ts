import type { RuleDraft } from '#schemas/api/mappings.ts';
import { type Candidate, lookupOf, type MappingFacts } from '#schemas/mapping/look-up.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { fieldsOf, type MappingField, type MappingTable } from '#schemas/mapping/tables.ts';
import { Refusal } from '../http/refusal.ts';
import { checkRules } from './check-rules.ts';
import { mappingMessages } from './mapping-messages.ts';
import { currentRules, type Db, findMapping, type Scope } from './mapping-rows.ts';

/** A name that is a field of the table. @throws Refusal 422 */
export function fieldOf(table: MappingTable, field: string): MappingField {
  const fields: readonly string[] = fieldsOf(table);
  if (!fields.includes(field)) throw new Refusal(422, mappingMessages.build.no_such_field({ table, field }, 'field'));
  return field as MappingField;
}

/** A candidate as it is sent. */
export function presentCandidate({ rule, value, precision, verdict }: Candidate) {
  const { exact, pattern } = precision;
  return { rule, value, verdict, precision: { exact: [...exact], pattern: [...pattern] } };
}

interface Case {
  readonly table: MappingTable;
  readonly field: string;
  readonly facts: MappingFacts;
  readonly rules?: readonly RuleDraft[] | undefined;
}

/** Which rules would hold for a case, the most specific first. @throws Refusal 404 · 422 */
export async function tryMapping(db: Db, scope: Scope, id: string, { table, field, facts, rules }: Case) {
  const row = await findMapping(db, scope, id);
  const tried: readonly MappingRule[] = rules ? checkRules(rules) : await currentRules(db, row);
  const candidates = lookupOf(tried).explain(table, fieldOf(table, field), facts);
  return { candidates: candidates.map(presentCandidate) };
}
