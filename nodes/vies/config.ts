export const viesConfig = {
  type: 'object',
  additionalProperties: false,
  properties: {
    /** The seller's own number: with it, VIES gives a consultation number, which proves that it was asked. */
    ownNumber: { type: 'string', maxLength: 20, default: '' },
    /** Numbers of this country are not asked about; empty: that of the own number. */
    homeCountry: { type: 'string', pattern: '^([A-Z]{2})?$', default: '' },
    validDays: { type: 'integer', minimum: 1, maximum: 365, default: 30 },
    whenInvalid: { type: 'string', enum: ['hold', 'consumer', 'warn'], default: 'hold' },
    whenDown: { type: 'string', enum: ['hold', 'warn'], default: 'hold' },
    /** Where the service is; another one only for trials. */
    address: {
      type: 'string',
      maxLength: 300,
      pattern: '^https?://',
      default: 'https://ec.europa.eu/taxation_customs/vies/rest-api',
    },
  },
} as const;
