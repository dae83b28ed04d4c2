import { defineMessages } from '#schemas/messages.ts';

/** What a target will do with a text that is longer than it takes, said while the template is written. */
export const labelExampleMessages = defineMessages('label_examples', {
  cut: {
    text: {
      en: '{length} characters: {target} cuts it after {limit}',
      fr: '{length} caractères : {target} le coupe après {limit}',
      nl: '{length} tekens: {target} kapt het af na {limit}',
    },
  },
  refused: {
    text: {
      en: '{length} characters: {target} takes {limit}, and the document would be held',
      fr: '{length} caractères : {target} en accepte {limit}, le document serait retenu',
      nl: '{length} tekens: {target} aanvaardt er {limit}, het document zou worden tegengehouden',
    },
  },
});
