import type { TypeTexts } from '#nodes/kit/texts.ts';

export const deliveryTexts: TypeTexts = {
  title: { en: 'Send file by SFTP', fr: 'Envoyer le fichier par SFTP', nl: 'Bestand via SFTP versturen' },
  description: {
    en: 'Puts each file into a folder of an SFTP server, complete or not at all.',
    fr: 'Dépose chaque fichier dans un dossier d’un serveur SFTP, entièrement ou pas du tout.',
    nl: 'Plaatst elk bestand in een map van een SFTP-server, volledig of helemaal niet.',
  },
  fields: {
    en: {
      folder: {
        title: 'Folder',
        help: 'Where the files go, for example import/sales. A dot stands for the folder after signing in.',
      },
      onConflict: {
        title: 'If the name is taken',
        help: 'What to do when another file of this name is already there.',
        options: { fail: 'Stop and ask', overwrite: 'Replace the file', rename: 'Add a number to the name' },
      },
    },
    fr: {
      folder: {
        title: 'Dossier',
        help: 'Où déposer les fichiers, par exemple import/ventes. Un point désigne le dossier d’arrivée après connexion.',
      },
      onConflict: {
        title: 'Si le nom est déjà pris',
        help: 'Que faire lorsqu’un autre fichier porte déjà ce nom.',
        options: { fail: 'S’arrêter et demander', overwrite: 'Remplacer le fichier', rename: 'Numéroter le nom' },
      },
    },
    nl: {
      folder: {
        title: 'Map',
        help: 'Waar de bestanden komen, bijvoorbeeld import/verkoop. Een punt staat voor de map na het aanmelden.',
      },
      onConflict: {
        title: 'Als de naam al bestaat',
        help: 'Wat er moet gebeuren als er al een ander bestand met die naam staat.',
        options: { fail: 'Stoppen en vragen', overwrite: 'Bestand vervangen', rename: 'Naam nummeren' },
      },
    },
  },
};
