import type { MappingPreset } from '#nodes/kit/node-type.ts';
import type { Localised } from '#schemas/localised.ts';
import { bePcmn } from '../presets/be-pcmn.ts';
import { frPcg } from '../presets/fr-pcg.ts';
import type { ChartPreset } from './chart-preset.ts';

/**
 * Mapping tables that say what a chart of accounts says anyway, to be changed where a firm does otherwise. What depends on
 * the country of the sale is said for the home country only: sales abroad keep to the accounts of their VAT regime, which
 * a rule for all countries would take from them.
 */
function presetOf(name: Localised, { accounts, country, journals, rates }: ChartPreset): MappingPreset {
  const home = { country };
  const note = '';
  return {
    name,
    rules: [
      {
        table: 'journals',
        match: {},
        set: { sales: journals.sales.code, creditNotes: journals.creditNotes.code },
        note,
      },
      { table: 'sales', match: home, set: { withVat: accounts.revenue, discountWithVat: accounts.discount }, note },
      ...rates.map(({ rate, vatCode }) => ({
        ...{ table: 'taxes' as const, match: { ...home, tax: rate }, note },
        set: { account: accounts.vat, code: vatCode },
      })),
      {
        ...{ table: 'payments', match: {}, note },
        set: { journal: journals.payments.code, account: accounts.payment, feeAccount: accounts.processorFee },
      },
      {
        ...{ table: 'carriers', match: home, note },
        set: { shippingWithVat: accounts.shipping, packagingWithVat: accounts.wrapping },
      },
      { table: 'charges', match: home, set: { feeWithVat: accounts.fee }, note },
      {
        ...{ table: 'charges', match: {}, note },
        set: { giftCard: accounts.giftCard, tip: accounts.tip, deposit: accounts.deposit },
      },
      {
        ...{ table: 'differences', match: {}, note },
        set: {
          ...{ roundingLoss: accounts.roundingLoss, roundingGain: accounts.roundingGain },
          ...{ exchangeLoss: accounts.exchangeLoss, exchangeGain: accounts.exchangeGain },
        },
      },
    ],
  };
}

/** What new mapping tables can be filled with. */
export const mappingPresets: Readonly<Record<string, MappingPreset>> = {
  'fr-pcg': presetOf({ en: 'France (PCG)', fr: 'France (PCG)', nl: 'Frankrijk (PCG)' }, frPcg),
  'be-pcmn': presetOf({ en: 'Belgium (PCMN)', fr: 'Belgique (PCMN)', nl: 'België (MAR)' }, bePcmn),
};
