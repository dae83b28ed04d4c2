import { defineMessages } from '#schemas/messages.ts';

export const fileRefusals = defineMessages('files', {
  too_large: {
    text: {
      en: 'The file {name} has more than {megabytes} MB and is not checked here.',
      fr: 'Le fichier {name} dépasse {megabytes} Mo et n’est pas contrôlé ici.',
      nl: 'Het bestand {name} is groter dan {megabytes} MB en wordt hier niet gecontroleerd.',
    },
    remedy: {
      en: 'Write the entries of shorter periods, each to a file of its own.',
      fr: 'Générez les écritures par périodes plus courtes, chacune dans son fichier.',
      nl: 'Schrijf de boekingen van kortere periodes elk naar een eigen bestand.',
    },
  },
});
