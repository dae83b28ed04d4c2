import type { Localised } from '#schemas/localised.ts';
import { ACCOUNT_KEYS, type AccountKey } from '../accounts/chart-preset.ts';
import { bePcmn } from '../presets/be-pcmn.ts';
import { frPcg } from '../presets/fr-pcg.ts';
import { type FieldEntries, localised } from './by-field.ts';

/** What each account is for. */
export const ACCOUNT_TITLES: Readonly<Record<AccountKey, Localised>> = {
  customer: localised('Customers', 'Clients', 'Klanten'),
  revenue: localised('Sales of goods', 'Ventes de marchandises', 'Verkoop van goederen'),
  revenueUntaxed: localised(
    'Sales at home without VAT',
    'Ventes nationales sans TVA',
    'Binnenlandse verkoop zonder btw',
  ),
  services: localised('Services', 'Prestations de services', 'Diensten'),
  shipping: localised('Shipping charged', 'Ports facturés', 'Aangerekende verzendkosten'),
  fee: localised('Other charges', 'Frais accessoires facturés', 'Aangerekende bijkomende kosten'),
  wrapping: localised('Gift wrapping', 'Emballage cadeau', 'Cadeauverpakking'),
  discount: localised('Discounts granted', 'Remises accordées', 'Toegekende kortingen'),
  giftCard: localised('Gift cards outstanding', 'Cartes cadeaux à honorer', 'Uitstaande cadeaubonnen'),
  tip: localised('Tips', 'Pourboires', 'Fooien'),
  deposit: localised('Deposits received', 'Acomptes reçus', 'Ontvangen voorschotten'),
  vat: localised('VAT due at home', 'TVA collectée', 'Verschuldigde btw'),
  ossRevenue: localised('Sales under OSS', 'Ventes sous guichet unique (OSS)', 'Verkoop onder de OSS-regeling'),
  ossVat: localised('VAT due under OSS', 'TVA due au guichet unique (OSS)', 'Verschuldigde btw onder de OSS-regeling'),
  reverseCharge: localised(
    'Goods to businesses elsewhere in the EU',
    'Livraisons intracommunautaires',
    'Intracommunautaire leveringen',
  ),
  reverseChargeServices: localised(
    'Services to businesses elsewhere in the EU',
    'Prestations intracommunautaires',
    'Intracommunautaire diensten',
  ),
  export: localised('Exports', 'Exportations', 'Uitvoer'),
  payment: localised('Payments in transit', 'Encaissements à recevoir', 'Te ontvangen betalingen'),
  processorFee: localised(
    'Payment processors’ fees',
    'Commissions des prestataires de paiement',
    'Kosten van betaaldiensten',
  ),
  roundingLoss: localised('Rounding, loss', 'Arrondis, charge', 'Afronding, kost'),
  roundingGain: localised('Rounding, gain', 'Arrondis, produit', 'Afronding, opbrengst'),
  exchangeLoss: localised('Exchange differences, loss', 'Pertes de change', 'Wisselverliezen'),
  exchangeGain: localised('Exchange differences, gain', 'Gains de change', 'Wisselwinsten'),
  discountUntaxed: localised('Discounts without VAT', 'Remises sans TVA', 'Kortingen zonder btw'),
  shippingUntaxed: localised('Shipping without VAT', 'Ports sans TVA', 'Verzendkosten zonder btw'),
  feeUntaxed: localised('Other charges without VAT', 'Frais accessoires sans TVA', 'Bijkomende kosten zonder btw'),
  wrappingUntaxed: localised('Gift wrapping without VAT', 'Emballage cadeau sans TVA', 'Cadeauverpakking zonder btw'),
  margin: localised(
    'Sales under the margin scheme',
    'Ventes sous le régime de la marge',
    'Verkoop onder de margeregeling',
  ),
  exempt: localised('Sales exempt from VAT', 'Ventes exonérées de TVA', 'Van btw vrijgestelde verkoop'),
  coContractor: localised(
    'Domestic sales under reverse charge',
    'Ventes nationales en autoliquidation',
    'Binnenlandse verkoop met btw verlegd',
  ),
  suspense: localised('Suspense account', 'Compte d’attente', 'Wachtrekening'),
  bank: localised('Bank', 'Banque', 'Bank'),
  chargeback: localised('Payments charged back', 'Paiements contestés', 'Teruggevorderde betalingen'),
};

/** The help names the preset's own number, so that an empty field hides nothing. */
function help(key: AccountKey): Localised {
  const numbers = `${frPcg.accounts[key]} (PCG), ${bePcmn.accounts[key]} (PCMN/MAR)`;
  return localised(
    `Empty: ${numbers}. {rate} and {country} stand for the VAT rate and country.`,
    `Vide : ${numbers}. {rate} et {country} sont remplacés par le taux de TVA et le pays.`,
    `Leeg: ${numbers}. {rate} en {country} worden vervangen door het btw-tarief en het land.`,
  );
}

export const accountFields: FieldEntries = {
  accounts: {
    title: localised('Accounts', 'Comptes', 'Rekeningen'),
    help: localised(
      'Fill in only the accounts that differ from the chart of accounts. Have your accountant confirm them.',
      'Ne remplissez que les comptes qui diffèrent du plan comptable choisi. Faites-les confirmer par votre comptable.',
      'Vul alleen de rekeningen in die van het gekozen rekeningstelsel afwijken. Laat ze bevestigen door uw boekhouder.',
    ),
  },
  ...Object.fromEntries(
    ACCOUNT_KEYS.map((key) => [`accounts.${key}`, { title: ACCOUNT_TITLES[key], help: help(key) }]),
  ),
};
