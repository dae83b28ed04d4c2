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
  dateAxis: {
    title: localised('Booking date of a sale', 'Date comptable d’une vente', 'Boekingsdatum van een verkoop'),
    help: localised(
      'The creation date stands in for a date that is missing. A credit note is booked on the day it was made.',
      'À défaut de cette date, c’est la date de création. Un avoir est comptabilisé au jour de son émission.',
      'Ontbreekt die datum, dan geldt de aanmaakdatum. Een creditnota wordt geboekt op de dag van haar opmaak.',
    ),
    options: {
      paid: localised('Day of payment', 'Jour du paiement', 'Dag van betaling'),
      created: localised('Day of the order', 'Jour de la commande', 'Dag van de bestelling'),
      completed: localised('Day of completion', 'Jour d’achèvement', 'Dag van afronding'),
    },
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
  customer: {
    title: localised('Auxiliary accounts', 'Comptes auxiliaires', 'Hulprekeningen'),
    help: localised(
      'How customers are told apart under the collective account.',
      'Comment distinguer les clients sous le compte collectif.',
      'Hoe klanten onder de collectieve rekening worden onderscheiden.',
    ),
  },
  'customer.auxiliaryMode': {
    title: localised('Customers', 'Clients', 'Klanten'),
    help: localised(
      'One auxiliary account for the whole shop is enough for most accountants.',
      'Un seul compte auxiliaire pour toute la boutique suffit à la plupart des comptables.',
      'Eén hulprekening voor de hele webwinkel volstaat voor de meeste boekhouders.',
    ),
    options: {
      none: localised('No auxiliary account', 'Pas de compte auxiliaire', 'Geen hulprekening'),
      one: localised('One for all customers', 'Un pour tous les clients', 'Eén voor alle klanten'),
      'per-customer': localised('One for each customer', 'Un par client', 'Eén per klant'),
    },
  },
  'customer.code': {
    title: localised('Account for all customers', 'Compte de tous les clients', 'Rekening voor alle klanten'),
    help: localised('With one account for all.', 'Si un compte sert pour tous.', 'Bij één rekening voor allen.'),
  },
  'customer.prefix': {
    title: localised('Prefix', 'Préfixe', 'Voorvoegsel'),
    help: localised(
      'With one for each: WEB and customer 39 give WEB00039.',
      'Si chaque client a le sien : WEB et le client 39 donnent WEB00039.',
      'Bij één per klant: WEB en klant 39 geven WEB00039.',
    ),
  },
  'customer.length': {
    title: localised('Length', 'Longueur', 'Lengte'),
    help: localised(
      'Characters of an auxiliary account, prefix included.',
      'Nombre de caractères d’un compte auxiliaire, préfixe compris.',
      'Aantal tekens van een hulprekening, voorvoegsel inbegrepen.',
    ),
  },
  'customer.guestCode': {
    title: localised('Account for guests', 'Compte des invités', 'Rekening voor gasten'),
    help: localised(
      'For orders placed without a customer account.',
      'Pour les commandes passées sans compte client.',
      'Voor bestellingen zonder klantaccount.',
    ),
  },
};
