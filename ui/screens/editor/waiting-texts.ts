import { defineTexts } from '#ui/i18n/use-texts.ts';

export const waitingTexts = defineTexts({
  waiting_one: {
    en: '{count} document of this flow is waiting since an earlier version.',
    fr: '{count} document de ce flux est en attente depuis une version antérieure.',
    nl: '{count} document van deze flow wacht sinds een eerdere versie.',
  },
  waiting_other: {
    en: '{count} documents of this flow are waiting since an earlier version.',
    fr: '{count} documents de ce flux sont en attente depuis une version antérieure.',
    nl: '{count} documenten van deze flow wachten sinds een eerdere versie.',
  },
  retry: {
    en: 'Try them again with version {number}',
    fr: 'Réessayer avec la version {number}',
    nl: 'Opnieuw proberen met versie {number}',
  },
  look: { en: 'Look at them', fr: 'Les voir', nl: 'Bekijken' },
  later: { en: 'Later', fr: 'Plus tard', nl: 'Later' },
});
