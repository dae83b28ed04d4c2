import { defineMessages } from '#schemas/messages.ts';

export const sftpMessages = defineMessages('sftp', {
  connected: {
    text: {
      en: 'Signed in on {host} as {username}; the folder after signing in is {folder}.',
      fr: 'Connexion à {host} réussie en tant que {username} ; le dossier d’arrivée est {folder}.',
      nl: 'Aangemeld op {host} als {username}; de map na het aanmelden is {folder}.',
    },
  },
  writable: {
    text: {
      en: 'A test file could be written to {folder} and deleted again.',
      fr: 'Un fichier d’essai a pu être écrit dans {folder}, puis supprimé.',
      nl: 'In {folder} kon een testbestand geschreven en weer verwijderd worden.',
    },
  },
  not_writable: {
    text: {
      en: 'This account may not write to {folder}.',
      fr: 'Ce compte ne peut pas écrire dans {folder}.',
      nl: 'Dit account mag niet schrijven in {folder}.',
    },
    remedy: {
      en: 'Choose a folder that it may write to in the delivery step.',
      fr: 'Choisissez dans l’étape d’envoi un dossier où il peut écrire.',
      nl: 'Kies in de verzendstap een map waarin het wel mag schrijven.',
    },
  },
  confirm_host_key: {
    text: {
      en: 'The server {host} identifies itself with the fingerprint {fingerprint}. Is that the one its administrator gave you?',
      fr: 'Le serveur {host} s’identifie par l’empreinte {fingerprint}. Est-ce bien celle que son administrateur vous a donnée ?',
      nl: 'De server {host} identificeert zich met de vingerafdruk {fingerprint}. Is dat die welke de beheerder u heeft gegeven?',
    },
  },
  host_key_unconfirmed: {
    text: {
      en: 'The identity of the server {host} has not been confirmed yet, so nothing was sent to it.',
      fr: 'L’identité du serveur {host} n’a pas encore été confirmée : rien ne lui a été envoyé.',
      nl: 'De identiteit van de server {host} is nog niet bevestigd; er is dus niets naartoe gestuurd.',
    },
    remedy: {
      en: 'Test the connection and confirm the fingerprint of the server; on the command line, give it as “hostKey” (SHA256:…), as its administrator or “ssh-keygen -lf” tells it.',
      fr: 'Testez la connexion et confirmez l’empreinte du serveur ; en ligne de commande, donnez-la dans « hostKey » (SHA256:…), telle que son administrateur ou « ssh-keygen -lf » l’indique.',
      nl: 'Test de verbinding en bevestig de vingerafdruk van de server; geef ze op de opdrachtregel als “hostKey” (SHA256:…), zoals de beheerder of “ssh-keygen -lf” ze meldt.',
    },
  },
  host_key_changed: {
    text: {
      en: 'The server {host} shows another fingerprint ({shown}) than the confirmed one ({pinned}). Nothing was sent.',
      fr: 'Le serveur {host} présente une autre empreinte ({shown}) que celle confirmée ({pinned}). Rien n’a été envoyé.',
      nl: 'De server {host} toont een andere vingerafdruk ({shown}) dan de bevestigde ({pinned}). Er is niets verstuurd.',
    },
    remedy: {
      en: 'Ask its administrator whether the key was changed. If so, empty the fingerprint in the connection and test it again; if not, somebody may be listening in.',
      fr: 'Demandez à son administrateur si la clé a été changée. Si oui, videz l’empreinte dans la connexion et testez-la à nouveau ; sinon, quelqu’un intercepte peut-être les échanges.',
      nl: 'Vraag de beheerder of de sleutel gewijzigd is. Zo ja, maak de vingerafdruk in de verbinding leeg en test ze opnieuw; zo niet, dan luistert er misschien iemand mee.',
    },
  },
  refused: {
    text: {
      en: '{host} refuses the user name “{username}” with this password or key.',
      fr: '{host} refuse l’utilisateur « {username} » avec ce mot de passe ou cette clé.',
      nl: '{host} weigert de gebruiker “{username}” met dit wachtwoord of deze sleutel.',
    },
    remedy: {
      en: 'Check user name, password and key in the connection, and whether the server allows this way of signing in.',
      fr: 'Vérifiez l’utilisateur, le mot de passe et la clé dans la connexion, et si le serveur accepte ce mode de connexion.',
      nl: 'Controleer gebruikersnaam, wachtwoord en sleutel in de verbinding, en of de server deze manier van aanmelden toestaat.',
    },
  },
  unreadable_key: {
    text: {
      en: 'The private key for {host} cannot be read.',
      fr: 'La clé privée pour {host} est illisible.',
      nl: 'De privésleutel voor {host} is onleesbaar.',
    },
    remedy: {
      en: 'Paste the whole key, from its BEGIN line to its END line, in OpenSSH or PEM format, and check its passphrase.',
      fr: 'Collez la clé entière, de la ligne BEGIN à la ligne END, au format OpenSSH ou PEM, et vérifiez sa phrase secrète.',
      nl: 'Plak de volledige sleutel, van de BEGIN-regel tot de END-regel, in OpenSSH- of PEM-formaat, en controleer de wachtwoordzin.',
    },
  },
  no_credentials: {
    text: {
      en: 'The connection to {host} has neither a password nor a private key.',
      fr: 'La connexion à {host} n’a ni mot de passe ni clé privée.',
      nl: 'De verbinding met {host} heeft geen wachtwoord en geen privésleutel.',
    },
    remedy: {
      en: 'Enter one of the two in the connection.',
      fr: 'Indiquez l’un des deux dans la connexion.',
      nl: 'Vul een van beide in bij de verbinding.',
    },
  },
  no_common_cipher: {
    text: {
      en: '{host} offers no encryption that is accepted here ({reason}).',
      fr: '{host} ne propose aucun chiffrement accepté ici ({reason}).',
      nl: '{host} biedt geen versleuteling aan die hier aanvaard wordt ({reason}).',
    },
    remedy: {
      en: 'Ask its administrator to update the SSH server: it only knows methods that are no longer safe.',
      fr: 'Demandez à son administrateur de mettre à jour le serveur SSH : il ne connaît que des méthodes qui ne sont plus sûres.',
      nl: 'Vraag de beheerder de SSH-server bij te werken: die kent alleen methoden die niet meer veilig zijn.',
    },
  },
  folder_missing: {
    text: {
      en: 'The folder “{folder}” does not exist on {host}.',
      fr: 'Le dossier « {folder} » n’existe pas sur {host}.',
      nl: 'De map “{folder}” bestaat niet op {host}.',
    },
    remedy: {
      en: 'Create it there, or correct the folder in the settings of this step.',
      fr: 'Créez-le sur le serveur ou corrigez le dossier dans les réglages de cette étape.',
      nl: 'Maak ze daar aan, of verbeter de map in de instellingen van deze stap.',
    },
  },
  permission_denied: {
    text: {
      en: 'The account may not write to “{folder}” on {host}.',
      fr: 'Le compte ne peut pas écrire dans « {folder} » sur {host}.',
      nl: 'Het account mag niet schrijven in “{folder}” op {host}.',
    },
    remedy: {
      en: 'Ask the administrator for the right to write there, or choose another folder in the settings of this step.',
      fr: 'Demandez à l’administrateur le droit d’y écrire ou choisissez un autre dossier dans les réglages de cette étape.',
      nl: 'Vraag de beheerder om schrijfrechten, of kies een andere map in de instellingen van deze stap.',
    },
  },
  name_taken: {
    text: {
      en: 'The file “{path}” is already on {host}, with other content, and was left as it is.',
      fr: 'Le fichier « {path} » existe déjà sur {host}, avec un autre contenu, et n’a pas été modifié.',
      nl: 'Het bestand “{path}” staat al op {host}, met andere inhoud, en is ongemoeid gelaten.',
    },
    remedy: {
      en: 'Move it away, or choose in the settings of this step to overwrite or to add a number to the name.',
      fr: 'Déplacez-le, ou choisissez dans les réglages de cette étape de remplacer le fichier ou de numéroter le nom.',
      nl: 'Verplaats het, of kies in de instellingen van deze stap om te overschrijven of de naam te nummeren.',
    },
  },
  name_taken_same: {
    text: {
      en: 'The file “{path}” is already on {host}, with the same content. It was put there by somebody else or by another run.',
      fr: 'Le fichier « {path} » existe déjà sur {host}, avec le même contenu. Il y a été déposé par quelqu’un d’autre ou par une autre exécution.',
      nl: 'Het bestand “{path}” staat al op {host}, met dezelfde inhoud. Iemand anders of een andere uitvoering heeft het daar gezet.',
    },
    remedy: {
      en: 'Check whether it has been imported already, so that nothing is booked twice; then move it away and try again.',
      fr: 'Vérifiez s’il a déjà été importé, afin de ne rien comptabiliser deux fois ; déplacez-le ensuite et réessayez.',
      nl: 'Ga na of het al ingelezen is, zodat niets tweemaal geboekt wordt; verplaats het daarna en probeer opnieuw.',
    },
  },
  write_refused: {
    text: {
      en: '{host} could not store “{path}” ({reason}).',
      fr: '{host} n’a pas pu enregistrer « {path} » ({reason}).',
      nl: '{host} kon “{path}” niet opslaan ({reason}).',
    },
    remedy: {
      en: 'Its disk may be full or a quota reached: ask the administrator, then try again.',
      fr: 'Son disque est peut-être plein ou un quota atteint : adressez-vous à l’administrateur, puis réessayez.',
      nl: 'Misschien is de schijf vol of een quotum bereikt: vraag het de beheerder en probeer opnieuw.',
    },
  },
  incomplete: {
    text: {
      en: '{host} stored {stored} of {size} bytes of “{path}”; the unfinished file was not put in place.',
      fr: '{host} a enregistré {stored} octets sur {size} de « {path} » ; le fichier incomplet n’a pas été mis en place.',
      nl: '{host} bewaarde {stored} van {size} bytes van “{path}”; het onvolledige bestand is niet op zijn plaats gezet.',
    },
    remedy: {
      en: 'Try again; if it happens again, the disk of the server may be full.',
      fr: 'Réessayez ; si cela se répète, le disque du serveur est peut-être plein.',
      nl: 'Probeer opnieuw; gebeurt het nog eens, dan is de schijf van de server misschien vol.',
    },
  },
  unreachable: {
    text: {
      en: 'The connection to {host} port {port} failed ({reason}).',
      fr: 'La connexion à {host}, port {port}, a échoué ({reason}).',
      nl: 'De verbinding met {host}, poort {port}, is mislukt ({reason}).',
    },
    remedy: {
      en: 'Check host and port in the connection. No half-written file is left under the final name; this can be tried again.',
      fr: 'Vérifiez l’hôte et le port dans la connexion. Aucun fichier incomplet ne subsiste sous le nom définitif ; un nouvel essai est possible.',
      nl: 'Controleer host en poort in de verbinding. Er blijft geen half bestand achter onder de definitieve naam; u kunt het opnieuw proberen.',
    },
  },
  timed_out: {
    text: {
      en: '{host} did not finish within {seconds} seconds.',
      fr: '{host} n’a pas terminé en {seconds} secondes.',
      nl: '{host} was niet klaar binnen {seconds} seconden.',
    },
    remedy: {
      en: 'The server or the line is slow. No half-written file is left under the final name; this can be tried again.',
      fr: 'Le serveur ou la ligne est lent. Aucun fichier incomplet ne subsiste sous le nom définitif ; un nouvel essai est possible.',
      nl: 'De server of de lijn is traag. Er blijft geen half bestand achter onder de definitieve naam; u kunt het opnieuw proberen.',
    },
  },
  uploaded: {
    text: {
      en: '“{path}” was stored on {host} ({size} bytes).',
      fr: '« {path} » a été enregistré sur {host} ({size} octets).',
      nl: '“{path}” is opgeslagen op {host} ({size} bytes).',
    },
  },
  already_there: {
    text: {
      en: '“{path}” had already arrived on {host} at an earlier attempt.',
      fr: '« {path} » était déjà arrivé sur {host} lors d’un essai précédent.',
      nl: '“{path}” was bij een eerdere poging al aangekomen op {host}.',
    },
  },
  replaced_in_two_steps: {
    text: {
      en: '{host} cannot replace a file in one step: “{path}” was deleted and then put in place anew.',
      fr: '{host} ne sait pas remplacer un fichier en une seule opération : « {path} » a été supprimé, puis remis en place.',
      nl: '{host} kan een bestand niet in één stap vervangen: “{path}” is verwijderd en daarna opnieuw geplaatst.',
    },
  },
});
