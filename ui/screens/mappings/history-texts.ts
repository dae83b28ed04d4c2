import { defineTexts } from '#ui/i18n/use-texts.ts';

export const historyTexts = defineTexts({
  title: { en: 'History', fr: 'Historique', nl: 'Geschiedenis' },
  lead: {
    en: 'Each save is kept. A run is bound to the revision that was there when it started.',
    fr: 'Chaque enregistrement est conservé. Une exécution est liée à la révision en vigueur à son démarrage.',
    nl: 'Elke bewaring blijft behouden. Een uitvoering is gebonden aan de revisie van bij haar start.',
  },
  revision: { en: 'Revision {revision}', fr: 'Révision {revision}', nl: 'Revisie {revision}' },
  current: { en: 'now', fr: 'actuelle', nl: 'huidige' },
  by: { en: '{at} by {name}', fr: '{at} par {name}', nl: '{at} door {name}' },
  program: { en: 'Passerelle', fr: 'Passerelle', nl: 'Passerelle' },
  rules_one: { en: '{count} row', fr: '{count} ligne', nl: '{count} rij' },
  rules_other: { en: '{count} rows', fr: '{count} lignes', nl: '{count} rijen' },
  changes: {
    en: '{added} added, {changed} changed, {removed} removed',
    fr: '{added} ajoutées, {changed} modifiées, {removed} retirées',
    nl: '{added} toegevoegd, {changed} gewijzigd, {removed} verwijderd',
  },
  restore: { en: 'Restore', fr: 'Rétablir', nl: 'Terugzetten' },
  restoreLabel: {
    en: 'Restore revision {revision}',
    fr: 'Rétablir la révision {revision}',
    nl: 'Revisie {revision} terugzetten',
  },
  sure: {
    en: 'Saves the rows of revision {revision} as the newest. Unsaved changes on this page are dropped.',
    fr: 'Enregistre les lignes de la révision {revision} comme les plus récentes. Les modifications non enregistrées de cette page sont abandonnées.',
    nl: 'Bewaart de rijen van revisie {revision} als de nieuwste. Niet-bewaarde wijzigingen op deze pagina vervallen.',
  },
  confirm: { en: 'Restore it', fr: 'Oui, rétablir', nl: 'Ja, terugzetten' },
  cancel: { en: 'Cancel', fr: 'Annuler', nl: 'Annuleren' },
  restored: {
    en: 'Revision {revision} is back',
    fr: 'La révision {revision} est rétablie',
    nl: 'Revisie {revision} is teruggezet',
  },
  restoreFailed: { en: 'Nothing was restored', fr: 'Rien n’a été rétabli', nl: 'Er is niets teruggezet' },
  more: { en: 'Show more', fr: 'En voir plus', nl: 'Meer tonen' },
});
