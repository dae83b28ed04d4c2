import { account, code, patterns } from './parts.ts';

/** What the seller's own VAT position says about a sale that the document cannot say. */
export const vatSettings = {
  type: 'object',
  additionalProperties: false,
  default: {},
  properties: {
    /** The seller charges no VAT at all: small business (BE art. 56bis, FR art. 293 B). */
    isExemptSeller: { type: 'boolean', default: false },
    /** Names of taxes, or product categories, of goods under the margin scheme. */
    marginScheme: patterns,
    /** Names of taxes, or customer groups, for which the buyer in the seller's country owes the VAT. */
    coContractor: patterns,
    /** Names of taxes, or product categories, that are exempt by law (BE art. 44, FR art. 261). */
    exempt: patterns,
    /** Names or keys of the ways of shipping by which the buyer fetches the goods: they are sold where the store is. */
    pickup: { ...patterns, default: ['local_pickup*', 'pickup_location*'] },
    /** What is done when VAT does not follow from the lines that bear it. */
    implausible: { type: 'string', enum: ['warn', 'hold'], default: 'warn' },
    /** What is done with a VAT number whose form or check digits are wrong. */
    wrongNumber: { type: 'string', enum: ['warn', 'hold'], default: 'hold' },
  },
} as const;

export const vatRulesSettings = {
  type: 'array',
  default: [],
  maxItems: 500,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['country', 'rate'],
    properties: {
      country: { type: 'string', pattern: '^(\\*|[A-Z]{2})$', default: '*' },
      rate: { type: 'string', pattern: '^(\\*|\\d{1,3}(\\.\\d{1,4})?)$', default: '*' },
      revenueAccount: account,
      vatAccount: account,
      vatCode: { ...code, default: '' },
    },
  },
} as const;
