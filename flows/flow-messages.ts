import { defineMessages } from '#schemas/messages.ts';

/** What can be wrong with a flow as drawn. */
export const flowMessages = defineMessages('flow', {
  unknown_type: {
    text: {
      en: '“{node}” is of type “{type}”, which does not exist here.',
      fr: '« {node} » est du type « {type} », qui n’existe pas ici.',
      nl: '“{node}” is van het type “{type}”, dat hier niet bestaat.',
    },
    remedy: {
      en: 'Remove the node, or install the connector that brings this type.',
      fr: 'Retirez le nœud ou installez le connecteur qui apporte ce type.',
      nl: 'Verwijder het knooppunt of installeer de connector die dit type meebrengt.',
    },
  },
  newer_type: {
    text: {
      en: '“{node}” was made for version {wanted} of “{type}”; this installation has version {present}.',
      fr: '« {node} » a été fait pour la version {wanted} de « {type} » ; cette installation a la version {present}.',
      nl: '“{node}” is gemaakt voor versie {wanted} van “{type}”; deze installatie heeft versie {present}.',
    },
    remedy: {
      en: 'Update Passerelle, or remove the node and add it again.',
      fr: 'Mettez Passerelle à jour, ou retirez le nœud et ajoutez-le à nouveau.',
      nl: 'Werk Passerelle bij, of verwijder het knooppunt en voeg het opnieuw toe.',
    },
  },
  no_migration: {
    text: {
      en: '“{node}” is made for version {made} of “{type}”, and nothing says how its settings become those of version {next}.',
      fr: '« {node} » est fait pour la version {made} de « {type} », et rien ne dit comment ses réglages deviennent ceux de la version {next}.',
      nl: '“{node}” is gemaakt voor versie {made} van “{type}”, en niets zegt hoe de instellingen die van versie {next} worden.',
    },
    remedy: {
      en: 'Update the connector, or remove the node and add it again with its settings.',
      fr: 'Mettez le connecteur à jour, ou retirez le nœud et ajoutez-le à nouveau avec ses réglages.',
      nl: 'Werk de connector bij, of verwijder het knooppunt en voeg het opnieuw toe met zijn instellingen.',
    },
  },
  migration_failed: {
    text: {
      en: 'The settings of “{node}” could not be brought from version {made} to version {next} of “{type}”: {detail}',
      fr: 'Les réglages de « {node} » n’ont pas pu passer de la version {made} à la version {next} de « {type} » : {detail}',
      nl: 'De instellingen van “{node}” konden niet van versie {made} naar versie {next} van “{type}” worden gebracht: {detail}',
    },
    remedy: {
      en: 'Report it; until then, remove the node and add it again with its settings.',
      fr: 'Signalez-le ; en attendant, retirez le nœud et ajoutez-le à nouveau avec ses réglages.',
      nl: 'Meld het; verwijder intussen het knooppunt en voeg het opnieuw toe met zijn instellingen.',
    },
  },
  unknown_end: {
    text: {
      en: 'A connection leads from “{from}” to “{to}”, and one of these ends does not exist.',
      fr: 'Une liaison va de « {from} » à « {to} », et l’une de ces extrémités n’existe pas.',
      nl: 'Een verbinding loopt van “{from}” naar “{to}”, en een van beide uiteinden bestaat niet.',
    },
    remedy: {
      en: 'Delete this connection and draw it again.',
      fr: 'Supprimez cette liaison et retracez-la.',
      nl: 'Verwijder deze verbinding en teken ze opnieuw.',
    },
  },
  wrong_kind: {
    text: {
      en: '“{from}” gives {given}, but “{to}” takes {taken}.',
      fr: '« {from} » donne {given}, mais « {to} » attend {taken}.',
      nl: '“{from}” geeft {given}, maar “{to}” verwacht {taken}.',
    },
    remedy: {
      en: 'Put a node between them that turns one into the other.',
      fr: 'Placez entre eux un nœud qui transforme l’un en l’autre.',
      nl: 'Plaats er een knooppunt tussen dat het ene in het andere omzet.',
    },
  },
  render_feeds_delivery: {
    text: {
      en: '“{to}” cannot take what “{from}” makes: it is complete only at the end of the run.',
      fr: '« {to} » ne peut pas recevoir ce que « {from} » produit : ce n’est complet qu’à la fin de l’exécution.',
      nl: '“{to}” kan niet ontvangen wat “{from}” maakt: dat is pas volledig aan het einde van de uitvoering.',
    },
    remedy: {
      en: 'Connect “{from}” to a delivery.',
      fr: 'Reliez « {from} » à un envoi.',
      nl: 'Verbind “{from}” met een levering.',
    },
  },
  cycle: {
    text: {
      en: 'The flow runs in a circle through {nodes}.',
      fr: 'Le flux tourne en rond par {nodes}.',
      nl: 'De flow loopt in een kring door {nodes}.',
    },
    remedy: {
      en: 'Remove one of the connections of this circle: documents only go forward.',
      fr: 'Retirez une des liaisons de ce cercle : les documents ne vont que vers l’avant.',
      nl: 'Verwijder een van de verbindingen in deze kring: documenten gaan alleen vooruit.',
    },
  },
  nothing_in: {
    text: {
      en: '“{node}” receives nothing.',
      fr: '« {node} » ne reçoit rien.',
      nl: '“{node}” ontvangt niets.',
    },
    remedy: {
      en: 'Connect its input to the output of another node.',
      fr: 'Reliez son entrée à la sortie d’un autre nœud.',
      nl: 'Verbind de ingang met de uitgang van een ander knooppunt.',
    },
  },
  nothing_out: {
    text: {
      en: 'What “{node}” gives goes nowhere.',
      fr: 'Ce que donne « {node} » ne va nulle part.',
      nl: 'Wat “{node}” geeft, gaat nergens heen.',
    },
    remedy: {
      en: 'Connect its output, down to a node that delivers.',
      fr: 'Reliez sa sortie, jusqu’à un nœud qui livre.',
      nl: 'Verbind de uitgang, tot aan een knooppunt dat aflevert.',
    },
  },
  no_trigger: {
    text: {
      en: 'Nothing starts this flow.',
      fr: 'Rien ne démarre ce flux.',
      nl: 'Niets start deze flow.',
    },
    remedy: {
      en: 'Add a trigger, such as “Start by hand”.',
      fr: 'Ajoutez un déclencheur, comme « Démarrage manuel ».',
      nl: 'Voeg een trigger toe, zoals “Handmatig starten”.',
    },
  },
  no_source: {
    text: {
      en: 'This flow reads nothing.',
      fr: 'Ce flux ne lit rien.',
      nl: 'Deze flow leest niets.',
    },
    remedy: {
      en: 'Add a source, such as the orders of a shop.',
      fr: 'Ajoutez une source, comme les commandes d’une boutique.',
      nl: 'Voeg een bron toe, zoals de bestellingen van een winkel.',
    },
  },
  no_delivery: {
    text: {
      en: 'This flow delivers nothing.',
      fr: 'Ce flux ne livre rien.',
      nl: 'Deze flow levert niets af.',
    },
    remedy: {
      en: 'Add a delivery, such as a download or SFTP.',
      fr: 'Ajoutez une livraison, comme un téléchargement ou le SFTP.',
      nl: 'Voeg een aflevering toe, zoals een download of SFTP.',
    },
  },
  no_connection: {
    text: {
      en: '“{node}” works with a connection of type “{type}”, and none is chosen.',
      fr: '« {node} » travaille avec une connexion du type « {type} », et aucune n’est choisie.',
      nl: '“{node}” werkt met een verbinding van het type “{type}”, en er is er geen gekozen.',
    },
    remedy: {
      en: 'Choose one of the workspace’s connections, or make one.',
      fr: 'Choisissez une connexion de l’espace de travail ou créez-en une.',
      nl: 'Kies een verbinding van de werkruimte of maak er een.',
    },
  },
  wrong_connection: {
    text: {
      en: 'The connection “{slot}” is of type “{given}”, but “{node}” needs “{type}”.',
      fr: 'La connexion « {slot} » est du type « {given} », mais « {node} » demande « {type} ».',
      nl: 'De verbinding “{slot}” is van het type “{given}”, maar “{node}” vraagt “{type}”.',
    },
    remedy: {
      en: 'Choose a connection of the right type.',
      fr: 'Choisissez une connexion du bon type.',
      nl: 'Kies een verbinding van het juiste type.',
    },
  },
  unknown_zone: {
    text: {
      en: '“{zone}” is not a time zone.',
      fr: '« {zone} » n’est pas un fuseau horaire.',
      nl: '“{zone}” is geen tijdzone.',
    },
    remedy: {
      en: 'Use a name such as Europe/Brussels or Europe/Paris.',
      fr: 'Utilisez un nom comme Europe/Brussels ou Europe/Paris.',
      nl: 'Gebruik een naam zoals Europe/Brussels of Europe/Paris.',
    },
  },
});
