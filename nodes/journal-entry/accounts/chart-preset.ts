import type { Language } from '#schemas/localised.ts';

/** What an account of the settings is for. A number may hold {rate} and {country}. */
export const ACCOUNT_KEYS = [
  'customer',
  'revenue',
  'revenueUntaxed',
  'services',
  'shipping',
  'fee',
  'wrapping',
  'discount',
  'discountUntaxed',
  'shippingUntaxed',
  'feeUntaxed',
  'wrappingUntaxed',
  'margin',
  'exempt',
  'coContractor',
  'giftCard',
  'tip',
  'deposit',
  'vat',
  'ossRevenue',
  'ossVat',
  'reverseCharge',
  'reverseChargeServices',
  'export',
  'payment',
  'processorFee',
  'roundingLoss',
  'roundingGain',
  'exchangeLoss',
  'exchangeGain',
  'suspense',
  'bank',
  'chargeback',
] as const;
export type AccountKey = (typeof ACCOUNT_KEYS)[number];

export type JournalKey = 'sales' | 'creditNotes' | 'payments' | 'payouts';

/** A domestic rate. Where it stands on the VAT return is in the boxes of the country (`vat-boxes.ts`). */
export interface DomesticRate {
  readonly rate: string;
  readonly vatCode: string;
}

/** The accounts of a national plan, as data. Every value is a default that the user can replace. */
export interface ChartPreset {
  readonly country: string;
  readonly accounts: Readonly<Record<AccountKey, string>>;
  readonly rates: readonly DomesticRate[];
  readonly vatCodes: Readonly<
    Record<'reverseCharge' | 'coContractor' | 'export' | 'margin' | 'exempt' | 'untaxed', string>
  >;
  readonly journals: Readonly<
    Record<JournalKey, { readonly code: string; readonly name: Readonly<Record<Language, string>> }>
  >;
}
