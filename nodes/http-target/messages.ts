import { defineMessages } from '#schemas/messages.ts';

export const httpTargetMessages = defineMessages('http-target', {
  bad_address: {
    text: {
      en: 'The address of the receiver is not a plain web address.',
      fr: 'L’adresse du destinataire n’est pas une adresse web simple.',
      nl: 'Het adres van de ontvanger is geen gewoon webadres.',
    },
    remedy: {
      en: 'Give it with https://, without a user name, a password, a question mark or a #. Credentials go into the fields of their own.',
      fr: 'Indiquez-la avec https://, sans nom d’utilisateur, mot de passe, point d’interrogation ni #. Les identifiants ont leurs propres champs.',
      nl: 'Geef het op met https://, zonder gebruikersnaam, wachtwoord, vraagteken of #. Aanmeldgegevens hebben hun eigen velden.',
    },
  },
  reachable: {
    text: {
      en: '{host} is reachable and did not object to the credentials (answer {status}).',
      fr: '{host} est joignable et n’a pas contesté les identifiants (réponse {status}).',
      nl: '{host} is bereikbaar en had geen bezwaar tegen de aanmeldgegevens (antwoord {status}).',
    },
  },
  refused_credentials: {
    text: {
      en: '{host} refuses the signature or the token ({status}): {reason}',
      fr: '{host} refuse la signature ou le jeton ({status}) : {reason}',
      nl: '{host} weigert de handtekening of het token ({status}): {reason}',
    },
    remedy: {
      en: 'Compare the signing secret and the token of the connection with those of the receiver, and the clocks of both machines.',
      fr: 'Comparez le secret de signature et le jeton de la connexion avec ceux du destinataire, ainsi que l’heure des deux machines.',
      nl: 'Vergelijk het ondertekeningsgeheim en het token van de verbinding met die van de ontvanger, en de klok van beide machines.',
    },
  },
  unreadable_customers: {
    text: {
      en: '{host} did not answer about customers with {shape} (answer {status}): {reason}',
      fr: '{host} n’a pas répondu au sujet des clients par {shape} (réponse {status}) : {reason}',
      nl: '{host} antwoordde over klanten niet met {shape} (antwoord {status}): {reason}',
    },
    remedy: {
      en: 'Correct the receiver; the documents are tried again.',
      fr: 'Corrigez le destinataire ; les documents seront réessayés.',
      nl: 'Verbeter de ontvanger; de documenten worden opnieuw geprobeerd.',
    },
  },
  no_such_address: {
    text: {
      en: 'Nothing at {host} takes documents under this address (answer {status}).',
      fr: 'Rien sur {host} ne reçoit de documents à cette adresse (réponse {status}).',
      nl: 'Niets op {host} neemt documenten aan op dit adres (antwoord {status}).',
    },
    remedy: {
      en: 'Check the path in the address of the connection.',
      fr: 'Vérifiez le chemin dans l’adresse de la connexion.',
      nl: 'Controleer het pad in het adres van de verbinding.',
    },
  },
  refused: {
    text: {
      en: '{host} refuses {document} ({status}): {reason}',
      fr: '{host} refuse {document} ({status}) : {reason}',
      nl: '{host} weigert {document} ({status}): {reason}',
    },
    remedy: {
      en: 'Nothing was booked there. Mend what the receiver objects to, then try again.',
      fr: 'Rien n’y a été comptabilisé. Corrigez ce que le destinataire reproche, puis réessayez.',
      nl: 'Daar is niets geboekt. Verbeter waar de ontvanger over struikelt en probeer het opnieuw.',
    },
  },
  number_taken: {
    text: {
      en: '{host} has the number of {document} already, for another document.',
      fr: '{host} a déjà attribué le numéro de {document} à un autre document.',
      nl: '{host} heeft het nummer van {document} al, voor een ander document.',
    },
    remedy: {
      en: 'Nothing was booked. Look there who took the number, and change the numbering of one of the two.',
      fr: 'Rien n’a été comptabilisé. Cherchez chez le destinataire qui a pris ce numéro et modifiez l’une des deux numérotations.',
      nl: 'Er is niets geboekt. Kijk daar wie het nummer gebruikt en wijzig een van beide nummeringen.',
    },
  },
  no_such_list: {
    text: {
      en: '{host} does not offer the list “{list}” (answer {status}).',
      fr: '{host} ne propose pas la liste « {list} » (réponse {status}).',
      nl: '{host} biedt de lijst “{list}” niet aan (antwoord {status}).',
    },
    remedy: {
      en: 'Type the values. A receiver that answers GET address/lists/{list} fills the pickers.',
      fr: 'Saisissez les valeurs. Un destinataire qui répond à GET adresse/lists/{list} remplit les listes de choix.',
      nl: 'Typ de waarden. Een ontvanger die GET adres/lists/{list} beantwoordt, vult de keuzelijsten.',
    },
  },
  unreadable_list: {
    text: {
      en: '{host} answered {status} to the question for the list “{list}”, not in the shape that is expected: {reason}',
      fr: '{host} a répondu {status} à la demande de la liste « {list} », sous une forme inattendue : {reason}',
      nl: '{host} antwoordde {status} op de vraag naar de lijst “{list}”, niet in de verwachte vorm: {reason}',
    },
    remedy: {
      en: 'The answer is JSON: an object with “values”, each with a “value” and a “name”, as texts.',
      fr: 'La réponse est en JSON : un objet avec « values », dont chaque élément a une « value » et un « name », en texte.',
      nl: 'Het antwoord is JSON: een object met “values”, elk met een “value” en een “name”, als tekst.',
    },
  },
  there_already: {
    text: {
      en: '{host} says that it has {document} already, although this is the first time that it is sent from here.',
      fr: '{host} indique avoir déjà {document}, alors que c’est son premier envoi depuis ici.',
      nl: '{host} zegt dat het {document} al heeft, hoewel het hier voor het eerst verstuurd wordt.',
    },
    remedy: {
      en: 'It counts as posted. Check there that it is the same document.',
      fr: 'Il est considéré comme transmis. Vérifiez sur place qu’il s’agit bien du même document.',
      nl: 'Het geldt als doorgeboekt. Controleer daar of het hetzelfde document is.',
    },
  },
  unreadable_answer: {
    text: {
      en: '{host} answered {status} to {document}, but not in JSON: {reason}',
      fr: '{host} a répondu {status} pour {document}, mais pas en JSON : {reason}',
      nl: '{host} antwoordde {status} op {document}, maar niet in JSON: {reason}',
    },
    remedy: {
      en: 'Whether the document arrived cannot be told from that. Check the address: a login page or a proxy may have answered.',
      fr: 'Impossible d’en déduire si le document est arrivé. Vérifiez l’adresse : une page de connexion ou un proxy a peut-être répondu.',
      nl: 'Daaruit valt niet op te maken of het document is aangekomen. Controleer het adres: misschien antwoordde een aanmeldpagina of een proxy.',
    },
  },
});
