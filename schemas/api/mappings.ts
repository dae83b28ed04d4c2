import { z } from 'zod';
import { localisedSchema } from '../localised.ts';
import { mappingRuleSchema } from '../mapping/rule.ts';
import { MAPPING_TABLE_IDS, type MappingTable } from '../mapping/tables.ts';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';
import { candidateSchema, factsSchema } from './explanations.ts';
import { idParam, pageOf, pageQuery } from './shared.ts';

export const mappingTableSchema = z.enum(MAPPING_TABLE_IDS as [MappingTable, ...MappingTable[]]);

const nameSchema = z.string().trim().min(1).max(120);
const revisionSchema = z.int().positive();

export const mappingSummarySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  revision: revisionSchema,
  /** Rules by table; a table without rules is left out. */
  counts: z.partialRecord(mappingTableSchema, z.int()),
  rules: z.int(),
  /** Flows that name it: in the published version, or in the draft only. */
  flows: z.array(z.object({ id: z.uuid(), name: z.string(), isPublished: z.boolean() })),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Who saved it last; null for a program or somebody who is gone. */
  updatedBy: z.string().nullable(),
  archivedAt: z.iso.datetime().nullable(),
});
export type MappingSummary = z.infer<typeof mappingSummarySchema>;

/** A value that a rule names and that the system's own list had once and has no longer. */
export const vanishedValueSchema = z.object({
  rule: z.uuid(),
  part: z.enum(['match', 'set']),
  /** The axis, or the field of the table. */
  field: z.string(),
  value: z.string(),
  list: z.string(),
  connection: z.object({ id: z.uuid(), name: z.string() }),
  vanishedAt: z.iso.datetime(),
});
export type VanishedValue = z.infer<typeof vanishedValueSchema>;

export const mappingDetailSchema = mappingSummarySchema.extend({
  ruleRows: z.array(mappingRuleSchema),
  vanished: z.array(vanishedValueSchema),
  /** Ids of rules of one table that hold for exactly the same: the first of each group wins. */
  duplicates: z.array(z.array(z.uuid())),
});
export type MappingDetail = z.infer<typeof mappingDetailSchema>;

/** A rule as a form hands it in: the server says what is wrong, by table, row and field. */
export const ruleDraftSchema = z.object({
  id: z.uuid(),
  table: mappingTableSchema,
  match: z.record(z.string(), z.string()),
  set: z.record(z.string(), z.string()),
  note: z.string().default(''),
});
export type RuleDraft = z.input<typeof ruleDraftSchema>;

export const mappingRevisionSchema = z.object({
  revision: revisionSchema,
  savedAt: z.iso.datetime(),
  savedBy: z.string().nullable(),
  rules: z.int(),
  counts: z.partialRecord(mappingTableSchema, z.int()),
  /** Against the revision before it that is still kept; null for the first one. */
  changes: z.object({ added: z.int(), changed: z.int(), removed: z.int() }).nullable(),
});
export type MappingRevision = z.infer<typeof mappingRevisionSchema>;

