import { defineMessages } from '#schemas/messages.ts';

/** What the screen of customers refuses. */
export const customerRefusals = defineMessages('customers', {
  gone: {
    text: {
      en: 'This customer is not known here any more.',
      fr: 'Ce client n’est plus connu ici.',
      nl: 'Deze klant is hier niet meer bekend.',
    },
  },
  decided_already: {
    text: {
      en: 'None of these customers waits for a decision.',
      fr: 'Aucun de ces clients n’attend de décision.',
      nl: 'Geen van deze klanten wacht op een beslissing.',
    },
    remedy: {
      en: 'Somebody may have decided meanwhile: look at the list again.',
      fr: 'Quelqu’un a peut-être décidé entre-temps : rechargez la liste.',
      nl: 'Misschien heeft iemand intussen beslist: bekijk de lijst opnieuw.',
    },
  },
  under_creation: {
    text: {
      en: 'This customer is being created at this moment.',
      fr: 'Ce client est en cours de création.',
      nl: 'Deze klant wordt op dit moment aangemaakt.',
    },
    remedy: {
      en: 'Wait until the run has the answer of the books.',
      fr: 'Attendez que l’exécution ait la réponse de la comptabilité.',
      nl: 'Wacht tot de uitvoering het antwoord van de boekhouding heeft.',
    },
  },
});
