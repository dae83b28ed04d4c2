import { type FieldEntries, localised } from './by-field.ts';

/** Texts of the settings that an entry's date, term and analytic sections follow from. */
export const headFields: FieldEntries = {
  mapping: {
    title: localised('Mapping tables', 'Tables de correspondance', 'Mappingtabellen'),
    help: localised(
      'What these tables say goes before the settings of this step.',
      'Ce que disent ces tables prime sur les réglages de cette étape.',
      'Wat deze tabellen zeggen, gaat voor op de instellingen van deze stap.',
    ),
  },
  address: {
    title: localised('Address that counts', 'Adresse prise en compte', 'Adres dat telt'),
    help: localised(
      'Its country is the one that mapping tables go by, and VAT where the shop names no country. Without it, the other address counts.',
      'Son pays est celui des tables de correspondance, et celui de la TVA si la boutique n’en indique pas. À défaut, l’autre adresse compte.',
      'Haar land telt voor de mappingtabellen, en voor de btw als de webwinkel geen land noemt. Ontbreekt ze, dan telt het andere adres.',
    ),
    options: {
      delivery: localised('Delivery address', 'Adresse de livraison', 'Leveringsadres'),
      billing: localised('Billing address', 'Adresse de facturation', 'Factuuradres'),
    },
  },
  dateAxis: {
    title: localised('Booking date of a sale', 'Date comptable d’une vente', 'Boekingsdatum van een verkoop'),
    help: localised(
      'In the time zone of the flow. The day of the order stands in for a date that is missing.',
      'Dans le fuseau horaire du flux. À défaut de cette date, c’est le jour de la commande.',
      'In de tijdzone van de flow. Ontbreekt die datum, dan geldt de dag van de bestelling.',
    ),
    options: {
      paid: localised('Day of payment', 'Jour du paiement', 'Dag van betaling'),
      created: localised('Day of the order', 'Jour de la commande', 'Dag van de bestelling'),
      completed: localised('Day of completion', 'Jour d’achèvement', 'Dag van afronding'),
      invoiced: localised('Day of the invoice', 'Jour de la facture', 'Dag van de factuur'),
      today: localised('Day of the run', 'Jour de l’exécution', 'Dag van de uitvoering'),
    },
  },
  creditNoteDateAxis: {
    title: localised('Booking date of a credit note', 'Date comptable d’un avoir', 'Boekingsdatum van een creditnota'),
    help: localised(
      'In the time zone of the flow. Ask your accountant before you book in the month of the order.',
      'Dans le fuseau horaire du flux. Consultez votre comptable avant de comptabiliser au mois de la commande.',
      'In de tijdzone van de flow. Vraag raad aan uw boekhouder voor u in de maand van de bestelling boekt.',
    ),
    options: {
      created: localised('Day of the credit note', 'Jour de l’avoir', 'Dag van de creditnota'),
      order: localised('Day of the order', 'Jour de la commande', 'Dag van de bestelling'),
      today: localised('Day of the run', 'Jour de l’exécution', 'Dag van de uitvoering'),
    },
  },
  dueDate: {
    title: localised('Due date', 'Échéance', 'Vervaldag'),
    help: localised(
      'Until when the customer is to pay; it stands on the customer’s line.',
      'Date limite de paiement du client ; elle figure sur la ligne du client.',
      'Tegen wanneer de klant betaalt; ze staat op de regel van de klant.',
    ),
  },
  'dueDate.base': {
    title: localised('Counted from', 'À compter de', 'Te rekenen vanaf'),
    help: localised(
      'The day of the order stands in for a date that is missing; a shop that says no due date leaves it empty.',
      'À défaut de cette date, c’est le jour de la commande ; une boutique qui ne donne pas d’échéance la laisse vide.',
      'Ontbreekt die datum, dan geldt de dag van de bestelling; geeft de webwinkel geen vervaldag, dan blijft ze leeg.',
    ),
    options: {
      none: localised('No due date', 'Pas d’échéance', 'Geen vervaldag'),
      shop: localised(
        'The shop’s own due date, as it is',
        'L’échéance de la boutique, telle quelle',
        'De vervaldag van de webwinkel, zoals ze is',
      ),
      created: localised('Day of the order', 'Jour de la commande', 'Dag van de bestelling'),
      invoiced: localised('Day of the invoice', 'Jour de la facture', 'Dag van de factuur'),
      'first-payment': localised('Day of the first payment', 'Jour du premier règlement', 'Dag van de eerste betaling'),
      booked: localised('Booking date', 'Date comptable', 'Boekingsdatum'),
    },
  },
  'dueDate.days': {
    title: localised('Days', 'Jours', 'Dagen'),
    help: localised(
      'Calendar days after that date.',
      'Jours calendaires après cette date.',
      'Kalenderdagen na die datum.',
    ),
  },
  'dueDate.end': {
    title: localised('Falls on', 'Échoit', 'Valt op'),
    help: localised(
      'End of month: the last day of the month in which those days end.',
      'Fin de mois : le dernier jour du mois où ces jours s’achèvent.',
      'Einde maand: de laatste dag van de maand waarin die dagen aflopen.',
    ),
    options: {
      net: localised('That very day (net)', 'Le jour même (net)', 'Die dag zelf (netto)'),
      'end-of-month': localised('The end of that month', 'La fin de ce mois', 'Het einde van die maand'),
    },
  },
  analytics: {
    title: localised('Analytic accounting', 'Comptabilité analytique', 'Analytische boekhouding'),
    help: localised(
      'Divides sales among analytic sections. The table of analytic sections says which; what stands here holds for the rest.',
      'Répartit les ventes sur des sections analytiques. La table des sections dit lesquelles ; les valeurs d’ici valent pour le reste.',
      'Verdeelt verkopen over analytische secties. De tabel met secties zegt welke; wat hier staat, geldt voor de rest.',
    ),
  },
  'analytics.isOn': {
    title: localised('Make analytic entries', 'Créer des écritures analytiques', 'Analytische boekingen maken'),
    help: localised(
      'Sales, discounts and charges get sections; a document without one is held.',
      'Les ventes, remises et frais reçoivent des sections ; un document sans section est retenu.',
      'Verkopen, kortingen en kosten krijgen secties; een document zonder sectie wordt tegengehouden.',
    ),
  },
  'analytics.shipping': {
    title: localised('Shipping as well', 'Les ports aussi', 'Ook verzendkosten'),
    help: localised(
      'Shipping can have sections of its own by carrier.',
      'Les ports peuvent avoir leurs propres sections selon le transporteur.',
      'Verzendkosten kunnen eigen secties per vervoerder hebben.',
    ),
  },
  'analytics.plan': {
    title: localised('Plan', 'Plan analytique', 'Analytisch plan'),
    help: localised(
      'The plan of rules that name none.',
      'Le plan des règles qui n’en nomment aucun.',
      'Het plan van regels die er geen noemen.',
    ),
  },
  'analytics.section': {
    title: localised('Section', 'Section', 'Sectie'),
    help: localised(
      'For what no rule covers. Several with their shares: NORTH 60; SOUTH 40.',
      'Pour ce qu’aucune règle ne couvre. Plusieurs avec leurs parts : NORD 60; SUD 40.',
      'Voor wat geen regel dekt. Meerdere met hun aandeel: NOORD 60; ZUID 40.',
    ),
  },
};
