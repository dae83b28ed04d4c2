import type { TypeTexts } from '#nodes/kit/texts.ts';

export const runNoticeTexts: TypeTexts = {
  title: { en: 'End of another run', fr: 'Fin d’une autre exécution', nl: 'Einde van een andere uitvoering' },
  description: {
    en: 'Tells how the run ended after which this flow was started: status, counts, causes.',
    fr: 'Indique comment s’est terminée l’exécution qui a déclenché ce flux : statut, nombres, causes.',
    nl: 'Meldt hoe de uitvoering eindigde waarna deze flow startte: status, aantallen, oorzaken.',
  },
  fields: { en: {}, fr: {}, nl: {} },
};
