import type { FromSchema } from 'json-schema-to-ts';
import type { Idempotency } from '#nodes/kit/node-type.ts';

const length = { type: 'integer', minimum: 0, maximum: 200, default: 0 } as const;

/** What the receiver demands of entries, as its owner says; 0 demands nothing. */
const demands = {
  type: 'object',
  additionalProperties: false,
  default: {},
  properties: {
    accountShortest: length,
    accountLongest: length,
    accountDigits: { type: 'boolean', default: false },
    auxiliaryLongest: length,
    journalLongest: length,
    pieceNumberLongest: length,
    labelLongest: length,
    referenceLongest: length,
    fiscalYearEnd: { type: 'string', pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', default: '12-31' },
  },
} as const;

export const configSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    recognises: { type: 'string', enum: ['key', 'number', 'lookup', 'nothing'], default: 'nothing' },
    timeoutSeconds: { type: 'integer', minimum: 1, maximum: 300, default: 30 },
    settleSeconds: { type: 'integer', minimum: 0, maximum: 3600, default: 60 },
    demands,
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
