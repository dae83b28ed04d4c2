import { defineTexts } from '#ui/i18n/use-texts.ts';

export const waitingTexts = defineTexts({
  waiting_one: {
    en: '{count} document of this flow is waiting: another version held it.',
    fr: '{count} document de ce flux est en attente : une autre version l’a retenu.',
    nl: '{count} document van deze flow wacht: een andere versie hield het aan.',
  },
  waiting_other: {
    en: '{count} documents of this flow are waiting: another version held them.',
    fr: '{count} documents de ce flux sont en attente : une autre version les a retenus.',
    nl: '{count} documenten van deze flow wachten: een andere versie hield ze aan.',
  },
  retry: {
    en: 'Try them again with version {number}',
    fr: 'Réessayer avec la version {number}',
    nl: 'Opnieuw proberen met versie {number}',
  },
  look: { en: 'Look at them', fr: 'Les voir', nl: 'Bekijken' },
  later: { en: 'Later', fr: 'Plus tard', nl: 'Later' },
});
