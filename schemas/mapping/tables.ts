/**
 * What a rule can depend on. A rule that says nothing about an axis holds for all of it.
 *
 * - method: how the customer paid, by the shop's key or its title
 * - category: category of the product
 * - carrier: who ships, by the shop's key or its title
 * - group: the customer's group
 * - tax: a rate in percent ("21", "5.5", "0" for without VAT) or the name that the shop gives to a tax
 * - country: two letters, of the address that the flow goes by
 * - shop: the channel or shop, by its key, name or address
 */
export const MAPPING_AXES = ['method', 'category', 'carrier', 'group', 'tax', 'country', 'shop'] as const;
export type MappingAxis = (typeof MAPPING_AXES)[number];

interface TableShape {
  readonly axes: readonly MappingAxis[];
  readonly fields: readonly string[];
}

/**
 * The tables of a mapping: on what each depends, and what its rules say. Accounts may hold {rate} and {country}; an
 * empty field says nothing, and a less specific rule, then the settings, then the chart of accounts are asked.
 *
 * - taxes: `grid` and `taxGrid` are the boxes of the VAT return for base and tax, `creditGrid` and `creditTaxGrid` those
 *   of credit notes
 * - payments: `mode` is the target's own name of the payment mode; `create` "no" books the sale and no payment; `payoutJournal` and
 *   `payoutAccount` are the bank that the processor pays out to
 * - analytics: `plan` and `section`; several sections with their shares are written "NORTH 60; SOUTH 40"
 */
export const MAPPING_TABLES = {
  journals: { axes: ['method', 'group', 'country', 'shop'], fields: ['sales', 'creditNotes'] },
  sales: {
    axes: ['method', 'category', 'group', 'tax', 'country', 'shop'],
    fields: ['withVat', 'withoutVat', 'discountWithVat', 'discountWithoutVat'],
  },
  taxes: {
    axes: ['category', 'group', 'tax', 'country', 'shop'],
    fields: ['account', 'code', 'grid', 'taxGrid', 'creditGrid', 'creditTaxGrid'],
  },
  payments: {
    axes: ['method', 'country', 'shop'],
    fields: ['mode', 'journal', 'account', 'feeAccount', 'create', 'payoutJournal', 'payoutAccount'],
  },
  carriers: {
    axes: ['carrier', 'tax', 'country', 'shop'],
    fields: ['shippingWithVat', 'shippingWithoutVat', 'packagingWithVat', 'packagingWithoutVat'],
  },
  charges: {
    axes: ['method', 'tax', 'country', 'shop'],
    fields: ['feeWithVat', 'feeWithoutVat', 'giftCard', 'tip', 'deposit'],
  },
  differences: {
    axes: ['method', 'country', 'shop'],
    fields: ['roundingLoss', 'roundingGain', 'exchangeLoss', 'exchangeGain'],
  },
  customers: { axes: ['method', 'group', 'country', 'shop'], fields: ['ledgerAccount', 'auxiliaryAccount'] },
  analytics: {
    axes: ['method', 'category', 'carrier', 'group', 'country', 'shop'],
    fields: ['plan', 'section'],
  },
} as const satisfies Record<string, TableShape>;

export type MappingTable = keyof typeof MAPPING_TABLES;
export type MappingField<Table extends MappingTable = MappingTable> = (typeof MAPPING_TABLES)[Table]['fields'][number];
export const MAPPING_TABLE_IDS = Object.keys(MAPPING_TABLES) as readonly MappingTable[];

export function axesOf(table: MappingTable): readonly MappingAxis[] {
  return MAPPING_TABLES[table].axes;
}
export function fieldsOf(table: MappingTable): readonly string[] {
  return MAPPING_TABLES[table].fields;
}
