import { defineMessages } from '#schemas/messages.ts';

export const httpMessages = defineMessages('http', {
  answered: {
    text: {
      en: '{method} {address}: answer {status} in {ms} ms',
      fr: '{method} {address} : réponse {status} en {ms} ms',
      nl: '{method} {address}: antwoord {status} in {ms} ms',
    },
  },
  unanswered: {
    text: {
      en: '{method} {address}: no answer after {ms} ms ({reason})',
      fr: '{method} {address} : pas de réponse après {ms} ms ({reason})',
      nl: '{method} {address}: geen antwoord na {ms} ms ({reason})',
    },
  },
  unreachable: {
    text: {
      en: '{host} could not be reached ({reason}).',
      fr: '{host} est injoignable ({reason}).',
      nl: '{host} is onbereikbaar ({reason}).',
    },
    remedy: {
      en: 'Check that the address is right and the system is running. Nothing is lost: this can be tried again later.',
      fr: 'Vérifiez que l’adresse est correcte et que le système fonctionne. Rien n’est perdu : un nouvel essai est possible plus tard.',
      nl: 'Controleer of het adres klopt en het systeem werkt. Er gaat niets verloren: u kunt het later opnieuw proberen.',
    },
  },
  timed_out: {
    text: {
      en: '{host} gave no complete answer within {seconds} seconds.',
      fr: '{host} n’a pas répondu entièrement en {seconds} secondes.',
      nl: '{host} gaf binnen {seconds} seconden geen volledig antwoord.',
    },
    remedy: {
      en: 'The system is slow or overloaded. Try again later; if it goes on, ask whoever runs it.',
      fr: 'Le système est lent ou surchargé. Réessayez plus tard ; si cela persiste, adressez-vous à son gestionnaire.',
      nl: 'Het systeem is traag of overbelast. Probeer het later opnieuw; blijft het duren, vraag dan de beheerder ervan.',
    },
  },
  down: {
    text: {
      en: '{host} is out of order: it answered {status}.',
      fr: '{host} est en panne : il a répondu {status}.',
      nl: '{host} is gestoord: het antwoordde {status}.',
    },
    remedy: {
      en: 'Try again later. If it goes on, tell whoever runs that system: the error is on its side.',
      fr: 'Réessayez plus tard. Si cela persiste, prévenez le gestionnaire de ce système : l’erreur est de son côté.',
      nl: 'Probeer het later opnieuw. Blijft het duren, verwittig dan de beheerder van dat systeem: de fout ligt daar.',
    },
  },
  throttled: {
    text: {
      en: '{host} asks to wait {seconds} seconds before the next call ({status}).',
      fr: '{host} demande d’attendre {seconds} secondes avant l’appel suivant ({status}).',
      nl: '{host} vraagt om {seconds} seconden te wachten voor de volgende oproep ({status}).',
    },
    remedy: {
      en: 'Nothing to do: the work goes on after that time. If it happens often, run the flow less often.',
      fr: 'Rien à faire : le travail reprend après ce délai. Si cela se répète souvent, espacez les exécutions du flux.',
      nl: 'U hoeft niets te doen: het werk gaat daarna verder. Gebeurt dit vaak, laat de flow dan minder vaak lopen.',
    },
  },
  redirected: {
    text: {
      en: '{address} sends its callers on to {target}.',
      fr: '{address} renvoie vers {target}.',
      nl: '{address} verwijst door naar {target}.',
    },
    remedy: {
      en: 'Enter the final address in the connection: credentials are not passed on to another address.',
      fr: 'Indiquez l’adresse finale dans la connexion : les identifiants ne sont pas transmis à une autre adresse.',
      nl: 'Vul het uiteindelijke adres in de verbinding in: inloggegevens worden niet aan een ander adres doorgegeven.',
    },
  },
  bad_address: {
    text: {
      en: 'This is not an address that can be called: {address}',
      fr: 'Ceci n’est pas une adresse que l’on puisse appeler : {address}',
      nl: 'Dit is geen adres dat opgeroepen kan worden: {address}',
    },
    remedy: {
      en: 'Enter a full address that begins with https:// and holds no user name or password.',
      fr: 'Indiquez une adresse complète qui commence par https:// et ne contient ni nom d’utilisateur ni mot de passe.',
      nl: 'Vul een volledig adres in dat begint met https:// en geen gebruikersnaam of wachtwoord bevat.',
    },
  },
  bad_request: {
    text: {
      en: 'A call to {host} could not be put together ({reason}).',
      fr: 'Un appel vers {host} n’a pas pu être composé ({reason}).',
      nl: 'Een oproep naar {host} kon niet worden samengesteld ({reason}).',
    },
    remedy: {
      en: 'Enter the credentials of the connection anew: a line break or a foreign sign may have been pasted with them.',
      fr: 'Saisissez à nouveau les identifiants de la connexion : un saut de ligne ou un signe étranger a pu être collé avec eux.',
      nl: 'Voer de inloggegevens van de verbinding opnieuw in: misschien is er een regeleinde of vreemd teken mee geplakt.',
    },
  },
  too_big: {
    text: {
      en: 'The answer of {host} is larger than {megabytes} MB and was not read.',
      fr: 'La réponse de {host} dépasse {megabytes} Mo et n’a pas été lue.',
      nl: 'Het antwoord van {host} is groter dan {megabytes} MB en is niet gelezen.',
    },
    remedy: {
      en: 'Ask for less at a time: a smaller page size or a shorter period.',
      fr: 'Demandez moins à la fois : des pages plus petites ou une période plus courte.',
      nl: 'Vraag minder tegelijk op: kleinere pagina’s of een kortere periode.',
    },
  },
});
