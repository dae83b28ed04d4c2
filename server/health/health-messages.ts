import { defineMessages } from '#schemas/messages.ts';

/** What the health page asks a person to look at, each with what to do. */
export const healthMessages = defineMessages('system', {
  no_worker: {
    text: {
      en: 'No worker is alive: runs, schedules and webhooks stand still.',
      fr: 'Aucun worker n’est actif : les exécutions, les planifications et les webhooks sont à l’arrêt.',
      nl: 'Er is geen actieve worker: uitvoeringen, planningen en webhooks staan stil.',
    },
    remedy: {
      en: 'Restart Passerelle; if a worker runs on its own, restart that too and look at its log.',
      fr: 'Redémarrez Passerelle ; si un worker tourne séparément, redémarrez-le aussi et consultez son journal.',
      nl: 'Herstart Passerelle; draait er een aparte worker, herstart die dan ook en bekijk zijn logboek.',
    },
  },
  days_differ: {
    text: {
      en: 'Days on which the books do not agree with the source: {count}.',
      fr: 'Jours où les comptes ne concordent pas avec la source : {count}.',
      nl: 'Dagen waarop de boeken niet overeenstemmen met de bron: {count}.',
    },
    remedy: {
      en: 'The screen “Completeness” names each day and the cause; an alarm clears by itself once the day agrees.',
      fr: 'L’écran « Exhaustivité » indique chaque jour et la cause ; l’alerte s’efface d’elle-même quand le jour concorde.',
      nl: 'Het scherm “Volledigheid” noemt elke dag en de oorzaak; een alarm verdwijnt vanzelf zodra de dag klopt.',
    },
  },
  queue_late: {
    text: {
      en: 'Work has been waiting for {minutes} minutes; jobs that wait in all: {count}.',
      fr: 'Du travail attend depuis {minutes} minutes ; tâches en attente en tout : {count}.',
      nl: 'Er wacht al {minutes} minuten werk; wachtende taken in totaal: {count}.',
    },
    remedy: {
      en: 'A long run may be in front. If the number keeps growing, start a second worker (see the documentation).',
      fr: 'Une longue exécution est peut-être devant. Si le nombre continue de croître, lancez un deuxième worker (voir la documentation).',
      nl: 'Misschien is er een lange uitvoering voor. Blijft het aantal stijgen, start dan een tweede worker (zie de documentatie).',
    },
  },
  jobs_given_up: {
    text: {
      en: 'Jobs that failed every time they were tried: {count}.',
      fr: 'Tâches qui ont échoué à chaque essai : {count}.',
      nl: 'Taken die bij elke poging mislukten: {count}.',
    },
    remedy: {
      en: 'The server’s log says why. They are removed after a day; what they were about is looked at again by itself.',
      fr: 'Le journal du serveur dit pourquoi. Elles sont retirées après un jour ; ce dont il s’agissait est repris automatiquement.',
      nl: 'Het logboek van de server zegt waarom. Ze verdwijnen na een dag; waar het om ging wordt vanzelf opnieuw bekeken.',
    },
  },
  uncertain: {
    text: {
      en: 'Entries that may or may not have arrived in the books: {count}.',
      fr: 'Écritures dont on ignore si elles sont arrivées en comptabilité : {count}.',
      nl: 'Boekingen waarvan niet zeker is of ze in de boekhouding aankwamen: {count}.',
    },
    remedy: {
      en: 'Look each of them up in the target and decide on the screen of postings; until then they are not sent again.',
      fr: 'Recherchez chacune dans la cible, puis tranchez sur l’écran des transmissions ; d’ici là, elles ne sont pas renvoyées.',
      nl: 'Zoek elke boeking op in het doel en beslis op het scherm met doorboekingen; tot dan worden ze niet opnieuw verstuurd.',
    },
  },
  held: {
    text: {
      en: 'Documents that wait until something is put right: {count}.',
      fr: 'Documents en attente d’une correction : {count}.',
      nl: 'Documenten die wachten tot er iets is rechtgezet: {count}.',
    },
    remedy: {
      en: 'They are not booked yet. The queue of held documents says what each cause needs.',
      fr: 'Ils ne sont pas encore comptabilisés. La file des documents en attente indique ce que demande chaque cause.',
      nl: 'Ze zijn nog niet geboekt. De lijst met aangehouden documenten zegt wat elke oorzaak vraagt.',
    },
  },
  circuit_open: {
    text: {
      en: 'The connection “{name}” failed several times in a row and is left alone for a while.',
      fr: 'La connexion « {name} » a échoué plusieurs fois de suite et est laissée en repos un moment.',
      nl: 'De verbinding “{name}” mislukte meermaals na elkaar en wordt even met rust gelaten.',
    },
    remedy: {
      en: 'It is tried again by itself. If it stays so, test the connection and see whether the system is down.',
      fr: 'Elle est réessayée automatiquement. Si cela dure, testez la connexion et vérifiez si le système est en panne.',
      nl: 'Ze wordt vanzelf opnieuw geprobeerd. Blijft het zo, test dan de verbinding en kijk of het systeem plat ligt.',
    },
  },
  schedule_late: {
    text: {
      en: 'A schedule of “{flow}” should have started something and did not.',
      fr: 'Une planification de « {flow} » aurait dû lancer une exécution et ne l’a pas fait.',
      nl: 'Een planning van “{flow}” had iets moeten starten en deed dat niet.',
    },
    remedy: {
      en: 'If a worker is alive, wait a minute; otherwise restart Passerelle. Missed times follow the schedule’s own rule.',
      fr: 'Si un worker est actif, attendez une minute ; sinon redémarrez Passerelle. Les heures manquées suivent la règle de la planification.',
      nl: 'Is er een actieve worker, wacht dan een minuut; herstart anders Passerelle. Gemiste tijdstippen volgen de regel van de planning.',
    },
  },
  space_short: {
    text: {
      en: 'Days of room left at the present growth: {days}.',
      fr: 'Jours de place restants à la croissance actuelle : {days}.',
      nl: 'Resterende dagen plaats bij de huidige groei: {days}.',
    },
    remedy: {
      en: 'Make room on the disk, or keep logs and source documents for a shorter time (below on the page System).',
      fr: 'Libérez de la place sur le disque ou conservez moins longtemps le suivi des étapes et les documents sources (au bas de la page Système).',
      nl: 'Maak plaats op de schijf of bewaar het verloop van de stappen en de brondocumenten minder lang (onderaan de pagina Systeem).',
    },
  },
  pruning_late: {
    text: {
      en: 'Old data has not been removed for {days} days.',
      fr: 'Les anciennes données n’ont pas été supprimées depuis {days} jours.',
      nl: 'Oude gegevens zijn al {days} dagen niet verwijderd.',
    },
    remedy: {
      en: 'It is done by a worker every day; the server’s log says what stands in the way.',
      fr: 'Un worker s’en charge chaque jour ; le journal du serveur indique ce qui l’en empêche.',
      nl: 'Een worker doet dat elke dag; het logboek van de server zegt wat in de weg staat.',
    },
  },
  days_kept: {
    text: {
      en: 'Days of source documents that are past their age and stay, for runs or held documents still need them: {days}.',
      fr: 'Jours de documents sources au-delà du délai qui restent, car des exécutions ou des documents en attente en ont besoin : {days}.',
      nl: 'Dagen brondocumenten over hun termijn die blijven, want uitvoeringen of aangehouden documenten hebben ze nog nodig: {days}.',
    },
    remedy: {
      en: 'Resume or stop the runs named under “Storage”, confirm their review, or put the held documents right.',
      fr: 'Reprenez ou arrêtez les exécutions citées sous « Stockage », confirmez leur contrôle ou corrigez les documents en attente.',
      nl: 'Hervat of stop de uitvoeringen onder “Opslag”, bevestig hun controle of zet de aangehouden documenten recht.',
    },
  },
});
