import { defineMessages } from '#schemas/messages.ts';

const changeMapping = {
  en: 'The entry was left out of the file. Change it in the mapping, or the field in the format, and run it again.',
  fr: 'L’écriture n’est pas dans le fichier. Corrigez-la dans le paramétrage comptable, ou le champ dans le format, puis relancez.',
  nl: 'De boeking staat niet in het bestand. Pas ze aan in de boekingsregels, of het veld in het formaat, en voer opnieuw uit.',
} as const;

/** What this node has to say about an entry, its settings and the characters of a file. */
export const messages = defineMessages('text-file', {
  read_back_differs: {
    text: {
      en: 'Account {account}: read back, the file moves it by {file}, its entries by {entries}',
      fr: 'Compte {account} : relu, le fichier le mouvemente de {file}, ses écritures de {entries}',
      nl: 'Rekening {account}: teruggelezen boekt het bestand {file}, de boekingen erin {entries}',
    },
    remedy: {
      en: 'Do not import this file. Correct the format, write the file again and check it once more.',
      fr: 'N’importez pas ce fichier. Corrigez le format, générez à nouveau le fichier et contrôlez-le encore.',
      nl: 'Importeer dit bestand niet. Pas het formaat aan, maak het bestand opnieuw en controleer het nogmaals.',
    },
  },
  field_empty: {
    text: {
      en: 'Entry {entry}: the field {field} must be filled in and is empty',
      fr: 'Écriture {entry} : le champ {field} est obligatoire et il est vide',
      nl: 'Boeking {entry}: het veld {field} is verplicht en is leeg',
    },
    remedy: changeMapping,
  },
  field_too_long: {
    text: {
      en: 'Entry {entry}: "{value}" does not fit in the field {field}, which takes {length} characters',
      fr: 'Écriture {entry} : « {value} » ne tient pas dans le champ {field}, limité à {length} caractères',
      nl: 'Boeking {entry}: "{value}" past niet in het veld {field}, dat {length} tekens telt',
    },
    remedy: changeMapping,
  },
  character_missing: {
    text: {
      en: 'Entry {entry}, field {field}: the character set {encoding} does not have {characters}',
      fr: 'Écriture {entry}, champ {field} : le jeu de caractères {encoding} ne contient pas {characters}',
      nl: 'Boeking {entry}, veld {field}: de tekenset {encoding} bevat {characters} niet',
    },
    remedy: {
      en: 'The entry was left out of the file. Choose UTF-8 if the accounting software reads it, or let such characters be transliterated.',
      fr: 'L’écriture n’est pas dans le fichier. Choisissez UTF-8 si le logiciel comptable le lit, ou acceptez la translittération de ces caractères.',
      nl: 'De boeking staat niet in het bestand. Kies UTF-8 als het boekhoudpakket dat leest, of laat zulke tekens omzetten.',
    },
  },
  separator_in_field: {
    text: {
      en: 'Entry {entry}: "{value}" in the field {field} contains a separator of the file',
      fr: 'Écriture {entry} : « {value} » dans le champ {field} contient un séparateur du fichier',
      nl: 'Boeking {entry}: "{value}" in het veld {field} bevat een scheidingsteken van het bestand',
    },
    remedy: {
      en: 'The entry was left out of the file. Have the format replace that character (replaceInText) or put its fields in quotes.',
      fr: 'L’écriture n’est pas dans le fichier. Faites remplacer ce caractère par le format (replaceInText) ou mettez les champs entre guillemets.',
      nl: 'De boeking staat niet in het bestand. Laat het formaat dat teken vervangen (replaceInText) of zet de velden tussen aanhalingstekens.',
    },
  },
  amount_precision: {
    text: {
      en: 'Entry {entry}: the amount {amount} of the field {field} cannot be written exactly with {decimals} decimals',
      fr: 'Écriture {entry} : le montant {amount} du champ {field} ne peut pas s’écrire exactement avec {decimals} décimales',
      nl: 'Boeking {entry}: het bedrag {amount} van het veld {field} kan niet exact met {decimals} decimalen geschreven worden',
    },
    remedy: changeMapping,
  },
  amount_negative: {
    text: {
      en: 'Entry {entry}: the field {field} has no place for a sign and the amount is {amount}',
      fr: 'Écriture {entry} : le champ {field} ne prévoit pas de signe et le montant est {amount}',
      nl: 'Boeking {entry}: het veld {field} heeft geen plaats voor een teken en het bedrag is {amount}',
    },
    remedy: changeMapping,
  },
  account_digits: {
    text: {
      en: 'Entry {entry}: the account {account} in the field {field} must begin with {count} digits',
      fr: 'Écriture {entry} : le compte {account} du champ {field} doit commencer par {count} chiffres',
      nl: 'Boeking {entry}: de rekening {account} in het veld {field} moet met {count} cijfers beginnen',
    },
    remedy: {
      en: 'The entry was left out of the file. Enter an account of the national chart of accounts in the mapping.',
      fr: 'L’écriture n’est pas dans le fichier. Indiquez un compte du plan comptable dans le paramétrage comptable.',
      nl: 'De boeking staat niet in het bestand. Vul in de boekingsregels een rekening van het rekeningstelsel in.',
    },
  },
  only_digits: {
    text: {
      en: 'Entry {entry}: the field {field} takes digits only and the value is "{value}"',
      fr: 'Écriture {entry} : le champ {field} n’accepte que des chiffres et la valeur est « {value} »',
      nl: 'Boeking {entry}: het veld {field} aanvaardt alleen cijfers en de waarde is "{value}"',
    },
    remedy: {
      en: 'The entry was left out of the file. Choose a numbering without letters in the mapping.',
      fr: 'L’écriture n’est pas dans le fichier. Choisissez une numérotation sans lettres dans le paramétrage comptable.',
      nl: 'De boeking staat niet in het bestand. Kies in de boekingsregels een nummering zonder letters.',
    },
  },
  date_unlikely: {
    text: {
      en: 'Entry {entry}: the date {date} of the field {field} lies outside 1900–2099',
      fr: 'Écriture {entry} : la date {date} du champ {field} est hors de la période 1900–2099',
      nl: 'Boeking {entry}: de datum {date} van het veld {field} valt buiten 1900–2099',
    },
    remedy: {
      en: 'The entry was left out of the file. Correct the date of the document in the shop.',
      fr: 'L’écriture n’est pas dans le fichier. Corrigez la date du document dans la boutique.',
      nl: 'De boeking staat niet in het bestand. Verbeter de datum van het document in de webwinkel.',
    },
  },
  wrong_currency: {
    text: {
      en: 'Entry {entry} is in {currency}; the format {format} takes books in {expected} only',
      fr: 'L’écriture {entry} est en {currency} ; le format {format} n’accepte qu’une comptabilité en {expected}',
      nl: 'Boeking {entry} is in {currency}; het formaat {format} aanvaardt alleen een boekhouding in {expected}',
    },
    remedy: {
      en: 'The entry was left out of the file. Have the mapping convert it to the currency of the books.',
      fr: 'L’écriture n’est pas dans le fichier. Faites-la convertir dans la devise de la comptabilité par le paramétrage comptable.',
      nl: 'De boeking staat niet in het bestand. Laat ze door de boekingsregels omrekenen naar de munt van de boekhouding.',
    },
  },
  not_paid_out: {
    setting: 'grain',
    text: {
      en: 'Entry {entry} has not been paid out yet, or its shop does not say with which payout',
      fr: 'L’écriture {entry} n’est pas encore virée, ou la boutique ne dit pas dans quel virement',
      nl: 'Boeking {entry} is nog niet uitbetaald, of de winkel zegt niet in welke uitbetaling',
    },
    remedy: {
      en: 'Try it again once the payout is there, or write one entry a day or a document instead.',
      fr: 'Réessayez quand le virement est connu, ou écrivez une écriture par jour ou par document.',
      nl: 'Probeer opnieuw zodra de uitbetaling er is, of schrijf één boeking per dag of per document.',
    },
  },
  unbalanced: {
    text: {
      en: 'Entry {entry} does not balance: debit {debit}, credit {credit}',
      fr: 'L’écriture {entry} n’est pas équilibrée : débit {debit}, crédit {credit}',
      nl: 'Boeking {entry} is niet in evenwicht: debet {debit}, credit {credit}',
    },
    remedy: changeMapping,
  },
  line_not_written: {
    text: {
      en: 'Entry {entry}: the format {format} has no record for the line on account {account}, and the file would not balance',
      fr: 'Écriture {entry} : le format {format} ne prévoit rien pour la ligne du compte {account}, et le fichier ne serait pas équilibré',
      nl: 'Boeking {entry}: het formaat {format} voorziet niets voor de regel op rekening {account}, en het bestand zou niet in evenwicht zijn',
    },
    remedy: {
      en: 'The entry was left out of the file. Check the conditions (when) of the line records in the format.',
      fr: 'L’écriture n’est pas dans le fichier. Vérifiez les conditions (when) des enregistrements de ligne du format.',
      nl: 'De boeking staat niet in het bestand. Controleer de voorwaarden (when) van de regelrecords in het formaat.',
    },
  },
  template_failed: {
    text: {
      en: 'Entry {entry}: the template of the field {field} could not be filled in: {reason}',
      fr: 'Écriture {entry} : le modèle du champ {field} n’a pas pu être rempli : {reason}',
      nl: 'Boeking {entry}: het sjabloon van het veld {field} kon niet ingevuld worden: {reason}',
    },
    remedy: changeMapping,
  },
  template_invalid: {
    text: {
      en: 'The template "{template}" of the text format is not usable: {reason}',
      fr: 'Le modèle « {template} » du format texte n’est pas utilisable : {reason}',
      nl: 'Het sjabloon "{template}" van het tekstformaat is niet bruikbaar: {reason}',
    },
    remedy: {
      en: 'Correct it in the definition of the format; the node’s README lists the fields it may name.',
      fr: 'Corrigez-le dans la définition du format ; la documentation du nœud liste les champs utilisables.',
      nl: 'Verbeter het in de definitie van het formaat; de documentatie van de node somt de bruikbare velden op.',
    },
  },
  custom_invalid: {
    text: {
      en: 'The custom text format is not valid at "{path}": {reason}',
      fr: 'Le format texte personnalisé n’est pas valide à « {path} » : {reason}',
      nl: 'Het eigen tekstformaat is niet geldig bij "{path}": {reason}',
    },
    remedy: {
      en: 'Correct the definition in the setting “Custom format”, or choose one of the ready-made formats.',
      fr: 'Corrigez la définition dans le réglage « Format personnalisé », ou choisissez un format prêt à l’emploi.',
      nl: 'Verbeter de definitie in de instelling “Eigen formaat”, of kies een kant-en-klaar formaat.',
    },
  },
  placeholder_unknown: {
    text: {
      en: 'The file name "{name}" contains the placeholder {placeholder}, which is none of {known}',
      fr: 'Le nom de fichier « {name} » contient le repère {placeholder}, qui n’est pas l’un de {known}',
      nl: 'De bestandsnaam "{name}" bevat de plaatshouder {placeholder}, die geen is van {known}',
    },
    remedy: {
      en: 'Correct the file name in the settings of the text file node.',
      fr: 'Corrigez le nom du fichier dans les réglages du nœud fichier texte.',
      nl: 'Verbeter de bestandsnaam in de instellingen van de tekstbestandsnode.',
    },
  },
  siren_missing: {
    text: {
      en: 'The company’s SIREN number is not filled in: the file is named with 000000000',
      fr: 'Le numéro SIREN de l’entreprise n’est pas renseigné : le fichier est nommé avec 000000000',
      nl: 'Het SIREN-nummer van de onderneming is niet ingevuld: het bestand krijgt 000000000 in zijn naam',
    },
    remedy: {
      en: 'Fill in “SIREN number” in the settings of the text file node before handing the file to anyone.',
      fr: 'Renseignez « Numéro SIREN » dans les réglages du nœud fichier texte avant de transmettre le fichier.',
      nl: 'Vul “SIREN-nummer” in bij de instellingen van de tekstbestandsnode voor u het bestand doorgeeft.',
    },
  },
  characters_replaced: {
    text: {
      en: 'Characters that {encoding} lacks were written with others: {characters}. Entries concerned: {count}, the first is {entry}',
      fr: 'Des caractères absents de {encoding} ont été écrits avec d’autres : {characters}. Écritures concernées : {count}, la première est {entry}',
      nl: 'Tekens die {encoding} niet kent, zijn met andere geschreven: {characters}. Betrokken boekingen: {count}, de eerste is {entry}',
    },
    remedy: {
      en: 'Amounts and accounts are not concerned. Choose UTF-8 if the accounting software reads it.',
      fr: 'Les montants et les comptes ne sont pas concernés. Choisissez UTF-8 si le logiciel comptable le lit.',
      nl: 'Bedragen en rekeningen zijn niet geraakt. Kies UTF-8 als het boekhoudpakket dat leest.',
    },
  },
});
