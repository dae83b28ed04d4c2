import { defineMessages } from '#schemas/messages.ts';

export const messages = defineMessages('acme', {
  refused: {
    text: {
      en: 'The shop {host} refuses the API key (status {status}).',
      fr: 'La boutique {host} refuse la clé API (statut {status}).',
      nl: 'De winkel {host} weigert de API-sleutel (status {status}).',
    },
    remedy: {
      en: 'Make a new key in the shop and enter it in the connection.',
      fr: 'Créez une nouvelle clé dans la boutique et saisissez-la dans la connexion.',
      nl: 'Maak in de winkel een nieuwe sleutel en vul die in bij de verbinding.',
    },
  },
  request_refused: {
    text: {
      en: 'The shop {host} refuses the request (status {status}).',
      fr: 'La boutique {host} refuse la demande (statut {status}).',
      nl: 'De winkel {host} weigert de aanvraag (status {status}).',
    },
    remedy: {
      en: 'Check the address in the connection.',
      fr: 'Vérifiez l’adresse dans la connexion.',
      nl: 'Controleer het adres in de verbinding.',
    },
  },
  not_a_list: {
    text: {
      en: 'The shop {host} answered with something that is not a list of orders.',
      fr: 'La boutique {host} a répondu autre chose qu’une liste de commandes.',
      nl: 'De winkel {host} antwoordde met iets anders dan een lijst met bestellingen.',
    },
  },
  unreadable_order: {
    text: {
      en: 'The order {number} cannot be read: {detail}.',
      fr: 'La commande {number} est illisible : {detail}.',
      nl: 'De bestelling {number} is onleesbaar: {detail}.',
    },
  },
  outside_period: {
    text: {
      en: 'The order {number} is outside the period.',
      fr: 'La commande {number} est hors de la période.',
      nl: 'De bestelling {number} valt buiten de periode.',
    },
  },
  found_orders: {
    text: {
      en: 'The shop has {count} orders.',
      fr: 'La boutique compte {count} commandes.',
      nl: 'De winkel heeft {count} bestellingen.',
    },
  },
});
