import { defineTexts } from '#ui/i18n/use-texts.ts';

export const listTexts = defineTexts({
  refresh: { en: 'Refresh the list', fr: 'Actualiser la liste', nl: 'Lijst vernieuwen' },
  read: { en: 'List refreshed', fr: 'Liste actualisée', nl: 'Lijst vernieuwd' },
  readPartly: {
    en: 'The list of {connection} could not be read; its last known values stay',
    fr: 'La liste de {connection} n’a pas pu être lue ; les dernières valeurs connues restent',
    nl: 'De lijst van {connection} kon niet worden gelezen; de laatst bekende waarden blijven',
  },
  notRead: {
    en: 'The list was not refreshed',
    fr: 'La liste n’a pas été actualisée',
    nl: 'De lijst is niet vernieuwd',
  },
  unlisted: {
    en: 'Not in the lists of the connected systems; used as it stands',
    fr: 'Absent des listes des systèmes connectés ; utilisé tel quel',
    nl: 'Niet in de lijsten van de verbonden systemen; wordt gebruikt zoals het er staat',
  },
  vanished: {
    en: 'The connected system no longer has this value',
    fr: 'Le système connecté n’a plus cette valeur',
    nl: 'Het verbonden systeem heeft deze waarde niet meer',
  },
  gone: { en: 'gone', fr: 'disparue', nl: 'verdwenen' },
  tagsHelp: {
    en: 'Choose, or type and press Enter',
    fr: 'Choisissez, ou tapez puis Entrée',
    nl: 'Kies, of typ en druk op Enter',
  },
  noMapping: { en: 'No mapping tables', fr: 'Sans table de correspondance', nl: 'Geen mappingtabellen' },
  missing: {
    en: 'Tables that are no longer there',
    fr: 'Des tables qui n’existent plus',
    nl: 'Tabellen die er niet meer zijn',
  },
  openMapping: { en: 'Open these tables', fr: 'Ouvrir ces tables', nl: 'Deze tabellen openen' },
  makeMapping: { en: 'Make mapping tables', fr: 'Créer des tables de correspondance', nl: 'Mappingtabellen maken' },
});
