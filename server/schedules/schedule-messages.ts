import { defineMessages } from '#schemas/messages.ts';

/** What the operations on schedules refuse, and why a slot started nothing or waits. */
export const scheduleMessages = defineMessages('schedules', {
  missing: {
    text: {
      en: 'This schedule does not exist in this workspace.',
      fr: 'Cette planification n’existe pas dans cet espace de travail.',
      nl: 'Deze planning bestaat niet in deze werkruimte.',
    },
  },
  changed_meanwhile: {
    text: {
      en: 'Somebody changed this schedule in the meantime; your changes were not saved.',
      fr: 'Quelqu’un a modifié cette planification entre-temps ; vos modifications n’ont pas été enregistrées.',
      nl: 'Iemand heeft deze planning intussen gewijzigd; uw wijzigingen zijn niet bewaard.',
    },
    remedy: {
      en: 'Close the form, open it again and make your changes on what is there now.',
      fr: 'Fermez le formulaire, rouvrez-le et refaites vos modifications sur la version actuelle.',
      nl: 'Sluit het formulier, open het opnieuw en breng uw wijzigingen aan op wat er nu staat.',
    },
  },
  never: {
    text: {
      en: 'This schedule would never start: none of the chosen months has one of the chosen days, or all of them are public holidays.',
      fr: 'Cette planification ne démarrerait jamais : aucun des mois choisis n’a l’un des jours choisis, ou tous sont des jours fériés.',
      nl: 'Deze planning zou nooit starten: geen enkele gekozen maand heeft een van de gekozen dagen, of het zijn allemaal feestdagen.',
    },
    remedy: {
      en: 'Choose other days (“last” is there in every month), or another rule for public holidays.',
      fr: 'Choisissez d’autres jours (« dernier » existe chaque mois) ou une autre règle pour les jours fériés.',
      nl: 'Kies andere dagen (“laatste” bestaat in elke maand) of een andere regel voor feestdagen.',
    },
  },
  flow_off: {
    text: {
      en: 'The flow was switched off.',
      fr: 'Le flux était désactivé.',
      nl: 'De flow stond uit.',
    },
    remedy: {
      en: 'Switch the flow on if it is to start by itself.',
      fr: 'Activez le flux s’il doit démarrer de lui-même.',
      nl: 'Zet de flow aan als hij vanzelf moet starten.',
    },
  },
  flow_archived: {
    text: {
      en: 'The flow has been deleted.',
      fr: 'Le flux a été supprimé.',
      nl: 'De flow is verwijderd.',
    },
  },
  paused: {
    text: {
      en: 'The schedule was paused while this start was waiting.',
      fr: 'La planification a été mise en pause pendant que ce démarrage attendait.',
      nl: 'De planning werd gepauzeerd terwijl deze start wachtte.',
    },
  },
  missed: {
    text: {
      en: 'The server was not running at that time, and what is missed is not made up for.',
      fr: 'Le serveur ne fonctionnait pas à ce moment et les démarrages manqués ne sont pas rattrapés.',
      nl: 'De server draaide toen niet en gemiste starts worden niet ingehaald.',
    },
    remedy: {
      en: 'Run the schedule now if you need it, or choose another rule for missed starts.',
      fr: 'Lancez la planification maintenant si nécessaire, ou choisissez une autre règle pour les démarrages manqués.',
      nl: 'Voer de planning nu uit als dat nodig is, of kies een andere regel voor gemiste starts.',
    },
  },
  missed_replaced: {
    text: {
      en: 'The server was not running at that time; a later start took its place.',
      fr: 'Le serveur ne fonctionnait pas à ce moment ; un démarrage plus récent l’a remplacé.',
      nl: 'De server draaide toen niet; een latere start kwam in de plaats.',
    },
  },
  caught_up: {
    text: {
      en: 'Started late: the server was not running at that time.',
      fr: 'Démarré en retard : le serveur ne fonctionnait pas à ce moment.',
      nl: 'Later gestart: de server draaide toen niet.',
    },
  },
  still_running: {
    text: {
      en: 'An earlier scheduled run of the flow was not finished yet.',
      fr: 'Une exécution planifiée précédente du flux n’était pas encore terminée.',
      nl: 'Een eerdere geplande uitvoering van de flow was nog niet klaar.',
    },
    remedy: {
      en: 'Nothing is lost if the next run covers the same days. Choose longer steps, or let one start wait.',
      fr: 'Rien n’est perdu si l’exécution suivante couvre les mêmes jours. Espacez les démarrages, ou laissez-en un attendre.',
      nl: 'Er gaat niets verloren als de volgende uitvoering dezelfde dagen omvat. Kies grotere stappen of laat één start wachten.',
    },
  },
  queue_full: {
    text: {
      en: 'An earlier scheduled run was not finished, and another start was already waiting for it.',
      fr: 'Une exécution planifiée précédente n’était pas terminée et un autre démarrage l’attendait déjà.',
      nl: 'Een eerdere geplande uitvoering was niet klaar en er wachtte al een andere start op.',
    },
  },
  waits: {
    text: {
      en: 'Waits until the earlier scheduled run of the flow has ended.',
      fr: 'Attend la fin de l’exécution planifiée précédente du flux.',
      nl: 'Wacht tot de eerdere geplande uitvoering van de flow afgelopen is.',
    },
  },
  start_failed: {
    text: {
      en: 'The run could not be started: {detail}',
      fr: 'L’exécution n’a pas pu démarrer : {detail}',
      nl: 'De uitvoering kon niet starten: {detail}',
    },
    remedy: {
      en: 'Run the schedule now to see whether it happens again; if it does, report it with this text.',
      fr: 'Lancez la planification maintenant pour voir si cela se reproduit ; si oui, signalez-le avec ce texte.',
      nl: 'Voer de planning nu uit om te zien of het opnieuw gebeurt; zo ja, meld het met deze tekst.',
    },
  },
});
