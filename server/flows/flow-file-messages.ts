import { defineMessages } from '#schemas/messages.ts';

/** What can be wrong with a flow file. */
export const flowFileMessages = defineMessages('flow-file', {
  not_json: {
    text: {
      en: 'The file is not valid JSON: it stops making sense at {place}.',
      fr: 'Le fichier n’est pas du JSON valide : il devient illisible à cet endroit : {place}.',
      nl: 'Het bestand is geen geldige JSON: het loopt fout op deze plaats: {place}.',
    },
    remedy: {
      en: 'Choose a file that Passerelle exported, unchanged or edited with care.',
      fr: 'Choisissez un fichier exporté par Passerelle, inchangé ou modifié avec soin.',
      nl: 'Kies een bestand dat Passerelle heeft geëxporteerd, ongewijzigd of zorgvuldig bewerkt.',
    },
  },
  not_a_flow: {
    text: {
      en: 'The file holds no flow.',
      fr: 'Le fichier ne contient pas de flux.',
      nl: 'Het bestand bevat geen flow.',
    },
    remedy: {
      en: 'A flow file begins with "format": "passerelle.flow/1" somewhere at its top level.',
      fr: 'Un fichier de flux porte "format": "passerelle.flow/1" à son premier niveau.',
      nl: 'Een flowbestand heeft "format": "passerelle.flow/1" op zijn hoogste niveau.',
    },
  },
  newer_format: {
    text: {
      en: 'The file has the format {format}; this installation reads {known}.',
      fr: 'Le fichier est au format {format} ; cette installation lit {known}.',
      nl: 'Het bestand heeft het formaat {format}; deze installatie leest {known}.',
    },
    remedy: {
      en: 'Update Passerelle, or export the flow again from an installation of this version.',
      fr: 'Mettez Passerelle à jour, ou exportez à nouveau le flux depuis une installation de cette version.',
      nl: 'Werk Passerelle bij, of exporteer de flow opnieuw uit een installatie van deze versie.',
    },
  },
  other_format: {
    text: {
      en: '“{format}” is not the format of a flow file; expected {known}.',
      fr: '« {format} » n’est pas le format d’un fichier de flux ; attendu : {known}.',
      nl: '“{format}” is niet het formaat van een flowbestand; verwacht: {known}.',
    },
  },
  unusable: {
    text: {
      en: 'The flow cannot be imported: {count} thing(s) in the file are not right.',
      fr: 'Le flux ne peut pas être importé : {count} point(s) du fichier à corriger.',
      nl: 'De flow kan niet worden geïmporteerd: {count} punt(en) in het bestand kloppen niet.',
    },
    remedy: {
      en: 'Go through the list below; each entry says where.',
      fr: 'Parcourez la liste ci-dessous ; chaque ligne dit où.',
      nl: 'Overloop de lijst eronder; elk punt zegt waar.',
    },
  },
  unknown_field: {
    text: {
      en: 'A flow has no field {field}.',
      fr: 'Un flux n’a pas de champ {field}.',
      nl: 'Een flow heeft geen veld {field}.',
    },
    remedy: {
      en: 'Correct its name or remove it: nothing of a file is left out in silence.',
      fr: 'Corrigez son nom ou retirez-le : rien d’un fichier n’est ignoré en silence.',
      nl: 'Verbeter de naam of verwijder het: niets uit een bestand wordt stilzwijgend weggelaten.',
    },
  },
});
