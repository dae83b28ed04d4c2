import type { TypeTexts } from '#nodes/kit/texts.ts';
import { demandTexts } from './demand-texts.ts';

export const deliveryTexts: TypeTexts = {
  title: { en: 'Send by HTTP', fr: 'Envoyer par HTTP', nl: 'Via HTTP versturen' },
  description: {
    en: 'Posts each journal entry, or notice, as JSON to an address: one call a document, signed.',
    fr: 'Envoie chaque écriture, ou avis, en JSON à une adresse : un appel signé par document.',
    nl: 'Stuurt elke boeking, of elk bericht, als JSON naar een adres: één ondertekende oproep per document.',
  },
  fields: {
    en: {
      ...demandTexts.en,
      recognises: {
        title: 'How the receiver protects against doubles',
        help: 'What happens when an answer is lost depends on it: Passerelle never sends the same entry twice on a guess. Choose “nothing” if you are not sure.',
        options: {
          key: 'It recognises the Idempotency-Key header and books each key once',
          number: 'It refuses an entry number that it has (answer 409)',
          lookup: 'It can be asked: GET address/key answers 200 or 404',
          nothing: 'Nothing: a person decides when an answer is lost',
        },
      },
      timeoutSeconds: { title: 'Seconds to wait for an answer', help: 'After that the answer counts as lost.' },
      settleSeconds: {
        title: 'Seconds until a lost call is over',
        help: 'For a receiver that can be asked: it may still book after the wait is given up, so it is not asked before.',
      },
    },
    fr: {
      ...demandTexts.fr,
      recognises: {
        title: 'Protection du destinataire contre les doublons',
        help: 'Détermine la suite quand une réponse se perd : Passerelle n’envoie jamais deux fois la même écriture au hasard. Dans le doute, choisissez « rien ».',
        options: {
          key: 'Il reconnaît l’en-tête Idempotency-Key et ne comptabilise chaque clé qu’une fois',
          number: 'Il refuse un numéro d’écriture qu’il a déjà (réponse 409)',
          lookup: 'On peut l’interroger : GET adresse/clé répond 200 ou 404',
          nothing: 'Rien : une personne décide lorsqu’une réponse se perd',
        },
      },
      timeoutSeconds: {
        title: 'Secondes d’attente d’une réponse',
        help: 'Passé ce délai, la réponse est considérée comme perdue.',
      },
      settleSeconds: {
        title: 'Secondes avant qu’un appel perdu soit clos',
        help: 'Pour un destinataire que l’on peut interroger : il peut encore comptabiliser après l’abandon de l’attente ; il n’est donc pas interrogé avant.',
      },
    },
    nl: {
      ...demandTexts.nl,
      recognises: {
        title: 'Hoe de ontvanger zich tegen dubbels beschermt',
        help: 'Bepaalt wat er gebeurt als een antwoord verloren gaat: Passerelle verstuurt dezelfde boeking nooit twee keer op goed geluk. Kies “niets” als u niet zeker bent.',
        options: {
          key: 'Hij herkent de header Idempotency-Key en boekt elke sleutel één keer',
          number: 'Hij weigert een boekingsnummer dat hij al heeft (antwoord 409)',
          lookup: 'Hij kan bevraagd worden: GET adres/sleutel antwoordt 200 of 404',
          nothing: 'Niets: een persoon beslist wanneer een antwoord verloren gaat',
        },
      },
      timeoutSeconds: {
        title: 'Seconden wachten op een antwoord',
        help: 'Daarna geldt het antwoord als verloren.',
      },
      settleSeconds: {
        title: 'Seconden tot een verloren oproep voorbij is',
        help: 'Voor een ontvanger die bevraagd kan worden: hij kan nog boeken nadat het wachten is opgegeven, dus wordt hij niet eerder bevraagd.',
      },
    },
  },
};
