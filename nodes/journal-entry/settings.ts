import type { FromSchema } from 'json-schema-to-ts';

const account = { type: 'string', default: '', maxLength: 40 } as const;
const journal = { type: 'string', default: '', maxLength: 20 } as const;
const template = { type: 'string', default: '', maxLength: 500 } as const;
const code = { type: 'string', maxLength: 20 } as const;

/** Settings of the mapping. An empty text means "as in the preset of the chart of accounts". */
export const settingsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    chart: { type: 'string', enum: ['fr-pcg', 'be-pcmn'], default: 'fr-pcg' },
    language: { type: 'string', enum: ['fr', 'nl', 'en'], default: 'fr' },
    homeCountry: { type: 'string', pattern: '^([A-Z]{2})?$', default: '' },
    currency: { type: 'string', pattern: '^[A-Z]{3}$', default: 'EUR' },
    accountLength: { type: 'integer', minimum: 3, maximum: 20, default: 6 },
    dateAxis: { type: 'string', enum: ['paid', 'created', 'completed'], default: 'paid' },
    journals: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: { sales: journal, creditNotes: journal, payments: journal },
    },
    accounts: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: {
        customer: account,
        revenue: account,
        revenueUntaxed: account,
        services: account,
        shipping: account,
        fee: account,
        wrapping: account,
        discount: account,
        giftCard: account,
        tip: account,
        deposit: account,
        vat: account,
        ossRevenue: account,
        ossVat: account,
        reverseCharge: account,
        reverseChargeServices: account,
        export: account,
        payment: account,
        processorFee: account,
        roundingLoss: account,
        roundingGain: account,
        exchangeLoss: account,
        exchangeGain: account,
      },
    },
    vatRules: {
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
    },
    customer: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: {
        auxiliaryMode: { type: 'string', enum: ['none', 'one', 'per-customer'], default: 'one' },
        code: { ...code, minLength: 1, default: 'WEB' },
        prefix: { ...code, default: 'WEB' },
        length: { type: 'integer', minimum: 1, maximum: 30, default: 8 },
        guestCode: { ...code, minLength: 1, default: 'WEBGUEST' },
      },
    },
    discounts: { type: 'string', enum: ['separate', 'net'], default: 'separate' },
    amountOnlyRefunds: { type: 'string', enum: ['spread', 'hold'], default: 'spread' },
    payments: { type: 'string', enum: ['book', 'none'], default: 'book' },
    paymentAccounts: {
      type: 'array',
      default: [],
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['method'],
        properties: {
          method: { type: 'string', minLength: 1, maxLength: 80, default: '*' },
          account,
          journal,
          feeAccount: account,
          book: { type: 'boolean', default: true },
        },
      },
    },
    exchangeRates: {
      type: 'array',
      default: [],
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['currency', 'rate'],
        properties: {
          currency: { type: 'string', pattern: '^[A-Z]{3}$' },
          // Zero is refused: a sale in another currency is never worth nothing.
          rate: { type: 'string', pattern: '^(?=.*[1-9])\\d{1,9}(\\.\\d{1,10})?$' },
        },
      },
    },
    rounding: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: {
        limit: { type: 'string', pattern: '^\\d{1,4}(\\.\\d{1,2})?$', default: '0.05' },
        where: { type: 'string', enum: ['account', 'first-line', 'first-tax'], default: 'account' },
      },
    },
    giftCards: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: {
        skus: { type: 'array', items: { type: 'string' }, maxItems: 200, default: [] },
        names: {
          type: 'array',
          items: { type: 'string' },
          maxItems: 200,
          default: ['carte cadeau*', 'chèque cadeau*', 'bon cadeau*', 'gift card*', 'cadeaubon*', 'cadeaukaart*'],
        },
      },
    },
    labels: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: {
        sale: template,
        creditNote: template,
        payment: template,
        reference: template,
        pieceNumber: template,
      },
    },
  },
} as const;

export type Settings = FromSchema<typeof settingsSchema>;
export type VatRule = Settings['vatRules'][number];
export type PaymentRoute = Settings['paymentAccounts'][number];
