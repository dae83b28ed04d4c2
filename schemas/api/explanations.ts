import { z } from 'zod';
import { mappingRuleSchema } from '../mapping/rule.ts';
import { MAPPING_AXES, MAPPING_TABLE_IDS, type MappingTable } from '../mapping/tables.ts';
import { endpoint } from './endpoint.ts';
import { idParam } from './shared.ts';

const axisSchema = z.enum(MAPPING_AXES);

/** By axis, the texts by which a case goes ("bacs" and "Bank transfer"). */
export const factsSchema = z.partialRecord(axisSchema, z.array(z.string().max(500)).max(20));

/** A rule that holds for a case. */
export const candidateSchema = z.object({
  rule: mappingRuleSchema,
  /** What the rule says in the field; empty when it says nothing. */
  value: z.string(),
  precision: z.object({ exact: z.array(axisSchema), pattern: z.array(axisSchema) }),
  /** The first that says something wins; what holds but is less specific is overruled. */
  verdict: z.enum(['wins', 'overruled', 'silent']),
});

/** Why a line of an entry has its account. */
export const lineExplanationSchema = z.object({
  line: z.object({ index: z.int(), account: z.string(), label: z.string(), rule: z.string() }),
  /**
   * - table: a rule of a mapping table, or its absence; `table`, `field`, `facts` and `candidates` are filled
   * - preset: the chart of accounts · accounts, rule, party: the settings of the node, by what stands in `chosen`
   * - unknown: an entry that was made before the choice was noted, or by another program
   */
  chosenBy: z.enum(['table', 'preset', 'accounts', 'rule', 'party', 'unknown']),
  /** What follows in the note of the choice: a key of the accounts, a place in the rules. */
  chosen: z.string(),
  /** The node of the flow's version that made the entry; null when it cannot be told. */
  node: z.string().nullable(),
  /** The node's setting to look at; null when there is none. */
  setting: z.string().nullable(),
  table: z.enum(MAPPING_TABLE_IDS as [MappingTable, ...MappingTable[]]).nullable(),
  field: z.string().nullable(),
  /** Recomputed from the stored document; empty when it is no longer stored. */
  facts: factsSchema,
  /** Rules of the revision that the run was bound to; empty when that revision is no longer kept. */
  candidates: z.array(candidateSchema),
  mapping: z
    .object({
      id: z.uuid(),
      name: z.string(),
      /** The revision of the run; null when it is not kept. */
      revision: z.int().nullable(),
      revisionNow: z.int(),
      /** Whether the rule that won stands in the tables today. */
      ruleNow: z.enum(['same', 'changed', 'gone']),
    })
    .nullable(),
});
export type LineExplanation = z.infer<typeof lineExplanationSchema>;

export const explanationEndpoints = {
  explainLine: endpoint({
    method: 'get',
    path: '/runs/{id}/entries/{entry}/lines/{line}/why',
    summary: 'Why a line of an entry has its account: the rule that won, what it beat, and the facts it went by',
    role: 'viewer',
    /** `entry` is the id of the entry's document as in the list of entries; `line` counts from 0. */
    params: idParam.extend({ entry: z.uuid(), line: z.coerce.number().int().min(0).max(10_000) }),
    response: lineExplanationSchema,
  }),
};
