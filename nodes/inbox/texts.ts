import type { TypeTexts } from '#nodes/kit/texts.ts';

export const texts: TypeTexts = {
  title: { en: 'Inbox', fr: 'Boîte de réception', nl: 'Postvak' },
  description: {
    en: 'Takes sales and credit notes that another program sends, for systems without a connector.',
    fr: 'Reçoit les ventes et les avoirs qu’un autre programme envoie, pour les systèmes sans connecteur.',
    nl: 'Ontvangt verkopen en creditnota’s die een ander programma stuurt, voor systemen zonder connector.',
  },
  fields: {
    en: {
      dateAxis: {
        title: 'Date that counts',
        help: 'Which date of a document decides its period when the flow is run for a period.',
        options: { created: 'Document date', paid: 'Payment date', completed: 'Completion date' },
      },
    },
    fr: {
      dateAxis: {
        title: 'Date prise en compte',
        help: 'La date du document qui détermine sa période lorsque le flux est exécuté pour une période.',
        options: { created: 'Date du document', paid: 'Date de paiement', completed: 'Date de fin de traitement' },
      },
    },
    nl: {
      dateAxis: {
        title: 'Datum die telt',
        help: 'Welke datum van een document zijn periode bepaalt wanneer de flow voor een periode wordt uitgevoerd.',
        options: { created: 'Documentdatum', paid: 'Betaaldatum', completed: 'Afwerkingsdatum' },
      },
    },
  },
};
