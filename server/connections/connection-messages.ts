import { defineMessages } from '#schemas/messages.ts';

export const connectionMessages = defineMessages('connection', {
  missing: {
    text: {
      en: 'This connection does not exist in this workspace.',
      fr: 'Cette connexion n’existe pas dans cet espace de travail.',
      nl: 'Deze verbinding bestaat niet in deze werkruimte.',
    },
  },
  unknown_type: {
    text: {
      en: 'There is no connection type “{type}” in this installation.',
      fr: 'Cette installation ne connaît pas de type de connexion « {type} ».',
      nl: 'Deze installatie kent geen verbindingstype “{type}”.',
    },
  },
  bad_fields: {
    text: {
      en: 'The connection was not saved: {count} field(s) need attention.',
      fr: 'La connexion n’a pas été enregistrée : {count} champ(s) à corriger.',
      nl: 'De verbinding is niet bewaard: {count} veld(en) vragen aandacht.',
    },
  },
  only_one: {
    text: {
      en: 'The connection “{name}” uses the same account, and {system} lets an account have one connection only: the newer one ends the older one.',
      fr: 'La connexion « {name} » utilise le même compte, et {system} n’admet qu’une connexion par compte : la plus récente met fin à l’autre.',
      nl: 'De verbinding “{name}” gebruikt dezelfde account, en {system} laat maar één verbinding per account toe: de nieuwste beëindigt de oudste.',
    },
    remedy: {
      en: 'Choose “{name}” in your flows instead of making a second connection.',
      fr: 'Choisissez « {name} » dans vos flux plutôt que de créer une seconde connexion.',
      nl: 'Kies “{name}” in uw flows in plaats van een tweede verbinding te maken.',
    },
  },
  in_use: {
    text: {
      en: 'The connection “{name}” is used by {flows} and cannot be deleted.',
      fr: 'La connexion « {name} » est utilisée par {flows} et ne peut pas être supprimée.',
      nl: 'De verbinding “{name}” wordt gebruikt door {flows} en kan niet worden verwijderd.',
    },
    remedy: {
      en: 'Choose another connection in these flows, or delete the flows first.',
      fr: 'Choisissez une autre connexion dans ces flux, ou supprimez d’abord ces flux.',
      nl: 'Kies een andere verbinding in deze flows, of verwijder eerst de flows.',
    },
  },
  in_run: {
    text: {
      en: 'The connection “{name}” is being used by a run that is not finished.',
      fr: 'La connexion « {name} » sert à une exécution qui n’est pas terminée.',
      nl: 'De verbinding “{name}” wordt gebruikt door een uitvoering die nog niet klaar is.',
    },
    remedy: {
      en: 'Wait until that run is finished, or cancel it.',
      fr: 'Attendez la fin de cette exécution ou annulez-la.',
      nl: 'Wacht tot die uitvoering klaar is, of annuleer ze.',
    },
  },
  demo_fixed: {
    text: {
      en: 'A demo connection belongs to the demo system; only its name can be changed.',
      fr: 'Une connexion de démonstration appartient au système de démonstration ; seul son nom peut changer.',
      nl: 'Een demoverbinding hoort bij het demosysteem; alleen de naam kan worden gewijzigd.',
    },
    remedy: {
      en: 'Make a new connection for your own system.',
      fr: 'Créez une nouvelle connexion pour votre propre système.',
      nl: 'Maak een nieuwe verbinding voor uw eigen systeem.',
    },
  },
  no_demo: {
    text: {
      en: 'There is no demo system for the connection type “{type}”.',
      fr: 'Il n’existe pas de système de démonstration pour le type de connexion « {type} ».',
      nl: 'Er is geen demosysteem voor het verbindingstype “{type}”.',
    },
  },
  test_broke: {
    text: {
      en: 'The test stopped with an error that is not the system’s (reference {reference}).',
      fr: 'Le test s’est arrêté sur une erreur qui ne vient pas du système testé (référence {reference}).',
      nl: 'De test stopte met een fout die niet van het systeem komt (referentie {reference}).',
    },
    remedy: {
      en: 'Try again. If it happens again, look for this reference in the server’s log.',
      fr: 'Réessayez. Si cela se répète, cherchez cette référence dans le journal du serveur.',
      nl: 'Probeer het opnieuw. Blijft het misgaan, zoek deze referentie dan op in het logboek van de server.',
    },
  },
  plain_credentials: {
    text: {
      en: 'This field holds a password or a key, and it is shown to everybody in the workspace.',
      fr: 'Ce champ contient un mot de passe ou une clé, alors que tout l’espace de travail peut le lire.',
      nl: 'Dit veld bevat een wachtwoord of een sleutel, en iedereen in de werkruimte kan het lezen.',
    },
    remedy: {
      en: 'Take it out and put it into the secret field that is meant for it.',
      fr: 'Retirez-le et mettez-le dans le champ secret prévu à cet effet.',
      nl: 'Haal het weg en zet het in het geheime veld dat ervoor bedoeld is.',
    },
  },
  type_again: {
    text: {
      en: 'The address leads to another system now: the stored secret is not sent there.',
      fr: 'L’adresse mène désormais à un autre système : le secret enregistré n’y est pas envoyé.',
      nl: 'Het adres leidt nu naar een ander systeem: het bewaarde geheim wordt daar niet naartoe gestuurd.',
    },
    remedy: {
      en: 'Type it again, or take the earlier address back.',
      fr: 'Saisissez-le à nouveau, ou reprenez l’adresse précédente.',
      nl: 'Typ het opnieuw, of neem het vorige adres terug.',
    },
  },
  test_too_slow: {
    text: {
      en: 'The system did not finish answering within {seconds} seconds.',
      fr: 'Le système n’a pas fini de répondre en {seconds} secondes.',
      nl: 'Het systeem was niet binnen {seconds} seconden klaar met antwoorden.',
    },
    remedy: {
      en: 'Check the address, and whether the system is slow or down right now.',
      fr: 'Vérifiez l’adresse, et si le système est lent ou en panne en ce moment.',
      nl: 'Controleer het adres, en of het systeem nu traag of buiten dienst is.',
    },
  },
});
