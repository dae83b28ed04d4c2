import { z } from 'zod';
import { axesOf, fieldsOf, MAPPING_AXES, MAPPING_TABLE_IDS, type MappingTable } from './tables.ts';

const cellSchema = z.string().trim().max(120);

const ruleShape = z.object({
  id: z.uuid(),
  table: z.enum(MAPPING_TABLE_IDS as [MappingTable, ...MappingTable[]]),
  /** By axis, the value or pattern that it must have; "*" stands for any text. An axis left out holds for all. */
  match: z.partialRecord(z.enum(MAPPING_AXES), cellSchema),
  /** By field of the table, what the rule says; a field left out or empty says nothing. */
  set: z.record(z.string(), cellSchema),
  note: z.string().trim().max(200).default(''),
});

/** A row of a mapping table: for what it holds, and what it says. The row that holds for everything is the default. */
export const mappingRuleSchema = ruleShape
  .superRefine((rule, context) => {
    const axes: readonly string[] = axesOf(rule.table);
    const fields = fieldsOf(rule.table);
    for (const axis of Object.keys(rule.match)) {
      if (axes.includes(axis)) continue;
      context.addIssue({ code: 'custom', path: ['match', axis], message: `table ${rule.table} has no axis ${axis}` });
    }
    for (const field of Object.keys(rule.set)) {
      if (fields.includes(field)) continue;
      context.addIssue({ code: 'custom', path: ['set', field], message: `table ${rule.table} has no field ${field}` });
    }
  })
  .meta({ id: 'MappingRule', title: 'Rule of a mapping table' });
export type MappingRule = Readonly<z.infer<typeof ruleShape>>;

/** The rules of a mapping at one moment. A run is bound to the revision that was there when it started. */
export interface Mapping {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  /** In the order of the screen; of two equally specific rules the upper one wins. */
  readonly rules: readonly MappingRule[];
}

/** Rules per mapping; the tables are edited in memory and saved whole. */
export const MOST_RULES = 20_000;