/** What a CSV file would do to a table. Nothing is saved: `rules` of it go into a save. */
export const csvPreviewSchema = z.object({
  /**
   * The table as it would be. Rows that are there already keep their ids. When the file is to replace the table and has
   * lines that cannot be read, this is the table as it is: nothing goes because of a line that was not understood.
   */
  rules: z.array(mappingRuleSchema),
  added: z.array(z.uuid()),
  changed: z.array(
    z.object({
      rule: z.uuid(),
      /** Fields, "note" among them, that the file says otherwise. */
      fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  removed: z.array(mappingRuleSchema),
  unchanged: z.int(),
  /** Lines that cannot be read, each with its number in the file (the heading is line 1) and what is wrong. */
  unreadable: z.array(z.object({ line: z.int(), message: messageSchema })),
});
export type CsvPreview = z.infer<typeof csvPreviewSchema>;

const tableParams = idParam.extend({ table: mappingTableSchema });
const csvLanguage = z.enum(['en', 'fr', 'nl']);

export const mappingEndpoints = {
  listMappings: endpoint({
    method: 'get',
    path: '/mappings',
    summary: 'Sets of mapping tables of the workspace, by name',
    role: 'viewer',
    query: z.object({ state: z.enum(['active', 'archived']).optional() }),
    response: z.object({ items: z.array(mappingSummarySchema) }),
  }),
  listMappingPresets: endpoint({
    method: 'get',
    path: '/mappings/presets',
    summary: 'What a new set of tables can be filled with: the national charts of accounts',
    role: 'viewer',
    response: z.object({
      items: z.array(z.object({ id: z.string(), name: localisedSchema, rules: z.int() })),
    }),
  }),
  createMapping: endpoint({
    method: 'post',
    path: '/mappings',
    summary: 'Make a set of tables: empty, from the preset of a chart of accounts, or as a copy of another',
    role: 'editor',
    body: z.object({
      name: nameSchema,
      preset: z.string().max(60).optional(),
      copyOf: z.uuid().optional(),
    }),
    response: mappingDetailSchema,
  }),
  getMapping: endpoint({
    method: 'get',
    path: '/mappings/{id}',
    summary: 'A set of tables with all its rules, what vanished from the lists, and rules that are there twice',
    role: 'viewer',
    params: idParam,
    response: mappingDetailSchema,
  }),
  saveMapping: endpoint({
    method: 'put',
    path: '/mappings/{id}',
    summary: 'Save all rules as the next revision; refused with 409 when somebody saved since `revision`',
    role: 'editor',
    params: idParam,
    body: z.object({ revision: revisionSchema, rules: z.array(ruleDraftSchema) }),
    response: mappingDetailSchema,
  }),
  renameMapping: endpoint({
    method: 'patch',
    path: '/mappings/{id}',
    summary: 'Change the name; flows go by the id and are not touched',
    role: 'editor',
    params: idParam,
    body: z.object({ name: nameSchema }),
    response: mappingSummarySchema,
  }),
  archiveMapping: endpoint({
    method: 'post',
    path: '/mappings/{id}/archive',
    summary: 'Put away what no published flow names',
    role: 'editor',
    params: idParam,
    response: mappingSummarySchema,
  }),
  unarchiveMapping: endpoint({
    method: 'post',
    path: '/mappings/{id}/unarchive',
    summary: 'Bring back what was put away',
    role: 'editor',
    params: idParam,
    response: mappingSummarySchema,
  }),
  listMappingRevisions: endpoint({
    method: 'get',
    path: '/mappings/{id}/revisions',
    summary: 'Who saved it, when, and how much changed; newest first',
    role: 'viewer',
    params: idParam,
    query: pageQuery,
    response: pageOf(mappingRevisionSchema),
  }),
  getMappingRevision: endpoint({
    method: 'get',
    path: '/mappings/{id}/revisions/{revision}',
    summary: 'The rules as they were saved once',
    role: 'viewer',
    params: idParam.extend({ revision: z.coerce.number().int().positive() }),
    response: mappingRevisionSchema.extend({ ruleRows: z.array(mappingRuleSchema) }),
  }),
  restoreMappingRevision: endpoint({
    method: 'post',
    path: '/mappings/{id}/revisions/{revision}/restore',
    summary: 'Save the rules of an old revision once more, as the next one',
    role: 'editor',
    params: idParam.extend({ revision: z.coerce.number().int().positive() }),
    /** The revision on the screen. */
    body: z.object({ revision: revisionSchema }),
    response: mappingDetailSchema,
  }),
  exportMappingTable: endpoint({
    method: 'get',
    path: '/mappings/{id}/tables/{table}/csv',
    summary: 'A table as CSV for a spreadsheet, with headings in a language; reading it back gives the same rules',
    role: 'viewer',
    params: tableParams,
    query: z.object({ language: csvLanguage.optional() }),
    response: z.object({ fileName: z.string(), text: z.string() }),
  }),
  previewMappingImport: endpoint({
    method: 'post',
    path: '/mappings/{id}/tables/{table}/csv',
    summary: 'What a CSV file would do to a table; nothing is saved',
    role: 'editor',
    params: tableParams,
    body: z.object({
      text: z.string().max(10_000_000),
      /** merge: rows that the file does not name stay. replace: they go. */
      mode: z.enum(['merge', 'replace']),
      /** The table as it is on the screen; what is saved unless given. */
      rules: z.array(ruleDraftSchema).optional(),
    }),
    response: csvPreviewSchema,
  }),
  tryMapping: endpoint({
    method: 'post',
    path: '/mappings/{id}/try',
    summary: 'Which rules would hold for a case, the most specific first, and which of them wins',
    role: 'viewer',
    params: idParam,
    body: z.object({
      table: mappingTableSchema,
      field: z.string().max(60),
      facts: factsSchema,
      /** The rules as they are on the screen; what is saved unless given. */
      rules: z.array(ruleDraftSchema).optional(),
    }),
    response: z.object({ candidates: z.array(candidateSchema) }),
  }),
};
