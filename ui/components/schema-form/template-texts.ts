import { defineTexts } from '#ui/i18n/use-texts.ts';

export const templateTexts = defineTexts({
  insert: {
    en: 'Insert a field in “{field}”',
    fr: 'Insérer un champ dans « {field} »',
    nl: 'Een veld invoegen in “{field}”',
  },
  insertTitle: { en: 'Insert a field', fr: 'Insérer un champ', nl: 'Een veld invoegen' },
  example: { en: 'Example: {text}', fr: 'Exemple : {text}', nl: 'Voorbeeld: {text}' },
  exampleEmpty: { en: 'Example: empty', fr: 'Exemple : vide', nl: 'Voorbeeld: leeg' },
  ofDocument: { en: 'of document {number}', fr: 'du document {number}', nl: 'van document {number}' },
  ofMadeUp: {
    en: 'of a made-up document, until this flow has read one',
    fr: 'd’un document fictif, tant que ce flux n’en a lu aucun',
    nl: 'van een verzonnen document, tot deze flow er een heeft gelezen',
  },
  noValue: { en: 'empty here', fr: 'vide ici', nl: 'hier leeg' },
});
