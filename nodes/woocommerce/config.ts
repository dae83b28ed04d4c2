import type { FromSchema } from 'json-schema-to-ts';

/** Config of the node "woocommerce-sales". */
export const salesConfigSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    dateAxis: { type: 'string', enum: ['created', 'paid', 'completed', 'modified'], default: 'paid' },
    statuses: {
      type: 'array',
      items: { type: 'string', pattern: '^[a-z0-9_-]{1,40}$', list: 'statuses' },
      uniqueItems: true,
      default: ['processing', 'completed', 'refunded'],
    },
    creditNotes: { type: 'boolean', default: true },
    /** Orders do not carry them: costs a call a page, and a key that may read products. */
    productCategories: { type: 'boolean', default: false },
    perPage: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
    vatNumberKeys: {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: 120 },
      uniqueItems: true,
      default: [],
    },
  },
  required: ['dateAxis', 'statuses', 'creditNotes', 'productCategories', 'perPage', 'vatNumberKeys'],
} as const;

export type SalesConfig = FromSchema<typeof salesConfigSchema>;
export type DateAxis = SalesConfig['dateAxis'];
