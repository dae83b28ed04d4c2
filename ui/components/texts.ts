import { defineTexts } from '#ui/i18n/use-texts.ts';

export const componentTexts = defineTexts({
  retry: { en: 'Try again', fr: 'Réessayer', nl: 'Opnieuw proberen' },
  failedTitle: { en: 'This could not be loaded', fr: 'Impossible de charger ceci', nl: 'Dit kon niet worden geladen' },
  loading: { en: 'Loading', fr: 'Chargement', nl: 'Laden' },
  cancel: { en: 'Cancel', fr: 'Annuler', nl: 'Annuleren' },
  delete: { en: 'Delete', fr: 'Supprimer', nl: 'Verwijderen' },
  typeName: {
    en: 'Type “{name}” to confirm',
    fr: 'Tapez « {name} » pour confirmer',
    nl: 'Typ “{name}” om te bevestigen',
  },
  typeNameHelp: {
    en: 'This keeps you from deleting the wrong one.',
    fr: 'Cela évite de supprimer le mauvais élément.',
    nl: 'Zo verwijdert u niet per ongeluk het verkeerde.',
  },
  outcome_pending: { en: 'pending', fr: 'en cours', nl: 'in behandeling' },
  outcome_posted: { en: 'posted', fr: 'comptabilisés', nl: 'doorgeboekt' },
  outcome_previewed: { en: 'previewed', fr: 'en aperçu', nl: 'voorbeeld' },
  outcome_skipped: { en: 'skipped', fr: 'ignorés', nl: 'overgeslagen' },
  outcome_held: { en: 'held', fr: 'en attente de correction', nl: 'aangehouden' },
  outcome_failed: { en: 'failed', fr: 'en échec', nl: 'mislukt' },
  outcomes: { en: 'Outcomes of the documents', fr: 'Sort des documents', nl: 'Resultaat per document' },
  noDocuments: { en: 'no document', fr: 'aucun document', nl: 'geen document' },
  status_queued: { en: 'Queued', fr: 'En file', nl: 'In wachtrij' },
  status_running: { en: 'Running', fr: 'En cours', nl: 'Bezig' },
  'status_in-review': { en: 'To be checked', fr: 'À vérifier', nl: 'Na te kijken' },
  status_succeeded: { en: 'Succeeded', fr: 'Réussie', nl: 'Geslaagd' },
  status_partial: { en: 'Partly done', fr: 'Partielle', nl: 'Gedeeltelijk' },
  status_failed: { en: 'Failed', fr: 'Échouée', nl: 'Mislukt' },
  status_cancelled: { en: 'Cancelled', fr: 'Annulée', nl: 'Geannuleerd' },
});
