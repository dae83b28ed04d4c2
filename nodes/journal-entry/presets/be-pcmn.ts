import type { ChartPreset } from '../accounts/chart-preset.ts';

/**
 * Belgian minimum chart of accounts (PCMN/MAR), six digits.
 *
 * The plan has no account for shipping charged: 7040xx is a customary choice, as are the sub-accounts per rate and per
 * country and the clearing account 580010; the accountant confirms them. 708 holds discounts granted (709 is the French
 * one). Grids of the VAT return are in be-vat-boxes.ts.
 */
export const bePcmn: ChartPreset = {
  country: 'BE',
  accounts: {
    customer: '400000',
    revenue: '7000{rate}',
    revenueUntaxed: '700000',
    services: '7001{rate}',
    shipping: '7040{rate}',
    fee: '7040{rate}',
    wrapping: '7040{rate}',
    discount: '708000',
    discountUntaxed: '708000',
    shippingUntaxed: '704000',
    feeUntaxed: '704000',
    wrappingUntaxed: '704000',
    margin: '700000',
    exempt: '700000',
    coContractor: '700500',
    giftCard: '460000',
    tip: '460000',
    deposit: '460000',
    vat: '451000',
    ossRevenue: '7008{country}',
    ossVat: '4519{country}',
    reverseCharge: '700600',
    reverseChargeServices: '700610',
    export: '700700',
    payment: '580010',
    processorFee: '657200',
    roundingLoss: '657100',
    roundingGain: '757100',
    exchangeLoss: '654000',
    exchangeGain: '754000',
    suspense: '499000',
    bank: '550000',
    chargeback: '400000',
  },
  rates: [
    { rate: '21', vatCode: 'BE21' },
    { rate: '12', vatCode: 'BE12' },
    { rate: '6', vatCode: 'BE06' },
  ],
  vatCodes: {
    reverseCharge: 'BE-UE',
    coContractor: 'BE-CC',
    export: 'BE-EXPORT',
    margin: 'BE-MARGE',
    exempt: 'BE-EX',
    untaxed: 'BE00',
  },
  journals: {
    sales: { code: 'VEN', name: { en: 'Sales', fr: 'Journal des ventes', nl: 'Verkoopdagboek' } },
    creditNotes: {
      code: 'NCV',
      name: { en: 'Sales credit notes', fr: 'Notes de crédit sur ventes', nl: 'Creditnota’s verkoop' },
    },
    payments: { code: 'FIN', name: { en: 'Payments received', fr: 'Journal financier', nl: 'Financieel dagboek' } },
    payouts: { code: 'FIN', name: { en: 'Bank', fr: 'Journal financier', nl: 'Financieel dagboek' } },
  },
};
