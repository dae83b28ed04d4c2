import { z } from 'zod';

const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'expected lower-case letters, digits and dashes');

export const portRefSchema = z.object({ node: idSchema, port: z.string() });
export const edgeSchema = z.object({ from: portRefSchema, to: portRefSchema });
export type Edge = z.infer<typeof edgeSchema>;

export const flowNodeSchema = z.object({
  /** Id of the node type, such as "journal-entry". */
  type: z.string().min(1),
  /** Version of the node type that this flow was made for. */
  version: z.int().positive(),
  title: z.string().max(80).optional(),
  /** Name of the connection slot, for a node type that needs a connection. */
  connection: z.string().optional(),
  config: z.record(z.string(), z.unknown()),
});
export type FlowNode = z.infer<typeof flowNodeSchema>;

export const noteSchema = z.object({
  id: idSchema,
  text: z.string().max(2000),
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});

/**
 * A flow as it is edited, versioned, exported and run. Nodes are keyed by a stable id; what concerns the picture only
 * stands apart under `layout`, so that moving a box is not a change of behaviour. Credentials never stand in it:
 * a node names a slot, and the workspace binds the slot to one of its connections.
 */
export const flowDefinitionSchema = z
  .object({
    format: z.literal('passerelle.flow/1'),
    name: z.string().min(1).max(120),
    description: z.string().max(2000).default(''),
    /** IANA time zone in which days and periods are counted. */
    zone: z.string().default('Europe/Brussels'),
    /**
     * What happens when a document has changed since it was booked: book the difference, reverse and book anew, or hold it
     * for a person. The difference unless set.
     */
    corrections: z.enum(['difference', 'reversal', 'hold']).optional(),
    connections: z.record(idSchema, z.object({ type: z.string().min(1) })),
    nodes: z.record(idSchema, flowNodeSchema),
    edges: z.array(edgeSchema),
    layout: z
      .object({
        nodes: z.record(idSchema, z.object({ x: z.number(), y: z.number() })).default({}),
        notes: z.array(noteSchema).default([]),
      })
      .default({ nodes: {}, notes: [] }),
  })
  .meta({ id: 'FlowDefinition', title: 'Flow' });
export type FlowDefinition = z.infer<typeof flowDefinitionSchema>;

export function flowJsonSchema(): object {
  return z.toJSONSchema(flowDefinitionSchema, { io: 'input' });
}
