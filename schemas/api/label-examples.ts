import { z } from 'zod';
import { localisedSchema } from '../localised.ts';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';
import { idParam } from './shared.ts';

/** One template, carried out on a document of the flow. */
export const labelExampleSchema = z.object({
  /** Path of the setting: "labels.sale". */
  setting: z.string(),
  /** Which of the documents below it is about. */
  about: z.string(),
  /** Null when it cannot be carried out; then `problem` says why. */
  text: z.string().nullable(),
  problem: messageSchema.nullable(),
  /** What a target that the node feeds would do with a text of this length. */
  warnings: z.array(messageSchema),
});
export type LabelExample = z.infer<typeof labelExampleSchema>;

export const labelExamplesSchema = z.object({
  /** What templates can name, in the order of a menu; empty for a node without templates. */
  fields: z.array(z.object({ name: z.string(), title: localisedSchema })),
  documents: z.array(
    z.object({
      about: z.string(),
      number: z.string(),
      /** It was made up, for the flow has read none of its kind yet. */
      isMadeUp: z.boolean(),
      values: z.record(z.string(), z.string()),
    }),
  ),
  examples: z.array(labelExampleSchema),
  /** What the settings lead to that keeps no flow from being published: accounts that do not fit in their length. */
  warnings: z.array(messageSchema),
});
export type LabelExamples = z.infer<typeof labelExamplesSchema>;

export const labelExampleEndpoints = {
  showLabelExamples: endpoint({
    method: 'post',
    path: '/flows/{id}/label-examples',
    summary:
      'What the templates among the settings of a node make of the latest documents of the flow; changes nothing',
    role: 'editor',
    params: idParam,
    body: z.object({
      node: z.string().max(40),
      type: z.string().max(80),
      /** Settings as they stand in the form, saved or not. */
      config: z.record(z.string(), z.unknown()),
    }),
    response: labelExamplesSchema,
  }),
} as const;
