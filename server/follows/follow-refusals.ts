import { defineMessages } from '#schemas/messages.ts';

/** What is refused about flows that start after other flows, and why one of them was not started. */
export const followRefusals = defineMessages('follows', {
  missing: {
    text: {
      en: 'This start after another flow does not exist any more.',
      fr: 'Ce démarrage après un autre flux n’existe plus.',
      nl: 'Deze start na een andere flow bestaat niet meer.',
    },
  },
  itself: {
    text: {
      en: 'A flow cannot start after itself: it would never end.',
      fr: 'Un flux ne peut pas démarrer après lui-même : cela ne finirait jamais.',
      nl: 'Een flow kan niet na zichzelf starten: daar komt nooit een einde aan.',
    },
  },
  ring: {
    text: {
      en: 'These flows would start each other in a circle: {flows}.',
      fr: 'Ces flux se lanceraient les uns les autres en boucle : {flows}.',
      nl: 'Deze flows zouden elkaar in een kring starten: {flows}.',
    },
    remedy: {
      en: 'Remove one of these starts first.',
      fr: 'Supprimez d’abord l’un de ces démarrages.',
      nl: 'Verwijder eerst een van deze starts.',
    },
  },
  chain_too_long: {
    text: {
      en: 'The flow was not started: {most} runs in a row had been started by the end of another one.',
      fr: 'Le flux n’a pas été lancé : {most} exécutions de suite avaient été lancées par la fin d’une autre.',
      nl: 'De flow werd niet gestart: {most} uitvoeringen op rij waren door het einde van een andere gestart.',
    },
    remedy: {
      en: 'Put the work of some of these flows into one, or start this one by a schedule.',
      fr: 'Réunissez le travail de certains de ces flux, ou lancez celui-ci par une planification.',
      nl: 'Breng het werk van enkele van die flows samen, of start deze met een planning.',
    },
  },
});
