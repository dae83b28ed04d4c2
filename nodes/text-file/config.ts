import type { FromSchema } from 'json-schema-to-ts';
import { GRAINS } from '#nodes/kit/summary/grain.ts';
import { ENCODINGS } from './charset.ts';

export const PRESET_IDS = ['fec', 'winbooks-act', 'bob50', 'quadratus', 'ciel-ximport', 'csv'] as const;
export type PresetId = (typeof PRESET_IDS)[number];
/** What stands in a file's name until the user has given the company's number. */
export const NO_SIREN = '000000000';

export const configSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    preset: { type: 'string', enum: [...PRESET_IDS, 'custom'], default: 'fec' },
    grain: { type: 'string', enum: [...GRAINS], default: 'document' },
    encoding: { type: 'string', enum: ['', ...ENCODINGS], default: '' },
    onUnmappable: { type: 'string', enum: ['', 'error', 'transliterate', 'replace'], default: '' },
    fileName: { type: 'string', maxLength: 200, default: '' },
    siren: { type: 'string', pattern: '^[0-9]{9}$', default: NO_SIREN },
    company: { type: 'string', maxLength: 100, default: '' },
    fiscalYearEnd: { type: 'string', pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', default: '12-31' },
    validated: { type: 'boolean', default: true },
    bookYear: { type: 'string', pattern: '^[0-9A-Z]?$', default: '' },
    custom: { type: 'object', additionalProperties: true, default: {} },
  },
} as const;
export type Config = FromSchema<typeof configSchema>;
