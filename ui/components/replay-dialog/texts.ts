import { defineTexts } from '#ui/i18n/use-texts.ts';

export const replayDialogTexts = defineTexts({
  replay: { en: 'Replay with version…', fr: 'Rejouer avec une version…', nl: 'Opnieuw met versie…' },
  title: { en: 'Replay this run', fr: 'Rejouer cette exécution', nl: 'Deze uitvoering opnieuw afspelen' },
  text: {
    en: 'The documents that this run read go through the flow once more, as they were read then. It is a dry run: nothing is delivered and nothing booked. After it the entries of both are compared.',
    fr: 'Les documents lus par cette exécution repassent dans le flux, tels qu’ils ont été lus. C’est un essai à blanc : rien n’est livré ni comptabilisé. Les écritures des deux sont ensuite comparées.',
    nl: 'De documenten die deze uitvoering las, gaan nog eens door de flow, zoals ze toen gelezen zijn. Het is een proefuitvoering: er wordt niets afgeleverd of geboekt. Daarna worden de boekingen van beide vergeleken.',
  },
  version: { en: 'Version to replay with', fr: 'Version à utiliser', nl: 'Versie om mee af te spelen' },
  versionHelp: {
    en: 'Choose another version to see what it would have booked otherwise.',
    fr: 'Choisissez une autre version pour voir ce qu’elle aurait comptabilisé autrement.',
    nl: 'Kies een andere versie om te zien wat die anders zou hebben geboekt.',
  },
  option: { en: 'Version {number}', fr: 'Version {number}', nl: 'Versie {number}' },
  inUse: { en: 'Version {number} (in use)', fr: 'Version {number} (en service)', nl: 'Versie {number} (in gebruik)' },
  ofRun: {
    en: 'Version {number} (of this run)',
    fr: 'Version {number} (de cette exécution)',
    nl: 'Versie {number} (van deze uitvoering)',
  },
  start: { en: 'Replay and compare', fr: 'Rejouer et comparer', nl: 'Afspelen en vergelijken' },
  cancel: { en: 'Cancel', fr: 'Annuler', nl: 'Annuleren' },
  close: { en: 'Close', fr: 'Fermer', nl: 'Sluiten' },
});
