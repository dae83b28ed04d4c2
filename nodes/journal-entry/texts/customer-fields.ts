import { type FieldEntries, localised } from './by-field.ts';

const asTyped = localised('As in the shop', 'Comme dans la boutique', 'Zoals in de webwinkel');
const upper = localised('In capitals', 'En majuscules', 'In hoofdletters');

/** How customers appear in the books. */
export const customerFields: FieldEntries = {
  customer: {
    title: localised('Customers', 'Clients', 'Klanten'),
    help: localised(
      'Which accounts customers have in the books, and how their names are written. An account that the target already has for a customer always goes first.',
      'Les comptes des clients dans la comptabilité, et l’écriture de leurs noms. Le compte qu’un client a déjà dans le logiciel visé passe toujours avant.',
      'Welke rekeningen klanten in de boekhouding hebben, en hoe hun naam wordt geschreven. Een rekening die de klant al heeft in het doelpakket gaat altijd voor.',
    ),
  },
  'customer.ledgerMode': {
    title: localised('Ledger account', 'Compte général', 'Grootboekrekening'),
    help: localised(
      'By rule, the mapping table “Customers” says it, by payment method, customer group, country or shop; where it says nothing, the account for all is used.',
      'Par règle, la table de correspondance « Clients » l’indique selon le mode de paiement, le groupe, le pays ou la boutique ; à défaut, le compte commun est utilisé.',
      'Bij regels zegt de mappingtabel “Klanten” het, volgens betaalwijze, klantengroep, land of winkel; zegt ze niets, dan geldt de gemeenschappelijke rekening.',
    ),
    options: {
      one: localised('One for all customers', 'Un pour tous les clients', 'Eén voor alle klanten'),
      'by-rule': localised('By rule', 'Selon des règles', 'Volgens regels'),
      'per-customer': localised('One for each customer', 'Un par client', 'Eén per klant'),
    },
  },
  'customer.ledgerPrefix': {
    title: localised(
      'Prefix of ledger accounts',
      'Préfixe des comptes généraux',
      'Voorvoegsel van grootboekrekeningen',
    ),
    help: localised(
      'With one for each: 411 and customer 39 give 41100039.',
      'Si chaque client a le sien : 411 et le client 39 donnent 41100039.',
      'Bij één per klant: 411 en klant 39 geven 41100039.',
    ),
  },
  'customer.ledgerLength': {
    title: localised('Length of ledger accounts', 'Longueur des comptes généraux', 'Lengte van grootboekrekeningen'),
    help: localised(
      'Characters of a customer’s own ledger account, prefix included. A number that does not fit holds the document; it is never cut.',
      'Nombre de caractères du compte général propre à un client, préfixe compris. Un numéro trop long retient le document ; il n’est jamais tronqué.',
      'Aantal tekens van de eigen grootboekrekening van een klant, voorvoegsel inbegrepen. Een te lang nummer houdt het document tegen; het wordt nooit afgekapt.',
    ),
  },
  'customer.guestAccount': {
    title: localised('Ledger account of guests', 'Compte général des invités', 'Grootboekrekening voor gasten'),
    help: localised(
      'For orders placed without a customer account. Empty: as for all customers; where each has their own, the document is held.',
      'Pour les commandes passées sans compte client. Vide : comme les autres clients ; si chacun a son compte, le document est retenu.',
      'Voor bestellingen zonder klantaccount. Leeg: zoals alle klanten; heeft elke klant een eigen rekening, dan wordt het document tegengehouden.',
    ),
  },
  'customer.businessAccount': {
    title: localised(
      'Ledger account of businesses',
      'Compte général des entreprises',
      'Grootboekrekening voor bedrijven',
    ),
    help: localised(
      'For buyers with a company and a VAT number. Empty: as for the other customers.',
      'Pour les acheteurs qui ont une société et un numéro de TVA. Vide : comme les autres clients.',
      'Voor kopers met een bedrijfsnaam en een btw-nummer. Leeg: zoals de andere klanten.',
    ),
  },
  'customer.auxiliaryMode': {
    title: localised('Auxiliary account', 'Compte auxiliaire', 'Hulprekening'),
    help: localised(
      'How customers are told apart under the ledger account. One for the whole shop is enough for most accountants.',
      'Comment distinguer les clients sous le compte général. Un seul pour toute la boutique suffit à la plupart des comptables.',
      'Hoe klanten onder de grootboekrekening worden onderscheiden. Eén voor de hele webwinkel volstaat voor de meeste boekhouders.',
    ),
    options: {
      none: localised('No auxiliary account', 'Pas de compte auxiliaire', 'Geen hulprekening'),
      one: localised('One for all customers', 'Un pour tous les clients', 'Eén voor alle klanten'),
      'by-rule': localised('By rule', 'Selon des règles', 'Volgens regels'),
      'per-customer': localised('One for each customer', 'Un par client', 'Eén per klant'),
    },
  },
  'customer.code': {
    title: localised('Auxiliary account for all', 'Compte auxiliaire commun', 'Gemeenschappelijke hulprekening'),
    help: localised(
      'With one for all, and by rule where no rule says anything.',
      'Si un compte sert pour tous, ou si aucune règle ne dit rien.',
      'Bij één rekening voor allen, en bij regels waar geen regel iets zegt.',
    ),
  },
  'customer.prefix': {
    title: localised(
      'Prefix of auxiliary accounts',
      'Préfixe des comptes auxiliaires',
      'Voorvoegsel van hulprekeningen',
    ),
    help: localised(
      'With one for each: WEB and customer 39 give WEB00039.',
      'Si chaque client a le sien : WEB et le client 39 donnent WEB00039.',
      'Bij één per klant: WEB en klant 39 geven WEB00039.',
    ),
  },
  'customer.length': {
    title: localised('Length of auxiliary accounts', 'Longueur des comptes auxiliaires', 'Lengte van hulprekeningen'),
    help: localised(
      'Characters of an auxiliary account, prefix included. A number that does not fit holds the document; it is never cut.',
      'Nombre de caractères d’un compte auxiliaire, préfixe compris. Un numéro trop long retient le document ; il n’est jamais tronqué.',
      'Aantal tekens van een hulprekening, voorvoegsel inbegrepen. Een te lang nummer houdt het document tegen; het wordt nooit afgekapt.',
    ),
  },
  'customer.guestCode': {
    title: localised('Auxiliary account of guests', 'Compte auxiliaire des invités', 'Hulprekening voor gasten'),
    help: localised(
      'For orders placed without a customer account, with one for each or by rule. Empty: with one for each, the document is held.',
      'Pour les commandes passées sans compte client, si chaque client a le sien ou selon des règles. Vide : si chaque client a le sien, le document est retenu.',
      'Voor bestellingen zonder klantaccount, bij één per klant of volgens regels. Leeg: bij één per klant wordt het document tegengehouden.',
    ),
  },
  'customer.businessCode': {
    title: localised(
      'Auxiliary account of businesses',
      'Compte auxiliaire des entreprises',
      'Hulprekening voor bedrijven',
    ),
    help: localised(
      'For buyers with a company and a VAT number. Empty: as for the other customers.',
      'Pour les acheteurs qui ont une société et un numéro de TVA. Vide : comme les autres clients.',
      'Voor kopers met een bedrijfsnaam en een btw-nummer. Leeg: zoals de andere klanten.',
    ),
  },
  'customer.accents': {
    title: localised('Accents', 'Accents', 'Accenten'),
    help: localised(
      'In names and addresses: without them, Łukasz Œuvré becomes Lukasz OEuvre.',
      'Dans les noms et les adresses : sans accents, Łukasz Œuvré devient Lukasz OEuvre.',
      'In namen en adressen: zonder accenten wordt Łukasz Œuvré Lukasz OEuvre.',
    ),
    options: {
      keep: localised('Keep them', 'Les conserver', 'Behouden'),
      remove: localised('Remove them', 'Les supprimer', 'Verwijderen'),
    },
  },
  'customer.nameCase': {
    title: localised('Names', 'Noms', 'Namen'),
    help: localised(
      'How names of persons and companies are written.',
      'Comment s’écrivent les noms des personnes et des sociétés.',
      'Hoe namen van personen en bedrijven worden geschreven.',
    ),
    options: { keep: asTyped, upper },
  },
  'customer.addressCase': {
    title: localised('Addresses', 'Adresses', 'Adressen'),
    help: localised(
      'How streets and towns are written.',
      'Comment s’écrivent les rues et les villes.',
      'Hoe straten en gemeenten worden geschreven.',
    ),
    options: { keep: asTyped, upper },
  },
};
