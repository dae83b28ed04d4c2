import { defineMessages } from '#schemas/messages.ts';

/** What the completeness check has to say for itself. */
export const controlRefusals = defineMessages('completeness', {
  period_too_long: {
    text: {
      en: 'At most {days} days can be compared at once.',
      fr: 'On peut comparer au plus {days} jours à la fois.',
      nl: 'Er kunnen hoogstens {days} dagen tegelijk worden vergeleken.',
    },
    remedy: {
      en: 'Choose a shorter period.',
      fr: 'Choisissez une période plus courte.',
      nl: 'Kies een kortere periode.',
    },
  },
  period_reversed: {
    text: {
      en: 'The period ends before it begins.',
      fr: 'La période se termine avant de commencer.',
      nl: 'De periode eindigt voor ze begint.',
    },
  },
  not_connected: {
    text: {
      en: 'No connection is chosen for the source, so it cannot be asked what it sold.',
      fr: 'Aucune connexion n’est choisie pour la source : on ne peut pas lui demander ce qu’elle a vendu.',
      nl: 'Er is geen verbinding gekozen voor de bron: ze kan niet worden gevraagd wat ze verkocht.',
    },
    remedy: {
      en: 'Choose one in the settings of the flow.',
      fr: 'Choisissez-en une dans les réglages du flux.',
      nl: 'Kies er een in de instellingen van de flow.',
    },
  },
  source_silent: {
    text: {
      en: 'The source did not say what it sold.',
      fr: 'La source n’a pas indiqué ce qu’elle a vendu.',
      nl: 'De bron zei niet wat ze verkocht.',
    },
    remedy: {
      en: 'Test its connection, then check again. Until then nobody knows whether everything was read.',
      fr: 'Testez sa connexion, puis vérifiez à nouveau. D’ici là, on ignore si tout a été lu.',
      nl: 'Test de verbinding en controleer opnieuw. Tot dan weet niemand of alles gelezen is.',
    },
  },
});
