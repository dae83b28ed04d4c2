import { defineMessages } from '#schemas/messages.ts';

/** What the operations on runs refuse. What happens inside a run is said by the engine and the nodes. */
export const runRefusals = defineMessages('runs', {
  missing: {
    text: {
      en: 'This run does not exist in this workspace.',
      fr: 'Cette exécution n’existe pas dans cet espace de travail.',
      nl: 'Deze uitvoering bestaat niet in deze werkruimte.',
    },
  },
  document_missing: {
    text: {
      en: 'This run has no such document.',
      fr: 'Cette exécution ne contient pas ce document.',
      nl: 'Deze uitvoering bevat dit document niet.',
    },
  },
  source_missing: {
    text: {
      en: 'What this document was read from is not stored, or was removed after its time.',
      fr: 'Les données sources de ce document ne sont pas conservées, ou ont été supprimées après leur délai.',
      nl: 'De brongegevens van dit document zijn niet bewaard, of verwijderd na hun termijn.',
    },
  },
  file_missing: {
    text: {
      en: 'This file does not exist in this workspace, or is still being written.',
      fr: 'Ce fichier n’existe pas dans cet espace de travail ou est encore en cours d’écriture.',
      nl: 'Dit bestand bestaat niet in deze werkruimte of wordt nog geschreven.',
    },
  },
  bad_cursor: {
    text: {
      en: 'The value of “after” does not come from an earlier page of this list.',
      fr: 'La valeur de « after » ne provient pas d’une page précédente de cette liste.',
      nl: 'De waarde van “after” komt niet van een eerdere pagina van deze lijst.',
    },
  },
  no_review: {
    text: {
      en: 'This run has no review.',
      fr: 'Cette exécution n’a pas de contrôle des écritures.',
      nl: 'Deze uitvoering heeft geen controle van de boekingen.',
    },
  },
  review_closed: {
    text: {
      en: 'The review of this run is no longer open.',
      fr: 'Le contrôle des écritures de cette exécution n’est plus ouvert.',
      nl: 'De controle van de boekingen van deze uitvoering is niet meer open.',
    },
    remedy: {
      en: 'Reload the page to see how the run went on.',
      fr: 'Rechargez la page pour voir la suite de l’exécution.',
      nl: 'Laad de pagina opnieuw om te zien hoe de uitvoering verderging.',
    },
  },
  review_changed: {
    text: {
      en: 'The ticked entries have changed since they were shown to you; nothing was confirmed.',
      fr: 'Les écritures cochées ont changé depuis leur affichage ; rien n’a été confirmé.',
      nl: 'De aangevinkte boekingen zijn gewijzigd sinds ze werden getoond; er is niets bevestigd.',
    },
    remedy: {
      en: 'Look at the totals again, then confirm.',
      fr: 'Revoyez les totaux, puis confirmez.',
      nl: 'Bekijk de totalen opnieuw en bevestig dan.',
    },
  },
  already_over: {
    text: {
      en: 'This run has already ended.',
      fr: 'Cette exécution est déjà terminée.',
      nl: 'Deze uitvoering is al afgelopen.',
    },
  },
  not_failed: {
    text: {
      en: 'Only a failed run can be resumed; this one has not failed.',
      fr: 'Seule une exécution en échec peut être reprise ; celle-ci n’a pas échoué.',
      nl: 'Alleen een mislukte uitvoering kan worden hervat; deze is niet mislukt.',
    },
  },
  no_reason: {
    text: {
      en: 'No reason was recorded.',
      fr: 'Aucune raison n’a été enregistrée.',
      nl: 'Er is geen reden vastgelegd.',
    },
  },
});
