import { defineMessages } from '#schemas/messages.ts';

/** What the operations on replays refuse. */
export const replayRefusals = defineMessages('replays', {
  not_a_replay: {
    text: {
      en: 'This run repeats no other run, so there is nothing to compare it with.',
      fr: 'Cette exécution n’en rejoue pas d’autre : il n’y a rien à lui comparer.',
      nl: 'Deze uitvoering herhaalt geen andere, dus er is niets om mee te vergelijken.',
    },
    remedy: {
      en: 'Open the run that you want to repeat and choose “Replay”.',
      fr: 'Ouvrez l’exécution à rejouer et choisissez « Rejouer ».',
      nl: 'Open de uitvoering die u wilt herhalen en kies “Opnieuw afspelen”.',
    },
  },
  still_reading: {
    text: {
      en: 'This run is still going on: what it reads is not complete yet.',
      fr: 'Cette exécution est encore en cours : ce qu’elle lit n’est pas encore complet.',
      nl: 'Deze uitvoering is nog bezig: wat ze leest is nog niet volledig.',
    },
    remedy: {
      en: 'Wait until it has ended or waits for its review, then replay it.',
      fr: 'Attendez qu’elle soit terminée ou qu’elle attende son contrôle, puis rejouez-la.',
      nl: 'Wacht tot ze klaar is of op haar controle wacht, en speel ze dan opnieuw af.',
    },
  },
  nothing_read: {
    text: {
      en: 'This run has read no document that version {version} reads as well.',
      fr: 'Cette exécution n’a lu aucun document que la version {version} lise aussi.',
      nl: 'Deze uitvoering heeft geen document gelezen dat versie {version} ook leest.',
    },
    remedy: {
      en: 'Choose a version with the same source, or another run.',
      fr: 'Choisissez une version avec la même source, ou une autre exécution.',
      nl: 'Kies een versie met dezelfde bron, of een andere uitvoering.',
    },
  },
});
