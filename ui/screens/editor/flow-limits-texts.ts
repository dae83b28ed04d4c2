import { defineTexts } from '#ui/i18n/use-texts.ts';

export const flowLimitsTexts = defineTexts({
  title: { en: 'Runs', fr: 'Exécutions', nl: 'Uitvoeringen' },
  lead: {
    en: 'These belong to the flow and to no version: they count from the next run on.',
    fr: 'Ces réglages appartiennent au flux et à aucune version : ils valent dès la prochaine exécution.',
    nl: 'Deze horen bij de flow en bij geen versie: ze gelden vanaf de volgende uitvoering.',
  },
  concurrency: { en: 'At once', fr: 'En même temps', nl: 'Tegelijk' },
  concurrencyHelp: {
    en: 'Runs of this flow that may be under way; the others wait their turn.',
    fr: 'Nombre d’exécutions de ce flux en cours à la fois ; les autres attendent leur tour.',
    nl: 'Uitvoeringen van deze flow die bezig mogen zijn; de andere wachten hun beurt af.',
  },
  maxMinutes: { en: 'Longest run, in minutes', fr: 'Durée maximale, en minutes', nl: 'Langste duur, in minuten' },
  maxMinutesHelp: {
    en: 'A run that takes longer is ended as failed.',
    fr: 'Une exécution plus longue est arrêtée en échec.',
    nl: 'Een uitvoering die langer duurt, eindigt als mislukt.',
  },
  save: { en: 'Save the limits', fr: 'Enregistrer les limites', nl: 'Limieten bewaren' },
  saved: { en: 'Limits saved', fr: 'Limites enregistrées', nl: 'Limieten bewaard' },
});
