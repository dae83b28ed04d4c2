import { defineMessages } from '#schemas/messages.ts';

export const vaultMessages = defineMessages('vault', {
  wrong_key: {
    text: {
      en: 'This database was sealed with another secret key (expected key {expected}, found key {found}).',
      fr: 'Cette base de données est scellée par une autre clé secrète (clé attendue {expected}, clé trouvée {found}).',
      nl: 'Deze database is met een andere geheime sleutel verzegeld (verwachte sleutel {expected}, gevonden sleutel {found}).',
    },
    remedy: {
      en: 'Put back the key that this database was first used with, from your backup of the data folder or of PASSERELLE_SECRET_KEY. Without it, the stored credentials cannot be read.',
      fr: 'Remettez la clé de la première utilisation de cette base, depuis votre sauvegarde du dossier de données ou de PASSERELLE_SECRET_KEY. Sans elle, les identifiants enregistrés sont illisibles.',
      nl: 'Zet de sleutel terug waarmee deze database voor het eerst is gebruikt, uit uw back-up van de gegevensmap of van PASSERELLE_SECRET_KEY. Zonder die sleutel zijn de bewaarde inloggegevens onleesbaar.',
    },
  },
  unreadable: {
    text: {
      en: 'The stored credentials of this connection cannot be decrypted.',
      fr: 'Les identifiants enregistrés de cette connexion ne peuvent pas être déchiffrés.',
      nl: 'De bewaarde inloggegevens van deze verbinding kunnen niet worden ontsleuteld.',
    },
    remedy: {
      en: 'They were sealed with another key, or changed in the database. Enter them again in the connection.',
      fr: 'Ils ont été scellés par une autre clé ou modifiés dans la base. Saisissez-les à nouveau dans la connexion.',
      nl: 'Ze zijn met een andere sleutel verzegeld of in de database gewijzigd. Vul ze opnieuw in bij de verbinding.',
    },
  },
});
