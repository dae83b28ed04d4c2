import type { FromSchema } from 'json-schema-to-ts';
import { customerSettings } from './settings/customers.ts';
import { analyticsSettings, controlSettings, dueDateSettings, labelSettings } from './settings/entries.ts';
import { account, journal } from './settings/parts.ts';
import { payoutSettings } from './settings/payouts.ts';
import { vatRulesSettings, vatSettings } from './settings/vat.ts';

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
    /** Id of a set of mapping tables; what they say goes before everything below. */
    mapping: { type: 'string', format: 'mapping', default: '' },
    /** Whose country counts for mapping tables and, where the shop names no tax country, for VAT. */
    address: { type: 'string', enum: ['delivery', 'billing'], default: 'delivery' },
    dateAxis: { type: 'string', enum: ['paid', 'created', 'completed', 'invoiced', 'today'], default: 'paid' },
    creditNoteDateAxis: { type: 'string', enum: ['created', 'order', 'today'], default: 'created' },
    dueDate: dueDateSettings,
    journals: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: { sales: journal, creditNotes: journal, payments: journal, payouts: journal },
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
        discountUntaxed: account,
        shippingUntaxed: account,
        feeUntaxed: account,
        wrappingUntaxed: account,
        margin: account,
        exempt: account,
        coContractor: account,
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
        suspense: account,
        bank: account,
        chargeback: account,
      },
    },
    vat: vatSettings,
    vatRules: vatRulesSettings,
    customer: customerSettings,
    discounts: { type: 'string', enum: ['separate', 'net'], default: 'separate' },
    amountOnlyRefunds: { type: 'string', enum: ['spread', 'hold'], default: 'spread' },
    payments: { type: 'string', enum: ['book', 'none'], default: 'book' },
    payouts: payoutSettings,
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
        /** How VAT and amounts are worked out anew: as the shop states them, or by our own reckoning of one kind. */
        method: { type: 'string', enum: ['shop', 'unit', 'line', 'total'], default: 'shop' },
        /** Decimals of unit prices and net amounts on which that reckoning goes. */
        decimals: { type: 'integer', minimum: 2, maximum: 4, default: 2 },
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
    labels: labelSettings,
    analytics: analyticsSettings,
    controls: controlSettings,
  },
} as const;

export type Settings = FromSchema<typeof settingsSchema>;
export type VatRule = Settings['vatRules'][number];
export type PaymentRoute = Settings['paymentAccounts'][number];
