import type { TypeTexts } from '#nodes/kit/texts.ts';

export const connectionTexts: TypeTexts = {
  title: { en: 'SFTP server', fr: 'Serveur SFTP', nl: 'SFTP-server' },
  description: {
    en: 'An account on a server that takes files over SSH.',
    fr: 'Un compte sur un serveur qui reçoit des fichiers par SSH.',
    nl: 'Een account op een server die bestanden via SSH ontvangt.',
  },
  fields: {
    en: {
      host: { title: 'Host', help: 'Name or address of the server, for example sftp.example.com.' },
      port: { title: 'Port', help: 'Nearly always 22.' },
      username: { title: 'User name', help: 'As the administrator of the server gave it to you.' },
      password: { title: 'Password', help: 'Leave empty if you sign in with a private key only.' },
      privateKey: {
        title: 'Private key',
        help: 'The whole key in OpenSSH or PEM format, BEGIN and END lines included. Leave empty for a password.',
      },
      passphrase: { title: 'Passphrase of the key', help: 'Only if the private key is protected by one.' },
      hostKey: {
        title: 'Fingerprint of the server',
        help: 'Leave empty: the first test of the connection asks you to confirm it. From then on no other server is accepted.',
      },
    },
    fr: {
      host: { title: 'Hôte', help: 'Nom ou adresse du serveur, par exemple sftp.exemple.fr.' },
      port: { title: 'Port', help: 'Presque toujours 22.' },
      username: { title: 'Utilisateur', help: 'Tel que l’administrateur du serveur vous l’a communiqué.' },
      password: { title: 'Mot de passe', help: 'Laissez vide si vous vous connectez uniquement par clé privée.' },
      privateKey: {
        title: 'Clé privée',
        help: 'La clé entière au format OpenSSH ou PEM, lignes BEGIN et END comprises. Laissez vide pour un mot de passe.',
      },
      passphrase: { title: 'Phrase secrète de la clé', help: 'Seulement si la clé privée en est protégée.' },
      hostKey: {
        title: 'Empreinte du serveur',
        help: 'Laissez vide : le premier test de la connexion vous demande de la confirmer. Ensuite, aucun autre serveur n’est accepté.',
      },
    },
    nl: {
      host: { title: 'Host', help: 'Naam of adres van de server, bijvoorbeeld sftp.voorbeeld.be.' },
      port: { title: 'Poort', help: 'Bijna altijd 22.' },
      username: { title: 'Gebruikersnaam', help: 'Zoals u ze van de beheerder van de server hebt gekregen.' },
      password: { title: 'Wachtwoord', help: 'Laat leeg als u zich alleen met een privésleutel aanmeldt.' },
      privateKey: {
        title: 'Privésleutel',
        help: 'De volledige sleutel in OpenSSH- of PEM-formaat, met de BEGIN- en END-regel. Laat leeg bij een wachtwoord.',
      },
      passphrase: { title: 'Wachtwoordzin van de sleutel', help: 'Alleen als de privésleutel ermee beveiligd is.' },
      hostKey: {
        title: 'Vingerafdruk van de server',
        help: 'Laat leeg: bij de eerste test van de verbinding vragen we u hem te bevestigen. Daarna wordt geen andere server meer aanvaard.',
      },
    },
  },
};
