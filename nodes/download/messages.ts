import { defineMessages } from '#schemas/messages.ts';

export const messages = defineMessages('download', {
  not_a_file: {
    text: {
      en: 'A download takes files, and this is a {kind}',
      fr: 'Un téléchargement ne prend que des fichiers, et ceci est un document de type {kind}',
      nl: 'Een download aanvaardt alleen bestanden, en dit is een {kind}',
    },
    remedy: {
      en: 'Put a text file node between the entries and the download.',
      fr: 'Placez un nœud fichier texte entre les écritures et le téléchargement.',
      nl: 'Plaats een tekstbestandsnode tussen de boekingen en de download.',
    },
  },
});
