import { defineMessages } from '#schemas/messages.ts';

/** What the operations on postings refuse, and what a decision on one leaves behind on its document. */
export const postingMessages = defineMessages('postings', {
  missing: {
    text: {
      en: 'This posting does not exist in this workspace.',
      fr: 'Cette écriture transmise n’existe pas dans cet espace de travail.',
      nl: 'Deze doorboeking bestaat niet in deze werkruimte.',
    },
  },
  decided_meanwhile: {
    text: {
      en: 'Somebody has decided on this meanwhile, or the run has found out by itself; nothing was changed.',
      fr: 'Quelqu’un a tranché entre-temps, ou l’exécution l’a constaté elle-même ; rien n’a été modifié.',
      nl: 'Iemand heeft hierover intussen beslist, of de uitvoering is het zelf te weten gekomen; er is niets gewijzigd.',
    },
    remedy: {
      en: 'Load the list again and look at what is left.',
      fr: 'Rechargez la liste et voyez ce qui reste.',
      nl: 'Laad de lijst opnieuw en bekijk wat er overblijft.',
    },
  },
  still_settling: {
    text: {
      en: 'The call for {number} may still take effect in the target, so it is too early to say that it is not there.',
      fr: 'L’appel pour {number} peut encore aboutir dans la cible : il est trop tôt pour dire qu’il n’y est pas.',
      nl: 'De oproep voor {number} kan in het doel nog doorkomen: het is te vroeg om te zeggen dat het er niet is.',
    },
    remedy: {
      en: 'Wait a few minutes, look once more, then answer.',
      fr: 'Attendez quelques minutes, vérifiez à nouveau, puis répondez.',
      nl: 'Wacht enkele minuten, kijk nog eens en antwoord dan.',
    },
  },
  not_there: {
    text: {
      en: 'Somebody has looked: it did not arrive in the target. It is free to be booked.',
      fr: 'Quelqu’un a vérifié : la cible ne l’a pas reçu. Il peut être comptabilisé.',
      nl: 'Iemand heeft het nagekeken: het is niet in het doel aangekomen. Het kan geboekt worden.',
    },
    remedy: {
      en: 'Try the document again, or let the next run book it.',
      fr: 'Réessayez le document, ou laissez la prochaine exécution le comptabiliser.',
      nl: 'Probeer het document opnieuw, of laat de volgende uitvoering het boeken.',
    },
  },
  nothing_to_reset: {
    text: {
      en: 'None of these postings can be reset: nothing of this is posted, or it was reset before.',
      fr: 'Aucune de ces écritures ne peut être réinitialisée : rien n’est comptabilisé, ou cela l’a déjà été.',
      nl: 'Geen van deze doorboekingen kan worden teruggezet: er is niets doorgeboekt, of het is al teruggezet.',
    },
  },
  reset_changed: {
    text: {
      en: 'What would be reset has changed since you saw the preview; nothing was reset.',
      fr: 'Ce qui serait réinitialisé a changé depuis l’aperçu ; rien n’a été réinitialisé.',
      nl: 'Wat teruggezet zou worden is gewijzigd sinds het voorbeeld; er is niets teruggezet.',
    },
    remedy: {
      en: 'Look at the preview again, then confirm.',
      fr: 'Revoyez l’aperçu, puis confirmez.',
      nl: 'Bekijk het voorbeeld opnieuw en bevestig dan.',
    },
  },
  run_under_way: {
    text: {
      en: 'A run of this flow has not ended: what it is about to book was worked out from the postings as they are.',
      fr: 'Une exécution de ce flux n’est pas terminée : ce qu’elle va comptabiliser dépend des écritures actuelles.',
      nl: 'Een uitvoering van deze flow is nog niet afgelopen: wat ze gaat boeken hangt af van de doorboekingen zoals ze nu zijn.',
    },
    remedy: {
      en: 'Let it end, or cancel it; then reset.',
      fr: 'Laissez-la se terminer ou annulez-la, puis réinitialisez.',
      nl: 'Laat ze aflopen of annuleer ze, en zet dan terug.',
    },
  },
  period_backwards: {
    text: {
      en: 'The period ends before it begins.',
      fr: 'La période se termine avant de commencer.',
      nl: 'De periode eindigt voor ze begint.',
    },
  },
  reason_needed: {
    text: {
      en: 'Booking again what was posted needs a reason of at least five characters.',
      fr: 'Comptabiliser à nouveau ce qui l’a déjà été exige un motif d’au moins cinq caractères.',
      nl: 'Opnieuw boeken wat al doorgeboekt is, vraagt een reden van minstens vijf tekens.',
    },
    remedy: {
      en: 'Say why, so that somebody understands it a year from now.',
      fr: 'Dites pourquoi, pour qu’on le comprenne encore dans un an.',
      nl: 'Zeg waarom, zodat men het over een jaar nog begrijpt.',
    },
  },
});
