import { template } from './parts.ts';

/** When a customer is to pay: some days after a date, as it falls or at the end of that month. */
export const dueDateSettings = {
  type: 'object',
  feature: 'due-date',
  additionalProperties: false,
  default: {},
  properties: {
    base: {
      type: 'string',
      enum: ['none', 'shop', 'created', 'invoiced', 'first-payment', 'booked'],
      default: 'none',
    },
    days: { type: 'integer', minimum: 0, maximum: 365, default: 30 },
    end: { type: 'string', enum: ['net', 'end-of-month'], default: 'net' },
  },
} as const;

export const labelSettings = {
  type: 'object',
  additionalProperties: false,
  default: {},
  properties: {
    sale: template,
    creditNote: template,
    payment: { ...template, feature: 'payment-label' },
    payout: template,
    reference: { ...template, feature: 'reference' },
    creditNoteReference: { ...template, feature: 'reference' },
    paymentReference: { ...template, feature: 'payment-reference' },
    pieceNumber: template,
    creditNotePieceNumber: template,
    paymentPieceNumber: template,
    matchingCode: { ...template, feature: 'matching-code' },
  },
} as const;

/** Analytic sections come from the mapping table of that name; this says which lines get them. */
export const analyticsSettings = {
  type: 'object',
  feature: 'analytics',
  additionalProperties: false,
  default: {},
  properties: {
    isOn: { type: 'boolean', default: false },
    shipping: { type: 'boolean', default: false },
    plan: { type: 'string', maxLength: 40, default: '' },
    section: { type: 'string', maxLength: 80, default: '' },
  },
} as const;

/** What is checked before an entry is made, and what happens when it does not hold. */
export const controlSettings = {
  type: 'object',
  additionalProperties: false,
  default: {},
  properties: {
    paymentMismatch: { type: 'string', enum: ['ignore', 'warn', 'hold', 'suspense'], default: 'warn' },
    /** Whether a credit note is booked whatever became of its sale, or waits until that is booked. */
    creditNotes: { type: 'string', enum: ['all', 'of-booked'], default: 'all' },
    closedPeriod: { type: 'string', enum: ['refuse', 'hold', 'move'], default: 'hold' },
    /** Of what no rule names: take the default, or hold the document until somebody adds a rule. */
    unlistedTax: { type: 'string', enum: ['default', 'hold'], default: 'default' },
    unlistedMethod: { type: 'string', enum: ['default', 'hold'], default: 'default' },
    unlistedCategory: { type: 'string', enum: ['default', 'warn', 'hold'], default: 'default' },
    unlistedCarrier: { type: 'string', enum: ['default', 'hold'], default: 'default' },
    unlistedCountry: { type: 'string', enum: ['default', 'hold'], default: 'default' },
  },
} as const;
