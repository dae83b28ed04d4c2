import { z } from 'zod';

/** One value that differs; a side is absent where it has no value (a setting left at its default, a row that is new). */
export const fieldChangeSchema = z.object({
  /** As the texts of a node type name fields: "vat.domestic", "vatRules[].revenueAccount", "rates.*". */
  path: z.string(),
  /** Which row of a list, or which key of a free map, by what identifies it: "FR · 20.00"; null outside of one. */
  row: z.string().nullable(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** What a node is, beside its settings. */
export const nodeFactsSchema = z.object({
  type: z.string(),
  version: z.int(),
  title: z.string().nullable(),
  connection: z.string().nullable(),
});
export type NodeFacts = z.infer<typeof nodeFactsSchema>;

export const nodeChangeSchema = z.object({
  node: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  before: nodeFactsSchema.nullable(),
  after: nodeFactsSchema.nullable(),
  /** Settings that differ; none for a node that is new or gone. */
  settings: z.array(fieldChangeSchema),
});
export type NodeChange = z.infer<typeof nodeChangeSchema>;

const endSchema = z.object({ node: z.string(), port: z.string() });

/** What sets two definitions of a flow apart. */
export const flowDiffSchema = z.object({
  /** True when both do the same; boxes may still have moved. */
  isSame: z.boolean(),
  /** Name, description, zone, corrections. */
  flow: z.array(fieldChangeSchema),
  /** Slots for connections, with the type of connection they ask for. */
  slots: z.array(z.object({ slot: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  nodes: z.array(nodeChangeSchema),
  edges: z.array(z.object({ from: endSchema, to: endSchema, change: z.enum(['added', 'removed']) })),
  /** The picture only: nodes of both that stand elsewhere, and whether notes differ. */
  moved: z.array(z.string()),
  notesChanged: z.boolean(),
});
export type FlowDiff = z.infer<typeof flowDiffSchema>;
