import { defineMessages } from '#schemas/messages.ts';

/** What is wrong with accounts, and with the tables that name them. */
export const accountMessages = defineMessages('entry', {
  mapping_missing: {
    setting: 'mapping',
    text: {
      en: 'The mapping tables {mapping} that the settings name are not there',
      fr: 'Les tables de correspondance {mapping} que désigne le réglage sont introuvables',
      nl: 'De mappingtabellen {mapping} waarnaar de instellingen verwijzen, bestaan niet',
    },
    remedy: {
      en: 'Nothing was booked. Choose mapping tables that exist, or none.',
      fr: 'Rien n’a été comptabilisé. Choisissez des tables de correspondance existantes, ou aucune.',
      nl: 'Er is niets geboekt. Kies mappingtabellen die bestaan, of geen.',
    },
  },
  account_too_long: {
    setting: 'accountLength',
    text: {
      en: 'Account {account} is longer than {length} characters',
      fr: 'Le compte {account} dépasse {length} caractères',
      nl: 'Rekening {account} is langer dan {length} tekens',
    },
    remedy: {
      en: 'An account is never cut: shorten it, or raise the account length.',
      fr: 'Un compte n’est jamais tronqué : raccourcissez-le, ou augmentez la longueur des comptes.',
      nl: 'Een rekening wordt nooit afgekapt: kort ze in, of verhoog de rekeninglengte.',
    },
  },
  chart_too_long: {
    setting: 'accountLength',
    text: {
      en: 'With accounts of {length} characters, these do not fit: {accounts}',
      fr: 'Avec des comptes de {length} caractères, ceux-ci ne tiennent pas : {accounts}',
      nl: 'Met rekeningen van {length} tekens passen deze niet: {accounts}',
    },
    remedy: {
      en: 'They are never cut: documents that need them are held. Choose shorter accounts, or raise the account length.',
      fr: 'Ils ne sont jamais tronqués : les documents qui en ont besoin sont retenus. Choisissez des comptes plus courts, ou augmentez la longueur des comptes.',
      nl: 'Ze worden nooit afgekapt: documenten die ze nodig hebben, worden tegengehouden. Kies kortere rekeningen, of verhoog de rekeninglengte.',
    },
  },
  account_malformed: {
    setting: 'accounts',
    text: {
      en: 'Account “{account}” is not a ledger account: three digits first, then digits or capitals',
      fr: 'Le compte « {account} » n’est pas un compte général : trois chiffres d’abord, puis des chiffres ou des majuscules',
      nl: 'Rekening “{account}” is geen grootboekrekening: eerst drie cijfers, dan cijfers of hoofdletters',
    },
    remedy: {
      en: 'Correct the account in the mapping.',
      fr: 'Corrigez le compte dans le réglage des écritures.',
      nl: 'Verbeter de rekening in de boekingsinstellingen.',
    },
  },
  create_unclear: {
    setting: 'mapping',
    text: {
      en: 'Document {document}: the mapping table of payments says “{value}” where it is to say whether payments by {method} are booked',
      fr: 'Document {document} : la table des règlements indique « {value} » là où elle doit dire si les règlements par {method} sont comptabilisés',
      nl: 'Document {document}: de mappingtabel van betalingen zegt “{value}” waar ze moet zeggen of betalingen met {method} worden geboekt',
    },
    remedy: {
      en: 'Write yes or no in that field of the table.',
      fr: 'Indiquez oui ou non dans ce champ de la table.',
      nl: 'Schrijf ja of nee in dat veld van de tabel.',
    },
  },
});
