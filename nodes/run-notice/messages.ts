import { defineMessages } from '#schemas/messages.ts';

export const runNoticeMessages = defineMessages('run-notice', {
  nothing_ended: {
    text: {
      en: 'This run was not started by the end of another one, so there is nothing to tell.',
      fr: 'Cette exécution n’a pas été lancée par la fin d’une autre : il n’y a rien à signaler.',
      nl: 'Deze uitvoering is niet gestart door het einde van een andere, dus er is niets te melden.',
    },
    remedy: {
      en: 'Set under “Automation” after which flows this one starts.',
      fr: 'Indiquez sous « Automatisation » après quels flux celui-ci démarre.',
      nl: 'Stel onder “Automatisering” in na welke flows deze start.',
    },
  },
});
