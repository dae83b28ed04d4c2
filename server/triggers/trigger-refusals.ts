import { defineMessages } from '#schemas/messages.ts';

export const triggerRefusals = defineMessages('triggers', {
  other_order: {
    text: {
      en: 'A run was already started with this idempotency key, but by another order: mode or period differ.',
      fr: 'Une exécution a déjà été lancée avec cette clé d’idempotence, mais par une autre demande : le mode ou la période diffère.',
      nl: 'Met deze idempotentiesleutel werd al een uitvoering gestart, maar door een andere opdracht: modus of periode verschilt.',
    },
    remedy: {
      en: 'Nothing was started. Use a new key for a new order; send the same order to be told of its run.',
      fr: 'Rien n’a été lancé. Utilisez une nouvelle clé pour une nouvelle demande ; renvoyez la même demande pour connaître son exécution.',
      nl: 'Er is niets gestart. Gebruik een nieuwe sleutel voor een nieuwe opdracht; stuur dezelfde opdracht om de uitvoering ervan te kennen.',
    },
  },
  two_keys: {
    text: {
      en: 'The idempotency key in the body is not the one in the header.',
      fr: 'La clé d’idempotence du corps n’est pas celle de l’en-tête.',
      nl: 'De idempotentiesleutel in de body is niet die in de header.',
    },
  },
  bad_key: {
    text: {
      en: 'The header Idempotency-Key must have 1 to {most} characters.',
      fr: 'L’en-tête Idempotency-Key doit compter de 1 à {most} caractères.',
      nl: 'De header Idempotency-Key moet 1 tot {most} tekens tellen.',
    },
  },
});
