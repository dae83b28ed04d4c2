import { defineMessages } from '#schemas/messages.ts';

/** What the HTTP API itself says. Each group of operations has its own messages beside its code. */
export const httpApiMessages = defineMessages('server', {
  unexpected: {
    text: {
      en: 'Something went wrong on our side (reference {reference}).',
      fr: 'Une erreur s’est produite de notre côté (référence {reference}).',
      nl: 'Er is aan onze kant iets misgegaan (referentie {reference}).',
    },
    remedy: {
      en: 'Try again. If it happens again, look for this reference in the server’s log.',
      fr: 'Réessayez. Si cela se répète, cherchez cette référence dans le journal du serveur.',
      nl: 'Probeer het opnieuw. Blijft het misgaan, zoek deze referentie dan op in het logboek van de server.',
    },
  },
  database_away: {
    text: {
      en: 'The database cannot be reached, or cannot work for the moment ({code}).',
      fr: 'La base de données est injoignable, ou ne peut pas travailler pour l’instant ({code}).',
      nl: 'De databank is onbereikbaar of kan even niet werken ({code}).',
    },
    remedy: {
      en: 'Nothing is lost, and runs go on by themselves once it is back. If it lasts, see whether PostgreSQL runs and its disk has room.',
      fr: 'Rien n’est perdu, et les exécutions reprennent d’elles-mêmes à son retour. Si cela dure, vérifiez que PostgreSQL fonctionne et que son disque a de la place.',
      nl: 'Er gaat niets verloren, en uitvoeringen gaan vanzelf verder zodra ze terug is. Duurt het, ga dan na of PostgreSQL draait en de schijf plaats heeft.',
    },
  },
  no_such_address: {
    text: {
      en: 'There is nothing at this address ({path}).',
      fr: 'Il n’y a rien à cette adresse ({path}).',
      nl: 'Op dit adres is er niets ({path}).',
    },
  },
  body_too_large: {
    text: {
      en: 'The request is larger than {megabytes} MB.',
      fr: 'La demande dépasse {megabytes} Mo.',
      nl: 'Het verzoek is groter dan {megabytes} MB.',
    },
  },
  body_not_json: {
    text: {
      en: 'The body of the request is not JSON.',
      fr: 'Le corps de la demande n’est pas du JSON.',
      nl: 'De inhoud van het verzoek is geen JSON.',
    },
    remedy: {
      en: 'Send JSON with the header Content-Type: application/json.',
      fr: 'Envoyez du JSON avec l’en-tête Content-Type: application/json.',
      nl: 'Stuur JSON met de header Content-Type: application/json.',
    },
  },
  body_too_deep: {
    text: {
      en: 'The body of the request is nested more than {levels} levels deep.',
      fr: 'Le corps de la demande est imbriqué sur plus de {levels} niveaux.',
      nl: 'De inhoud van het verzoek is meer dan {levels} niveaus diep genest.',
    },
  },
  unstorable_text: {
    text: {
      en: 'The request holds a character that cannot be stored (a NUL, or half a character).',
      fr: 'La demande contient un caractère qui ne peut pas être enregistré (un NUL ou une moitié de caractère).',
      nl: 'Het verzoek bevat een teken dat niet kan worden bewaard (een NUL of een half teken).',
    },
    remedy: {
      en: 'Type the text anew instead of pasting it.',
      fr: 'Saisissez le texte à nouveau au lieu de le coller.',
      nl: 'Typ de tekst opnieuw in plaats van hem te plakken.',
    },
  },
  bad_request: {
    text: {
      en: 'The request is not as expected: {count} problem(s).',
      fr: 'La demande n’est pas conforme : {count} problème(s).',
      nl: 'Het verzoek klopt niet: {count} probleem(en).',
    },
    remedy: {
      en: 'Correct the fields listed below it.',
      fr: 'Corrigez les champs énumérés ci-dessous.',
      nl: 'Verbeter de velden die eronder staan.',
    },
  },
  field_missing: {
    text: {
      en: 'The field “{field}” is missing.',
      fr: 'Le champ « {field} » manque.',
      nl: 'Het veld “{field}” ontbreekt.',
    },
  },
  field_type: {
    text: {
      en: 'The field “{field}” must be of type {expected}.',
      fr: 'Le champ « {field} » doit être de type {expected}.',
      nl: 'Het veld “{field}” moet van het type {expected} zijn.',
    },
  },
  field_too_small: {
    text: {
      en: 'The field “{field}” is too short or too small: at least {minimum}.',
      fr: 'Le champ « {field} » est trop court ou trop petit : au moins {minimum}.',
      nl: 'Het veld “{field}” is te kort of te klein: minstens {minimum}.',
    },
  },
  field_too_big: {
    text: {
      en: 'The field “{field}” is too long or too large: at most {maximum}.',
      fr: 'Le champ « {field} » est trop long ou trop grand : au plus {maximum}.',
      nl: 'Het veld “{field}” is te lang of te groot: hoogstens {maximum}.',
    },
  },
  field_choice: {
    text: {
      en: 'The field “{field}” must be one of: {options}.',
      fr: 'Le champ « {field} » doit être l’une de ces valeurs : {options}.',
      nl: 'Het veld “{field}” moet een van deze waarden zijn: {options}.',
    },
  },
  field_unknown: {
    text: {
      en: 'The field “{field}” is not known here.',
      fr: 'Le champ « {field} » n’est pas connu ici.',
      nl: 'Het veld “{field}” is hier niet bekend.',
    },
  },
  field_format: {
    text: {
      en: 'The field “{field}” does not have the right form ({format}).',
      fr: 'Le champ « {field} » n’a pas la forme voulue ({format}).',
      nl: 'Het veld “{field}” heeft niet de juiste vorm ({format}).',
    },
  },
  field_invalid: {
    text: {
      en: 'The field “{field}” is not valid: {detail}.',
      fr: 'Le champ « {field} » n’est pas valable : {detail}.',
      nl: 'Het veld “{field}” is niet geldig: {detail}.',
    },
  },
});
