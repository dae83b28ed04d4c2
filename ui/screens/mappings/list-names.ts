import type { Localised } from '#schemas/localised.ts';
import type { ListId } from '#schemas/mapping/list-ids.ts';

/** What the lists of connected systems are called. */
export const LIST_NAMES: Readonly<Record<ListId, Localised>> = {
  statuses: { en: 'Order statuses', fr: 'Statuts de commande', nl: 'Bestelstatussen' },
  taxes: { en: 'Taxes', fr: 'Taxes', nl: 'Belastingen' },
  countries: { en: 'Countries', fr: 'Pays', nl: 'Landen' },
  carriers: { en: 'Carriers', fr: 'Transporteurs', nl: 'Vervoerders' },
  'payment-methods': { en: 'Payment methods', fr: 'Modes de paiement', nl: 'Betaalwijzen' },
  'product-categories': { en: 'Product categories', fr: 'Catégories d’articles', nl: 'Artikelcategorieën' },
  'customer-groups': { en: 'Customer groups', fr: 'Groupes de clients', nl: 'Klantengroepen' },
  shops: { en: 'Shops', fr: 'Boutiques', nl: 'Winkels' },
  journals: { en: 'Journals', fr: 'Journaux', nl: 'Dagboeken' },
  accounts: { en: 'Accounts', fr: 'Comptes', nl: 'Rekeningen' },
  'vat-codes': { en: 'VAT codes', fr: 'Codes TVA', nl: 'Btw-codes' },
  'payment-modes': { en: 'Payment modes', fr: 'Modes de règlement', nl: 'Betaalmodi' },
  'analytic-plans': { en: 'Analytic plans', fr: 'Plans analytiques', nl: 'Analytische plannen' },
  'analytic-sections': { en: 'Analytic sections', fr: 'Sections analytiques', nl: 'Analytische secties' },
};
