import { defineMessages } from '#schemas/messages.ts';

/** What moving the end of the closed period refuses. */
export const closedPeriodRefusals = defineMessages('closed_periods', {
  reason_missing: {
    text: {
      en: 'The books are closed until {before}: opening days of them again needs a reason.',
      fr: 'Les comptes sont clôturés jusqu’au {before} : en rouvrir des jours demande un motif.',
      nl: 'De boeken zijn afgesloten tot en met {before}: er dagen van heropenen vraagt een reden.',
    },
    remedy: {
      en: 'Write why, in a few words: it stays in the history.',
      fr: 'Indiquez pourquoi, en quelques mots : le motif reste dans l’historique.',
      nl: 'Schrijf in enkele woorden waarom: het blijft in de geschiedenis.',
    },
  },
  not_over: {
    text: {
      en: '{day} is not over: only days that have passed can be closed.',
      fr: 'Le {day} n’est pas terminé : seuls des jours écoulés peuvent être clôturés.',
      nl: '{day} is nog niet voorbij: alleen voorbije dagen kunnen worden afgesloten.',
    },
    remedy: {
      en: 'Choose yesterday or an earlier day.',
      fr: 'Choisissez hier ou un jour antérieur.',
      nl: 'Kies gisteren of een eerdere dag.',
    },
  },
  moved_meanwhile: {
    text: {
      en: 'Somebody moved the end of the closed period meanwhile.',
      fr: 'Quelqu’un a déplacé entre-temps la fin de la période clôturée.',
      nl: 'Iemand heeft het einde van de afgesloten periode intussen verplaatst.',
    },
    remedy: {
      en: 'Look at the day that holds now, then decide again.',
      fr: 'Vérifiez la date en vigueur, puis décidez à nouveau.',
      nl: 'Kijk welke dag nu geldt en beslis dan opnieuw.',
    },
  },
  bookings_under_way: {
    text: {
      en: 'Flow “{flow}”: {count} entries dated until {day} are on their way and may still be booked.',
      fr: 'Flux « {flow} » : {count} écritures datées jusqu’au {day} sont en cours d’envoi et peuvent encore être comptabilisées.',
      nl: 'Stroom “{flow}”: {count} boekingen tot en met {day} zijn onderweg en kunnen nog worden geboekt.',
    },
    remedy: {
      en: 'Let the run end; resume one that failed, or cancel it. Then close the period.',
      fr: 'Attendez la fin de l’exécution ; reprenez celle qui a échoué ou annulez-la. Clôturez ensuite la période.',
      nl: 'Wacht tot de uitvoering klaar is; hervat er een die mislukt is of annuleer ze. Sluit daarna de periode af.',
    },
  },
  nothing_changes: {
    text: {
      en: 'This is the day that holds already.',
      fr: 'C’est déjà la date en vigueur.',
      nl: 'Dit is de dag die al geldt.',
    },
  },
});
