import { defineMessages } from '#schemas/messages.ts';

/** What reading the lists of connected systems can end in, beside what the systems themselves say. */
export const listMessages = defineMessages('lists', {
  too_slow: {
    text: {
      en: '{name} did not give its list within {seconds} seconds.',
      fr: '{name} n’a pas fourni sa liste en {seconds} secondes.',
      nl: '{name} gaf zijn lijst niet binnen {seconds} seconden.',
    },
    remedy: {
      en: 'What was known stays. Try again in a while.',
      fr: 'Ce qui était connu reste. Réessayez dans un moment.',
      nl: 'Wat bekend was, blijft. Probeer het straks opnieuw.',
    },
  },
  broke: {
    text: {
      en: 'Something went wrong on our side while reading the list (reference {reference}).',
      fr: 'Une erreur s’est produite de notre côté pendant la lecture de la liste (référence {reference}).',
      nl: 'Bij het lezen van de lijst is er aan onze kant iets misgegaan (referentie {reference}).',
    },
    remedy: {
      en: 'What was known stays. If it happens again, look for this reference in the server’s log.',
      fr: 'Ce qui était connu reste. Si cela se répète, cherchez cette référence dans le journal du serveur.',
      nl: 'Wat bekend was, blijft. Gebeurt het opnieuw, zoek deze referentie dan op in het logboek van de server.',
    },
  },
  too_long: {
    text: {
      en: '{name} gave a list of {count} values; more than {most} are not kept.',
      fr: '{name} a fourni une liste de {count} valeurs ; au-delà de {most}, elles ne sont pas conservées.',
      nl: '{name} gaf een lijst van {count} waarden; meer dan {most} worden niet bewaard.',
    },
    remedy: {
      en: 'What was known stays. Values that are not listed can be typed.',
      fr: 'Ce qui était connu reste. Les valeurs absentes de la liste peuvent être saisies.',
      nl: 'Wat bekend was, blijft. Waarden die niet in de lijst staan, kunnen worden getypt.',
    },
  },
});
