import { defineMessages } from '#schemas/messages.ts';

/** What can go wrong when the product starts, each with what the person at the terminal can do about it. */
export const serverMessages = defineMessages('start', {
  wrong_node: {
    text: {
      en: 'Passerelle needs Node 24 and this is Node {version}.',
      fr: 'Passerelle demande Node 24, or ceci est Node {version}.',
      nl: 'Passerelle heeft Node 24 nodig en dit is Node {version}.',
    },
    remedy: {
      en: 'Start it with "npm start": npm puts the right Node first. If that fails, run "npm install" again.',
      fr: 'Démarrez avec « npm start » : npm met le bon Node en premier. Sinon, relancez « npm install ».',
      nl: 'Start met "npm start": npm zet de juiste Node voorop. Lukt dat niet, voer dan opnieuw "npm install" uit.',
    },
  },
  bad_setting: {
    text: {
      en: 'The setting {name} is "{value}": {expected}.',
      fr: 'Le réglage {name} vaut « {value} » : {expected}.',
      nl: 'De instelling {name} is "{value}": {expected}.',
    },
    remedy: {
      en: 'Change or remove this environment variable and start again.',
      fr: 'Changez ou retirez cette variable d’environnement, puis redémarrez.',
      nl: 'Wijzig of verwijder deze omgevingsvariabele en start opnieuw.',
    },
  },
  port_taken: {
    text: {
      en: 'Port {port} on {host} is already in use.',
      fr: 'Le port {port} sur {host} est déjà utilisé.',
      nl: 'Poort {port} op {host} is al in gebruik.',
    },
    remedy: {
      en: 'Stop the other program, or choose another port: PORT={other} npm start',
      fr: 'Arrêtez l’autre programme ou choisissez un autre port : PORT={other} npm start',
      nl: 'Stop het andere programma of kies een andere poort: PORT={other} npm start',
    },
  },
  host_unusable: {
    text: {
      en: 'Cannot listen on {host}:{port}: {detail}.',
      fr: 'Impossible d’écouter sur {host}:{port} : {detail}.',
      nl: 'Kan niet luisteren op {host}:{port}: {detail}.',
    },
    remedy: {
      en: 'Check HOST and PORT; ports under 1024 need special rights.',
      fr: 'Vérifiez HOST et PORT ; les ports sous 1024 demandent des droits particuliers.',
      nl: 'Controleer HOST en PORT; poorten onder 1024 vragen bijzondere rechten.',
    },
  },
  folder_not_writable: {
    text: {
      en: 'The data folder {folder} cannot be written: {detail}.',
      fr: 'Le dossier de données {folder} n’est pas accessible en écriture : {detail}.',
      nl: 'De gegevensmap {folder} is niet beschrijfbaar: {detail}.',
    },
    remedy: {
      en: 'Give yourself write access to it, or choose another one: PASSERELLE_DATA_DIR=/path npm start',
      fr: 'Donnez-vous le droit d’y écrire ou choisissez-en un autre : PASSERELLE_DATA_DIR=/chemin npm start',
      nl: 'Geef uzelf schrijfrechten of kies een andere map: PASSERELLE_DATA_DIR=/pad npm start',
    },
  },
  already_running: {
    text: {
      en: 'Another Passerelle (process {pid}) already uses the data folder {folder}.',
      fr: 'Un autre Passerelle (processus {pid}) utilise déjà le dossier de données {folder}.',
      nl: 'Een andere Passerelle (proces {pid}) gebruikt de gegevensmap {folder} al.',
    },
    remedy: {
      en: 'Use that one, stop it, or choose another folder with PASSERELLE_DATA_DIR.',
      fr: 'Utilisez celui-là, arrêtez-le ou choisissez un autre dossier avec PASSERELLE_DATA_DIR.',
      nl: 'Gebruik die, stop hem of kies een andere map met PASSERELLE_DATA_DIR.',
    },
  },
  ui_build_failed: {
    text: {
      en: 'The screens could not be built: {detail}',
      fr: 'Les écrans n’ont pas pu être construits : {detail}',
      nl: 'De schermen konden niet worden gebouwd: {detail}',
    },
    remedy: {
      en: 'Run "npm install" again; if it still fails, report it with this text.',
      fr: 'Relancez « npm install » ; si l’échec persiste, signalez-le avec ce texte.',
      nl: 'Voer "npm install" opnieuw uit; lukt het nog niet, meld het dan met deze tekst.',
    },
  },
  worker_needs_database: {
    text: {
      en: 'A worker of its own needs a database that it shares with a server.',
      fr: 'Un worker séparé a besoin d’une base de données partagée avec un serveur.',
      nl: 'Een aparte worker heeft een database nodig die hij met een server deelt.',
    },
    remedy: {
      en: 'Set DATABASE_URL to that PostgreSQL. Without it, "npm start" runs server and worker together.',
      fr: 'Indiquez ce PostgreSQL dans DATABASE_URL. Sans elle, « npm start » lance serveur et worker ensemble.',
      nl: 'Stel DATABASE_URL in op die PostgreSQL. Zonder die variabele draait "npm start" server en worker samen.',
    },
  },
  no_embedded_postgres: {
    text: {
      en: 'There is no embedded PostgreSQL for this kind of machine ({platform}).',
      fr: 'Il n’existe pas de PostgreSQL embarqué pour ce type de machine ({platform}).',
      nl: 'Er is geen ingebouwde PostgreSQL voor dit soort machine ({platform}).',
    },
    remedy: {
      en: 'Run "npm install" again without omitting optional packages, or set DATABASE_URL to a PostgreSQL server.',
      fr: 'Relancez « npm install » sans exclure les paquets optionnels, ou indiquez un serveur dans DATABASE_URL.',
      nl: 'Voer "npm install" opnieuw uit mét de optionele pakketten, of stel DATABASE_URL in op een PostgreSQL-server.',
    },
  },
  postgres_start_failed: {
    text: {
      en: 'The embedded PostgreSQL did not start: {detail}',
      fr: 'Le PostgreSQL embarqué n’a pas démarré : {detail}',
      nl: 'De ingebouwde PostgreSQL is niet gestart: {detail}',
    },
    remedy: {
      en: 'Free disk space or memory if that is what is missing, or set DATABASE_URL to a PostgreSQL server.',
      fr: 'Libérez de l’espace ou de la mémoire si c’est ce qui manque, ou indiquez un serveur dans DATABASE_URL.',
      nl: 'Maak schijfruimte of geheugen vrij als dat ontbreekt, of stel DATABASE_URL in op een PostgreSQL-server.',
    },
  },
  migration_failed: {
    text: {
      en: 'The database at {server} could not be brought up to date: {detail}.',
      fr: 'La base de données {server} n’a pas pu être mise à jour : {detail}.',
      nl: 'De database op {server} kon niet worden bijgewerkt: {detail}.',
    },
    remedy: {
      en: 'Nothing was changed. Use an empty database, or the one of this product; restore your backup if an update was interrupted.',
      fr: 'Rien n’a été modifié. Utilisez une base vide ou celle de ce produit ; restaurez votre sauvegarde si une mise à jour a été interrompue.',
      nl: 'Er is niets gewijzigd. Gebruik een lege database of die van dit product; zet uw back-up terug als een update werd onderbroken.',
    },
  },
  database_unreachable: {
    text: {
      en: 'The database at {server} cannot be used: {detail}.',
      fr: 'La base de données {server} est inutilisable : {detail}.',
      nl: 'De database op {server} is niet bruikbaar: {detail}.',
    },
    remedy: {
      en: 'Check DATABASE_URL (host, port, user, password, database name) and that the server runs; or unset it to use the embedded PostgreSQL.',
      fr: 'Vérifiez DATABASE_URL (hôte, port, utilisateur, mot de passe, nom de la base) et que le serveur tourne ; ou retirez-la pour utiliser le PostgreSQL embarqué.',
      nl: 'Controleer DATABASE_URL (host, poort, gebruiker, wachtwoord, databasenaam) en of de server draait; of verwijder ze om de ingebouwde PostgreSQL te gebruiken.',
    },
  },
});
