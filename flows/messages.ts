import { defineMessages } from '#schemas/messages.ts';

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
  sale_not_booked: {
    text: {
      en: 'Credit note {number} waits: its sale ({sale}) is not booked yet.',
      fr: 'L’avoir {number} est en attente : sa vente ({sale}) n’est pas encore comptabilisée.',
      nl: 'Creditnota {number} wacht: haar verkoop ({sale}) is nog niet geboekt.',
    },
    remedy: {
      en: 'It is tried again as soon as this flow has booked the sale. If the sale was booked elsewhere, have the flow book all credit notes.',
      fr: 'Il est repris dès que ce flux a comptabilisé la vente. Si elle l’a été ailleurs, faites comptabiliser tous les avoirs par le flux.',
      nl: 'Ze wordt opnieuw geprobeerd zodra deze flow de verkoop heeft geboekt. Is die elders geboekt, laat de flow dan alle creditnota’s boeken.',
    },
  },
  correction_kept_back: {
    text: {
      en: 'The correction {number} was not sent: what is booked of the document is not what it starts from.',
      fr: 'La correction {number} n’a pas été envoyée : ce qui est comptabilisé du document n’est pas ce dont elle part.',
      nl: 'De correctie {number} werd niet verzonden: wat van het document geboekt is, is niet waarvan ze uitgaat.',
    },
    remedy: {
      en: 'Try the document again: the correction is then worked out anew from what is booked.',
      fr: 'Relancez le document : la correction est alors recalculée d’après ce qui est comptabilisé.',
      nl: 'Probeer het document opnieuw: de correctie wordt dan opnieuw berekend op basis van wat geboekt is.',
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
  sum_refused: {
    text: {
      en: 'The entry {sum}, which sums it up with others, was refused: {problem}',
      fr: 'L’écriture {sum}, qui le regroupe avec d’autres, a été refusée : {problem}',
      nl: 'De boeking {sum}, die het met andere samenvat, werd geweigerd: {problem}',
    },
  },
  mapping_gone: {
    text: {
      en: 'The flow names mapping tables that are no longer there.',
      fr: 'Le flux désigne des tables de correspondance qui n’existent plus.',
      nl: 'De flow verwijst naar mappingtabellen die er niet meer zijn.',
    },
    remedy: {
      en: 'Choose mapping tables in the settings of the journal entries, then publish the flow.',
      fr: 'Choisissez des tables de correspondance dans les réglages des écritures, puis publiez le flux.',
      nl: 'Kies mappingtabellen in de instellingen van de boekingen en publiceer de flow.',
    },
  },
  enrich_answers: {
    text: {
      en: '{node} answered for {answered} of {asked} documents',
      fr: '{node} a répondu pour {answered} documents sur {asked}',
      nl: '{node} antwoordde voor {answered} van {asked} documenten',
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
