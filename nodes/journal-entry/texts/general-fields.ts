import { type FieldEntries, localised } from './by-field.ts';

const presetHelp = localised(
  'Empty: as in the chart of accounts.',
  'Vide : selon le plan comptable.',
  'Leeg: volgens het rekeningstelsel.',
);

export const generalFields: FieldEntries = {
  chart: {
    title: localised('Chart of accounts', 'Plan comptable', 'Rekeningstelsel'),
    help: localised(
      'Gives every account, journal and VAT code that you leave empty.',
      'Fournit chaque compte, journal et code TVA laissé vide.',
      'Levert elke rekening, elk dagboek en elke btw-code die u leeg laat.',
    ),
    options: {
      'fr-pcg': localised('France (PCG)', 'France (PCG)', 'Frankrijk (PCG)'),
      'be-pcmn': localised('Belgium (PCMN/MAR)', 'Belgique (PCMN)', 'België (MAR)'),
    },
  },
  language: {
    title: localised('Language of the entries', 'Langue des écritures', 'Taal van de boekingen'),
    help: localised(
      'Used for labels and journal names that you do not set yourself.',
      'Utilisée pour les libellés et les noms de journaux que vous ne fixez pas.',
      'Gebruikt voor omschrijvingen en dagboeknamen die u niet zelf instelt.',
    ),
    options: {
      fr: localised('French', 'Français', 'Frans'),
      nl: localised('Dutch', 'Néerlandais', 'Nederlands'),
      en: localised('English', 'Anglais', 'Engels'),
    },
  },
  homeCountry: {
    title: localised('Country of establishment', 'Pays d’établissement', 'Land van vestiging'),
    help: localised(
      'Two letters (FR, BE, LU). Empty: the country of the chart of accounts. VAT of this country is domestic VAT.',
      'Deux lettres (FR, BE, LU). Vide : le pays du plan comptable. La TVA de ce pays est la TVA nationale.',
      'Twee letters (FR, BE, LU). Leeg: het land van het rekeningstelsel. De btw van dit land is de binnenlandse btw.',
    ),
  },
  currency: {
    title: localised('Currency of the books', 'Monnaie de tenue des comptes', 'Munt van de boekhouding'),
    help: localised(
      'Three letters, such as EUR.',
      'Trois lettres, par exemple EUR.',
      'Drie letters, bijvoorbeeld EUR.',
    ),
  },
  accountLength: {
    title: localised('Account length', 'Longueur des comptes', 'Rekeninglengte'),
    help: localised(
      'Shorter accounts get zeros on the right; a document with a longer one is held, never cut.',
      'Les comptes plus courts sont complétés par des zéros ; un compte plus long retient le document, il n’est jamais tronqué.',
      'Kortere rekeningen krijgen nullen achteraan; een document met een langere rekening wordt tegengehouden, nooit afgekapt.',
    ),
  },
  journals: {
    title: localised('Journals', 'Journaux', 'Dagboeken'),
    help: localised(
      'Codes of the journals in your books.',
      'Codes des journaux de votre comptabilité.',
      'Codes van de dagboeken in uw boekhouding.',
    ),
  },
  'journals.sales': { title: localised('Sales', 'Ventes', 'Verkopen'), help: presetHelp },
  'journals.creditNotes': { title: localised('Credit notes', 'Avoirs', 'Creditnota’s'), help: presetHelp },
  'journals.payments': { title: localised('Payments', 'Règlements', 'Betalingen'), help: presetHelp },
  'journals.payouts': {
    title: localised('Payouts', 'Virements des prestataires', 'Uitbetalingen'),
    help: presetHelp,
  },
};
