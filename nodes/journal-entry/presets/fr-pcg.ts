import type { ChartPreset } from '../accounts/chart-preset.ts';

/**
 * French general chart of accounts (PCG), six digits.
 *
 * Sub-accounts per rate and per country are every firm's own choice: 7070xx, 7078xx, 7079xx, 7069xx, 4457xx, and the
 * clearing account 511500, are customary numbers to be confirmed by the accountant. Exchange differences on a customer's
 * account are commercial: 656/756, not the financial 666/766.
 */
export const frPcg: ChartPreset = {
  country: 'FR',
  accounts: {
    customer: '411000',
    revenue: '7070{rate}',
    revenueUntaxed: '707000',
    services: '7060{rate}',
    shipping: '708500',
    fee: '708800',
    wrapping: '708800',
    discount: '709700',
    discountUntaxed: '709700',
    shippingUntaxed: '708500',
    feeUntaxed: '708800',
    wrappingUntaxed: '708800',
    margin: '707000',
    exempt: '707000',
    coContractor: '704700',
    giftCard: '419100',
    tip: '467000',
    deposit: '419100',
    vat: '4457{rate}',
    ossRevenue: '7078{country}',
    ossVat: '4457{country}',
    reverseCharge: '7079UE',
    reverseChargeServices: '7069UE',
    export: '7079EX',
    payment: '511500',
    processorFee: '627800',
    roundingLoss: '658000',
    roundingGain: '758000',
    exchangeLoss: '656000',
    exchangeGain: '756000',
    suspense: '471000',
    bank: '512000',
    chargeback: '411000',
  },
  rates: [
    { rate: '20', vatCode: 'FR20' },
    { rate: '10', vatCode: 'FR10' },
    { rate: '5.5', vatCode: 'FR55' },
    { rate: '2.1', vatCode: 'FR21' },
  ],
  vatCodes: {
    reverseCharge: 'FR-UE',
    coContractor: 'FR-AUTO',
    export: 'FR-EXPORT',
    margin: 'FR-MARGE',
    exempt: 'FR-EX',
    untaxed: 'FR0',
  },
  journals: {
    sales: { code: 'VTE', name: { en: 'Sales', fr: 'Journal des ventes', nl: 'Verkoopdagboek' } },
    creditNotes: { code: 'VTE', name: { en: 'Sales', fr: 'Journal des ventes', nl: 'Verkoopdagboek' } },
    payments: {
      code: 'BQ',
      name: { en: 'Payments received', fr: 'Journal des encaissements', nl: 'Ontvangstendagboek' },
    },
    payouts: { code: 'BQ', name: { en: 'Bank', fr: 'Journal de banque', nl: 'Bankdagboek' } },
  },
};
