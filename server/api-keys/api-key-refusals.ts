import { defineMessages } from '#schemas/messages.ts';

export const apiKeyRefusals = defineMessages('api-keys', {
  missing: {
    text: {
      en: 'This key does not exist in this workspace.',
      fr: 'Cette clé n’existe pas dans cet espace de travail.',
      nl: 'Deze sleutel bestaat niet in deze werkruimte.',
    },
  },
});
