import { z } from 'zod';
import { documentKindSchema } from '../documents/index.ts';
import { flowDefinitionSchema } from '../flow.ts';
import { languageSchema, localisedSchema } from '../localised.ts';
import { endpoint } from './endpoint.ts';

const fieldTextSchema = z.object({
  title: z.string(),
  help: z.string(),
  options: z.record(z.string(), z.string()).optional(),
});
const typeTextsSchema = z.object({
  title: localisedSchema,
  description: localisedSchema,
  fields: z.record(languageSchema, z.record(z.string(), fieldTextSchema)),
});
const portSchema = z.object({ id: z.string(), kind: documentKindSchema });

export const nodeTypeSchema = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.enum(['trigger', 'source', 'enrich', 'map', 'review', 'render', 'deliver']),
  texts: typeTextsSchema,
  icon: z.string(),
  inputs: z.array(portSchema),
  outputs: z.array(portSchema),
  /** JSON Schema; titles and help come from texts.fields by path. */
  config: z.record(z.string(), z.unknown()),
  connection: z.string().nullable(),
});
export type NodeTypeInfo = z.infer<typeof nodeTypeSchema>;

export const connectionTypeSchema = z.object({
  id: z.string(),
  texts: typeTextsSchema,
  fields: z.record(z.string(), z.unknown()),
  secrets: z.array(z.string()),
  hasDemo: z.boolean(),
});
export type ConnectionTypeInfo = z.infer<typeof connectionTypeSchema>;

export const templateSchema = z.object({
  id: z.string(),
  title: localisedSchema,
  description: localisedSchema,
  /** Words to filter the gallery by: "accounting", "woocommerce", "fec". */
  tags: z.array(z.string()),
  /** Connections to choose, by slot. */
  slots: z.record(z.string(), z.object({ type: z.string() })),
  /** JSON Schema (an object) of the business questions; every one has a default. */
  settings: z.record(z.string(), z.unknown()),
  /** Texts of those questions, by path, like a node type's. */
  settingTexts: z.record(languageSchema, z.record(z.string(), fieldTextSchema)),
  flow: flowDefinitionSchema,
});
export type TemplateInfo = z.infer<typeof templateSchema>;

export const catalogueSchema = z.object({
  nodeTypes: z.array(nodeTypeSchema),
  connectionTypes: z.array(connectionTypeSchema),
  templates: z.array(templateSchema),
  /** Every message that server and nodes can produce, by code. */
  messages: z.record(
    z.string(),
    z.object({
      text: localisedSchema,
      remedy: localisedSchema.optional(),
      setting: z.string().optional(),
      words: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
export type Catalogue = z.infer<typeof catalogueSchema>;

export const catalogueEndpoints = {
  getCatalogue: endpoint({
    method: 'get',
    path: '/catalogue',
    summary: 'Node types, connection types, templates and messages of this installation',
    role: 'viewer',
    response: catalogueSchema,
  }),
};
