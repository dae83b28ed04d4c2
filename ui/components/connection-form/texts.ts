import { defineTexts } from '#ui/i18n/use-texts.ts';

export const connectionFormTexts = defineTexts({
  callsPerSecond: { en: 'Calls a second', fr: 'Appels par seconde', nl: 'Oproepen per seconde' },
  callsPerSecondUsual: { en: 'as the system allows', fr: 'selon le système', nl: 'zoals het systeem toelaat' },
  callsPerSecondHelp: {
    en: 'At most so many, for all flows together. Leave it empty unless the system complains of too many calls, or is slow for its other users.',
    fr: 'Le maximum pour l’ensemble des flux. Laissez vide, sauf si le système se plaint d’appels trop nombreux ou devient lent pour ses autres utilisateurs.',
    nl: 'Het maximum voor alle flows samen. Laat leeg, tenzij het systeem over te veel oproepen klaagt of traag wordt voor andere gebruikers.',
  },
  name: { en: 'Name', fr: 'Nom', nl: 'Naam' },
  nameHelp: {
    en: 'How you recognise it: “Web shop Liège”, “Accountant’s SFTP”.',
    fr: 'Pour la reconnaître : « Boutique Liège », « SFTP du comptable ».',
    nl: 'Waaraan u ze herkent: “Webwinkel Gent”, “SFTP van de boekhouder”.',
  },
  nameMissing: { en: 'Please give it a name.', fr: 'Donnez-lui un nom.', nl: 'Geef ze een naam.' },
  test: { en: 'Test the connection', fr: 'Tester la connexion', nl: 'Verbinding testen' },
  testAgain: { en: 'Test again', fr: 'Tester à nouveau', nl: 'Opnieuw testen' },
  save: { en: 'Save', fr: 'Enregistrer', nl: 'Bewaren' },
  saveUntested: { en: 'Save without testing', fr: 'Enregistrer sans tester', nl: 'Bewaren zonder te testen' },
  works: { en: 'The connection works', fr: 'La connexion fonctionne', nl: 'De verbinding werkt' },
  fails: {
    en: 'The connection does not work yet',
    fr: 'La connexion ne fonctionne pas encore',
    nl: 'De verbinding werkt nog niet',
  },
  confirmTitle: { en: 'Please confirm', fr: 'À confirmer', nl: 'Te bevestigen' },
  confirm: { en: 'Yes, this is right', fr: 'Oui, c’est bien cela', nl: 'Ja, dit klopt' },
  testing: { en: 'Calling the system…', fr: 'Appel du système…', nl: 'Systeem wordt opgeroepen…' },
  saved: { en: 'Connection saved', fr: 'Connexion enregistrée', nl: 'Verbinding bewaard' },
  secretsNote: {
    en: 'Secrets are stored encrypted and never shown again.',
    fr: 'Les secrets sont conservés chiffrés et ne sont plus jamais affichés.',
    nl: 'Geheimen worden versleuteld bewaard en nooit meer getoond.',
  },
});
