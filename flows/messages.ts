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

/** What the engine itself says of a run and its documents. */
export const runMessages = defineMessages('run', {
  already_posted: {
    text: {
      en: '{number} was already transferred on {day} by an earlier run.',
      fr: '{number} a déjà été transmis le {day} par une exécution précédente.',
      nl: '{number} werd al doorgeboekt op {day} door een eerdere uitvoering.',
    },
  },
  changed_since_posted: {
    text: {
      en: '{number} was booked on {day} and has changed since: it waits for a person.',
      fr: '{number} a été comptabilisé le {day} et a changé depuis : il attend une décision.',
      nl: '{number} werd geboekt op {day} en is sindsdien gewijzigd: het wacht op een beslissing.',
    },
    remedy: {
      en: 'Compare the document with the entry in the books, and correct it there if needed.',
      fr: 'Comparez le document avec l’écriture comptable et corrigez-la là si nécessaire.',
      nl: 'Vergelijk het document met de boeking en verbeter die daar zo nodig.',
    },
  },
  posting_uncertain: {
    text: {
      en: '{number} was sent, no answer came, and the target cannot be asked: it may have arrived.',
      fr: '{number} a été envoyé, aucune réponse n’est venue et la cible ne peut pas être interrogée : il est peut-être arrivé.',
      nl: '{number} werd verzonden, er kwam geen antwoord en het doel kan het niet zeggen: het is misschien aangekomen.',
    },
    remedy: {
      en: 'Look in the target, then say under “Postings” whether it is there: it is never sent again by itself.',
      fr: 'Vérifiez dans la cible, puis indiquez sous « Écritures transmises » s’il y est : rien n’est renvoyé tout seul.',
      nl: 'Kijk in het doel en zeg dan bij “Doorgeboekt” of het er staat: niets wordt vanzelf opnieuw verzonden.',
    },
  },
  changed_same_amounts: {
    text: {
      en: '{number} was already transferred on {day}; it has changed since, but no amount on any account has.',
      fr: '{number} a déjà été transmis le {day} ; il a changé depuis, mais aucun montant sur aucun compte.',
      nl: '{number} werd al doorgeboekt op {day}; het is sindsdien gewijzigd, maar geen enkel bedrag op een rekening.',
    },
  },
  gone_from_source: {
    text: {
      en: 'Documents asked for that the source no longer has: {count}',
      fr: 'Documents demandés que la source ne contient plus : {count}',
      nl: 'Gevraagde documenten die de bron niet meer heeft: {count}',
    },
  },
  corrected: {
    text: {
      en: '{number} has changed since it was booked: corrected by {pieces}',
      fr: '{number} a changé depuis sa comptabilisation : corrigé par {pieces}',
      nl: '{number} is gewijzigd sinds de boeking: verbeterd met {pieces}',
    },
  },
  refused: {
    text: {
      en: '{number} was refused: {problem}',
      fr: '{number} a été refusé : {problem}',
      nl: '{number} werd geweigerd: {problem}',
    },
  },
  documents_delivered: {
    text: {
      en: 'Delivered: {posted}; refused: {refused}; to be tried again: {later}; uncertain: {uncertain}',
      fr: 'Transmis : {posted} ; refusés : {refused} ; à réessayer : {later} ; incertains : {uncertain}',
      nl: 'Afgeleverd: {posted}; geweigerd: {refused}; later opnieuw: {later}; onzeker: {uncertain}',
    },
  },
  document_delivered: {
    text: {
      en: '{number} was delivered: {reference}',
      fr: '{number} a été transmis : {reference}',
      nl: '{number} is afgeleverd: {reference}',
    },
  },
  being_posted: {
    text: {
      en: '{number} belongs to an earlier run that has not finished its delivery.',
      fr: '{number} appartient à une exécution précédente qui n’a pas terminé sa livraison.',
      nl: '{number} hoort bij een eerdere uitvoering die haar aflevering niet heeft voltooid.',
    },
    remedy: {
      en: 'Resume or cancel that run first; then run again.',
      fr: 'Reprenez ou annulez d’abord cette exécution, puis relancez.',
      nl: 'Hervat of annuleer eerst die uitvoering en start daarna opnieuw.',
    },
  },
  maybe_posted: {
    text: {
      en: '{number} may have been delivered by a run that was then cancelled, so it is not booked again.',
      fr: '{number} a peut-être été livré par une exécution annulée ensuite : il n’est pas comptabilisé à nouveau.',
      nl: '{number} is misschien afgeleverd door een uitvoering die daarna geannuleerd werd, en wordt dus niet opnieuw geboekt.',
    },
    remedy: {
      en: 'Look in the books, then say under “Postings” whether it is there.',
      fr: 'Vérifiez dans la comptabilité, puis indiquez sous « Écritures transmises » s’il y est.',
      nl: 'Kijk in de boekhouding en zeg dan bij “Doorgeboekt” of het er staat.',
    },
  },
  cancelled_uncertain: {
    text: {
      en: 'The run was cancelled after its file may have reached its target.',
      fr: 'L’exécution a été annulée alors que son fichier avait peut-être atteint sa cible.',
      nl: 'De uitvoering werd geannuleerd toen haar bestand het doel misschien al had bereikt.',
    },
    remedy: {
      en: 'Look in the target, then say under “Postings” whether it is there: no run books it again by itself.',
      fr: 'Vérifiez dans la cible, puis indiquez sous « Écritures transmises » s’il y est : aucune exécution ne le comptabilise à nouveau d’elle-même.',
      nl: 'Kijk in het doel en zeg dan bij “Doorgeboekt” of het er staat: geen uitvoering boekt het vanzelf opnieuw.',
    },
  },
  cancelled: {
    text: {
      en: 'The run was cancelled before this document was delivered.',
      fr: 'L’exécution a été annulée avant la livraison de ce document.',
      nl: 'De uitvoering werd geannuleerd voordat dit document was afgeleverd.',
    },
    remedy: {
      en: 'It stays to be transferred: the next run takes it again.',
      fr: 'Il reste à transférer : la prochaine exécution le reprendra.',
      nl: 'Het blijft over te zetten: de volgende uitvoering neemt het weer op.',
    },
  },
  unticked: {
    text: {
      en: 'Left out in the review.',
      fr: 'Écarté lors du contrôle.',
      nl: 'Weggelaten bij de controle.',
    },
    remedy: {
      en: 'It stays to be transferred: the next run proposes it again.',
      fr: 'Il reste à transférer : la prochaine exécution le proposera à nouveau.',
      nl: 'Het blijft over te zetten: de volgende uitvoering stelt het opnieuw voor.',
    },
  },
  nothing_made: {
    text: {
      en: 'Nothing was to be made of it.',
      fr: 'Il n’y avait rien à en faire.',
      nl: 'Er hoefde niets van gemaakt te worden.',
    },
  },
  mapping_crashed: {
    text: {
      en: 'The mapping “{node}” could not handle this document: {detail}',
      fr: 'Le mappage « {node} » n’a pas pu traiter ce document : {detail}',
      nl: 'De mapping “{node}” kon dit document niet verwerken: {detail}',
    },
    remedy: {
      en: 'This is a fault of the product: report it with the document shown here.',
      fr: 'C’est un défaut du produit : signalez-le avec le document affiché ici.',
      nl: 'Dit is een fout van het product: meld ze met het document dat hier staat.',
    },
  },
  node_crashed: {
    text: {
      en: '“{node}” failed unexpectedly: {detail}',
      fr: '« {node} » a échoué de façon inattendue : {detail}',
      nl: '“{node}” is onverwacht mislukt: {detail}',
    },
    remedy: {
      en: 'What was recorded is kept; resume the run, and report it if it happens again.',
      fr: 'Ce qui est enregistré est conservé ; reprenez l’exécution et signalez le problème s’il se reproduit.',
      nl: 'Wat opgenomen is, blijft bewaard; hervat de uitvoering en meld het als het opnieuw gebeurt.',
    },
  },
  page_read: {
    text: {
      en: 'Read {count} documents.',
      fr: '{count} documents lus.',
      nl: '{count} documenten gelezen.',
    },
  },
  read_progress: {
    text: {
      en: 'Read {count} documents ({done} of {total}).',
      fr: '{count} documents lus ({done} sur {total}).',
      nl: '{count} documenten gelezen ({done} van {total}).',
    },
  },
  skipped: {
    text: {
      en: 'Skipped {document}: {reason}',
      fr: '{document} ignoré : {reason}',
      nl: '{document} overgeslagen: {reason}',
    },
  },
  entries_made: {
    text: {
      en: '{entries} journal entries made of {documents} documents; {held} held, {skipped} skipped, {failed} failed.',
      fr: '{entries} écritures faites de {documents} documents ; {held} en attente, {skipped} ignorés, {failed} en échec.',
      nl: '{entries} boekingen gemaakt van {documents} documenten; {held} aangehouden, {skipped} overgeslagen, {failed} mislukt.',
    },
  },
  waiting_for_review: {
    text: {
      en: '{count} entries wait for confirmation.',
      fr: '{count} écritures attendent une confirmation.',
      nl: '{count} boekingen wachten op bevestiging.',
    },
  },
  review_confirmed: {
    text: {
      en: '{count} entries confirmed, {left} left out.',
      fr: '{count} écritures confirmées, {left} écartées.',
      nl: '{count} boekingen bevestigd, {left} weggelaten.',
    },
  },
  review_unattended: {
    text: {
      en: 'Confirmed without a person: this run was started headless or as a dry run.',
      fr: 'Confirmé sans intervention : cette exécution a été lancée sans écran ou à blanc.',
      nl: 'Bevestigd zonder tussenkomst: deze uitvoering is zonder scherm of als proef gestart.',
    },
  },
  file_written: {
    text: {
      en: 'Wrote {name}: {entries} entries, {lines} lines, debit {debit}, credit {credit}.',
      fr: '{name} écrit : {entries} écritures, {lines} lignes, débit {debit}, crédit {credit}.',
      nl: '{name} geschreven: {entries} boekingen, {lines} regels, debet {debit}, credit {credit}.',
    },
  },
  no_file: {
    text: {
      en: 'No entry to write: no file was made.',
      fr: 'Aucune écriture à écrire : aucun fichier n’a été créé.',
      nl: 'Geen boeking te schrijven: er is geen bestand gemaakt.',
    },
  },
  delivered: {
    text: {
      en: 'Delivered {name}: {reference}.',
      fr: '{name} livré : {reference}.',
      nl: '{name} afgeleverd: {reference}.',
    },
  },
  outcome_unknown: {
    text: {
      en: 'It is not known whether an earlier attempt to deliver {name} arrived, and its target cannot be asked.',
      fr: 'On ne sait pas si une tentative précédente de livrer {name} est arrivée, et la cible ne peut pas être interrogée.',
      nl: 'Het is niet bekend of een eerdere poging om {name} af te leveren is aangekomen, en het doel kan het niet zeggen.',
    },
    remedy: {
      en: 'Look in the target. If it is there, cancel this run; nothing is sent a second time by itself.',
      fr: 'Vérifiez dans la cible. S’il y est, annulez cette exécution ; rien n’est envoyé une seconde fois tout seul.',
      nl: 'Kijk in het doel. Staat het er, annuleer dan deze uitvoering; niets wordt vanzelf een tweede keer verzonden.',
    },
  },
  not_delivered_dry: {
    text: {
      en: 'Dry run: {name} was not delivered.',
      fr: 'Essai à blanc : {name} n’a pas été livré.',
      nl: 'Proefuitvoering: {name} is niet afgeleverd.',
    },
  },
  trying_again: {
    text: {
      en: '{problem} Trying again in {seconds} s (attempt {attempt} of {attempts}).',
      fr: '{problem} Nouvel essai dans {seconds} s (tentative {attempt} sur {attempts}).',
      nl: '{problem} Nieuwe poging over {seconds} s (poging {attempt} van {attempts}).',
    },
  },
  not_published: {
    text: {
      en: 'The flow “{flow}” has no published version.',
      fr: 'Le flux « {flow} » n’a pas de version publiée.',
      nl: 'De flow “{flow}” heeft geen gepubliceerde versie.',
    },
    remedy: {
      en: 'Publish it on the canvas, then start it.',
      fr: 'Publiez-le sur le canevas, puis démarrez-le.',
      nl: 'Publiceer ze op het canvas en start ze dan.',
    },
  },
  flow_changed: {
    text: {
      en: 'The version {version} of this flow can no longer run here: {problem}',
      fr: 'La version {version} de ce flux ne peut plus s’exécuter ici : {problem}',
      nl: 'Versie {version} van deze flow kan hier niet meer draaien: {problem}',
    },
  },
});
