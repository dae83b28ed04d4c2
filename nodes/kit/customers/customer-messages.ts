import { defineMessages } from '#schemas/messages.ts';

export const customerMessages = defineMessages('customer', {
  linked: {
    text: {
      en: 'Customer {customer} is {reference} in the books',
      fr: 'Le client {customer} est {reference} dans la comptabilité',
      nl: 'Klant {customer} is {reference} in de boekhouding',
    },
  },
  created: {
    text: {
      en: 'Customer {customer} was created in the books as {reference}',
      fr: 'Le client {customer} a été créé dans la comptabilité : {reference}',
      nl: 'Klant {customer} is in de boekhouding aangemaakt als {reference}',
    },
  },
  updated: {
    text: {
      en: 'Customer {customer} ({reference}) was brought up to date in the books',
      fr: 'Le client {customer} ({reference}) a été mis à jour dans la comptabilité',
      nl: 'Klant {customer} ({reference}) is in de boekhouding bijgewerkt',
    },
  },
  would_create: {
    text: {
      en: 'Customer {customer} would be created in the books',
      fr: 'Le client {customer} serait créé dans la comptabilité',
      nl: 'Klant {customer} zou in de boekhouding worden aangemaakt',
    },
  },
  unknown: {
    setting: 'mode',
    text: {
      en: 'Document {document}: customer {customer} is not in the books',
      fr: 'Document {document} : le client {customer} n’existe pas dans la comptabilité',
      nl: 'Document {document}: klant {customer} staat niet in de boekhouding',
    },
    remedy: {
      en: 'Create the customer there, or let the flow ask for it or create it.',
      fr: 'Créez-y le client, ou laissez le flux le demander ou le créer.',
      nl: 'Maak de klant daar aan, of laat de flow het vragen of aanmaken.',
    },
  },
  asked: {
    text: {
      en: 'Document {document}: may customer {customer} be created in the books?',
      fr: 'Document {document} : le client {customer} peut-il être créé dans la comptabilité ?',
      nl: 'Document {document}: mag klant {customer} in de boekhouding worden aangemaakt?',
    },
    remedy: {
      en: 'Decide under Customers; the document is then booked.',
      fr: 'Décidez sous Clients ; le document est alors comptabilisé.',
      nl: 'Beslis onder Klanten; daarna wordt het document geboekt.',
    },
  },
  refused: {
    text: {
      en: 'Document {document}: it was decided that customer {customer} is not created in the books',
      fr: 'Document {document} : il a été décidé de ne pas créer le client {customer} dans la comptabilité',
      nl: 'Document {document}: er is beslist om klant {customer} niet in de boekhouding aan te maken',
    },
    remedy: {
      en: 'Change the decision under Customers, or set the document aside.',
      fr: 'Changez la décision sous Clients, ou écartez le document.',
      nl: 'Wijzig de beslissing onder Klanten, of leg het document opzij.',
    },
  },
  not_taken: {
    text: {
      en: 'Document {document}: the books refused customer {customer}: {reason}',
      fr: 'Document {document} : la comptabilité a refusé le client {customer} : {reason}',
      nl: 'Document {document}: de boekhouding weigerde klant {customer}: {reason}',
    },
    remedy: {
      en: 'Complete the customer in the shop or in the books, then try the document again.',
      fr: 'Complétez le client dans la boutique ou dans la comptabilité, puis réessayez le document.',
      nl: 'Vul de klant aan in de webwinkel of in de boekhouding en probeer het document opnieuw.',
    },
  },
  ambiguous: {
    text: {
      en: 'Document {document}: customer {customer} may be any of {candidates} in the books',
      fr: 'Document {document} : le client {customer} peut être {candidates} dans la comptabilité',
      nl: 'Document {document}: klant {customer} kan in de boekhouding {candidates} zijn',
    },
    remedy: {
      en: 'Say which one under Customers, by its reference.',
      fr: 'Indiquez lequel sous Clients, par sa référence.',
      nl: 'Zeg welke onder Klanten, met de referentie.',
    },
  },
  code_unfit: {
    setting: 'code',
    text: {
      en: 'Document {document}: customer {customer} has no number of {length} characters that begins with “{prefix}” of its own',
      fr: 'Document {document} : le client {customer} n’a pas de code propre de {length} caractères commençant par « {prefix} »',
      nl: 'Document {document}: klant {customer} heeft geen eigen code van {length} tekens die met “{prefix}” begint',
    },
    remedy: {
      en: 'Make the code longer: a cut one would be another customer’s.',
      fr: 'Allongez le code : tronqué, il serait celui d’un autre client.',
      nl: 'Maak de code langer: afgekapt zou het die van een andere klant zijn.',
    },
  },
});
