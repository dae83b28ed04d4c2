import { defineMessages } from '#schemas/messages.ts';

const correctIt = {
  en: 'Correct it in the settings of this step.',
  fr: 'Corrigez-le dans les réglages de cette étape.',
  nl: 'Verbeter dit in de instellingen van deze stap.',
} as const;

/** `node` is the id of the node or connection type, `setting` the path of the field in its settings. */
export const configMessages = defineMessages('config', {
  missing: {
    text: {
      en: 'The setting “{setting}” of {node} is missing.',
      fr: 'Le réglage « {setting} » de {node} manque.',
      nl: 'De instelling “{setting}” van {node} ontbreekt.',
    },
    remedy: {
      en: 'Fill it in in the settings of this step.',
      fr: 'Remplissez-le dans les réglages de cette étape.',
      nl: 'Vul ze in bij de instellingen van deze stap.',
    },
  },
  unknown: {
    text: {
      en: 'The setting “{setting}” does not exist in {node}.',
      fr: 'Le réglage « {setting} » n’existe pas dans {node}.',
      nl: 'De instelling “{setting}” bestaat niet in {node}.',
    },
    remedy: {
      en: 'Remove it, or correct its name: it may come from another version.',
      fr: 'Supprimez-le ou corrigez son nom : il provient peut-être d’une autre version.',
      nl: 'Verwijder ze of verbeter de naam: misschien komt ze uit een andere versie.',
    },
  },
  wrong_type: {
    text: {
      en: 'The setting “{setting}” of {node} is not of the kind expected ({expected}).',
      fr: 'Le réglage « {setting} » de {node} n’est pas du type attendu ({expected}).',
      nl: 'De instelling “{setting}” van {node} is niet van de verwachte soort ({expected}).',
    },
    remedy: correctIt,
  },
  not_allowed: {
    text: {
      en: 'The setting “{setting}” of {node} must be one of: {allowed}.',
      fr: 'Le réglage « {setting} » de {node} doit être l’une de ces valeurs : {allowed}.',
      nl: 'De instelling “{setting}” van {node} moet een van deze waarden zijn: {allowed}.',
    },
    remedy: correctIt,
  },
  out_of_bounds: {
    text: {
      en: 'The setting “{setting}” of {node} is outside its limits ({limit}).',
      fr: 'Le réglage « {setting} » de {node} dépasse ses limites ({limit}).',
      nl: 'De instelling “{setting}” van {node} valt buiten de grenzen ({limit}).',
    },
    remedy: correctIt,
  },
  wrong_form: {
    text: {
      en: 'The setting “{setting}” of {node} is not written as it must be ({form}).',
      fr: 'Le réglage « {setting} » de {node} n’a pas la forme voulue ({form}).',
      nl: 'De instelling “{setting}” van {node} heeft niet de juiste vorm ({form}).',
    },
    remedy: correctIt,
  },
  invalid: {
    text: {
      en: 'The setting “{setting}” of {node} is not right ({rule}).',
      fr: 'Le réglage « {setting} » de {node} n’est pas correct ({rule}).',
      nl: 'De instelling “{setting}” van {node} klopt niet ({rule}).',
    },
    remedy: correctIt,
  },
});
