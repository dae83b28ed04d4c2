import type { FromSchema } from 'json-schema-to-ts';
import type { Idempotency } from '#nodes/kit/node-type.ts';

export const configSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    recognises: { type: 'string', enum: ['key', 'number', 'lookup', 'nothing'], default: 'nothing' },
    timeoutSeconds: { type: 'integer', minimum: 1, maximum: 300, default: 30 },
    settleSeconds: { type: 'integer', minimum: 0, maximum: 3600, default: 60 },
  },
} as const;

export type HttpTargetConfig = FromSchema<typeof configSchema>;

const PROTECTION: Readonly<Record<HttpTargetConfig['recognises'], Idempotency>> = {
  key: 'natural-key',
  number: 'unique-number',
  lookup: 'lookup',
  nothing: 'none',
};

/** How the receiver protects against a document sent twice: as its owner says. */
export function protectionOf({ recognises }: HttpTargetConfig): Idempotency {
  return PROTECTION[recognises];
}
