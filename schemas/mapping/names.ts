import type { Localised } from '../localised.ts';
import type { MappingAxis, MappingField, MappingTable } from './tables.ts';

/** What tables, axes and fields are called on screens, in messages and in the headings of CSV files. */
export const TABLE_NAMES: Readonly<Record<MappingTable, Localised>> = {
  journals: { en: 'Journals', fr: 'Journaux', nl: 'Dagboeken' },
  sales: { en: 'Sales', fr: 'Ventes', nl: 'Verkopen' },
  taxes: { en: 'VAT', fr: 'TVA', nl: 'Btw' },
  payments: { en: 'Payments', fr: 'Règlements', nl: 'Betalingen' },
  carriers: { en: 'Shipping and packaging', fr: 'Port et emballage', nl: 'Verzending en verpakking' },
  charges: { en: 'Fees and other charges', fr: 'Frais et autres produits', nl: 'Kosten en andere opbrengsten' },
  differences: { en: 'Differences', fr: 'Écarts', nl: 'Verschillen' },
  customers: { en: 'Customers', fr: 'Clients', nl: 'Klanten' },
  analytics: { en: 'Analytics', fr: 'Analytique', nl: 'Analytisch' },
};

export const AXIS_NAMES: Readonly<Record<MappingAxis, Localised>> = {
  method: { en: 'Payment method', fr: 'Mode de paiement', nl: 'Betaalwijze' },
  category: { en: 'Product category', fr: 'Catégorie d’article', nl: 'Artikelcategorie' },
  carrier: { en: 'Carrier', fr: 'Transporteur', nl: 'Vervoerder' },
  group: { en: 'Customer group', fr: 'Groupe de clients', nl: 'Klantengroep' },
  tax: { en: 'VAT rate or tax', fr: 'Taux de TVA ou taxe', nl: 'Btw-tarief of belasting' },
  country: { en: 'Country', fr: 'Pays', nl: 'Land' },
  shop: { en: 'Shop or channel', fr: 'Boutique ou canal', nl: 'Winkel of kanaal' },
};

/** Names of fields; one name stands for one thing in every table that has it. */
export const FIELD_NAMES: Readonly<Record<MappingField, Localised>> = {
  sales: { en: 'Sales journal', fr: 'Journal des ventes', nl: 'Verkoopdagboek' },
  creditNotes: { en: 'Credit note journal', fr: 'Journal des avoirs', nl: 'Dagboek creditnota’s' },
  withVat: { en: 'Sales with VAT', fr: 'Ventes avec TVA', nl: 'Verkopen met btw' },
  withoutVat: { en: 'Sales without VAT', fr: 'Ventes sans TVA', nl: 'Verkopen zonder btw' },
  discountWithVat: { en: 'Discount with VAT', fr: 'Remises avec TVA', nl: 'Kortingen met btw' },
  discountWithoutVat: { en: 'Discount without VAT', fr: 'Remises sans TVA', nl: 'Kortingen zonder btw' },
  account: { en: 'Account', fr: 'Compte', nl: 'Rekening' },
  code: { en: 'VAT code', fr: 'Code TVA', nl: 'Btw-code' },
  grid: { en: 'Box of the base', fr: 'Grille de la base', nl: 'Rooster van de maatstaf' },
  taxGrid: { en: 'Box of the VAT', fr: 'Grille de la TVA', nl: 'Rooster van de btw' },
  creditGrid: { en: 'Credit note box, base', fr: 'Grille avoir, base', nl: 'Rooster creditnota, maatstaf' },
  creditTaxGrid: { en: 'Credit note box, VAT', fr: 'Grille avoir, TVA', nl: 'Rooster creditnota, btw' },
  mode: { en: 'Payment mode', fr: 'Mode de règlement', nl: 'Betaalmodus' },
  journal: { en: 'Journal', fr: 'Journal', nl: 'Dagboek' },
  feeAccount: { en: 'Fee account', fr: 'Compte de commissions', nl: 'Rekening commissies' },
  payoutJournal: {
    en: 'Bank journal of payouts',
    fr: 'Journal de banque des virements',
    nl: 'Bankdagboek uitbetalingen',
  },
  payoutAccount: {
    en: 'Bank account of payouts',
    fr: 'Compte de banque des virements',
    nl: 'Bankrekening uitbetalingen',
  },
  create: { en: 'Book the payment', fr: 'Comptabiliser le règlement', nl: 'Betaling boeken' },
  shippingWithVat: { en: 'Shipping with VAT', fr: 'Port avec TVA', nl: 'Verzending met btw' },
  shippingWithoutVat: { en: 'Shipping without VAT', fr: 'Port sans TVA', nl: 'Verzending zonder btw' },
  packagingWithVat: { en: 'Packaging with VAT', fr: 'Emballage avec TVA', nl: 'Verpakking met btw' },
  packagingWithoutVat: { en: 'Packaging without VAT', fr: 'Emballage sans TVA', nl: 'Verpakking zonder btw' },
  feeWithVat: { en: 'Fees with VAT', fr: 'Frais avec TVA', nl: 'Kosten met btw' },
  feeWithoutVat: { en: 'Fees without VAT', fr: 'Frais sans TVA', nl: 'Kosten zonder btw' },
  giftCard: { en: 'Gift cards', fr: 'Cartes cadeaux', nl: 'Cadeaubonnen' },
  tip: { en: 'Tips', fr: 'Pourboires', nl: 'Fooien' },
  deposit: { en: 'Deposits', fr: 'Acomptes et consignes', nl: 'Voorschotten en waarborgen' },
  roundingLoss: { en: 'Rounding, loss', fr: 'Écart d’arrondi, perte', nl: 'Afronding, verlies' },
  roundingGain: { en: 'Rounding, gain', fr: 'Écart d’arrondi, gain', nl: 'Afronding, winst' },
  exchangeLoss: { en: 'Exchange loss', fr: 'Perte de change', nl: 'Wisselkoersverlies' },
  exchangeGain: { en: 'Exchange gain', fr: 'Gain de change', nl: 'Wisselkoerswinst' },
  ledgerAccount: { en: 'Ledger account', fr: 'Compte général', nl: 'Grootboekrekening' },
  auxiliaryAccount: { en: 'Auxiliary account', fr: 'Compte auxiliaire', nl: 'Hulprekening' },
  plan: { en: 'Analytic plan', fr: 'Plan analytique', nl: 'Analytisch plan' },
  section: { en: 'Analytic section', fr: 'Section analytique', nl: 'Analytische sectie' },
};
export const NOTE_NAME: Localised = { en: 'Note', fr: 'Remarque', nl: 'Opmerking' };
