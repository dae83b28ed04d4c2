import { defineMessages } from '#schemas/messages.ts';

/** What can be wrong with a command as typed. */
export const cliMessages = defineMessages('cli', {
  file_unreadable: {
    text: {
      en: 'The file {file} cannot be read: {detail}.',
      fr: 'Le fichier {file} est illisible : {detail}.',
      nl: 'Het bestand {file} is niet leesbaar: {detail}.',
    },
  },
  not_json: {
    text: {
      en: 'The file {file} is not valid JSON: {detail}.',
      fr: 'Le fichier {file} n’est pas du JSON valide : {detail}.',
      nl: 'Het bestand {file} is geen geldige JSON: {detail}.',
    },
  },
  not_an_object: {
    text: {
      en: 'The file {file} must hold a JSON object: {expected}.',
      fr: 'Le fichier {file} doit contenir un objet JSON : {expected}.',
      nl: 'Het bestand {file} moet een JSON-object bevatten: {expected}.',
    },
  },
  out_unwritable: {
    text: {
      en: 'The folder {folder} cannot be written to: {detail}.',
      fr: 'Impossible d’écrire dans le dossier {folder} : {detail}.',
      nl: 'In de map {folder} kan niet geschreven worden: {detail}.',
    },
    remedy: {
      en: 'Name another folder with --out, or correct its rights. Nothing was read or posted.',
      fr: 'Indiquez un autre dossier avec --out, ou corrigez ses droits. Rien n’a été lu ni comptabilisé.',
      nl: 'Geef met --out een andere map op of verbeter de rechten ervan. Er is niets gelezen of geboekt.',
    },
  },
  missing_slot: {
    text: {
      en: 'The connections file has nothing for “{slot}” (type {type}).',
      fr: 'Le fichier des connexions n’a rien pour « {slot} » (type {type}).',
      nl: 'Het verbindingenbestand heeft niets voor “{slot}” (type {type}).',
    },
    remedy: {
      en: 'Add an object named "{slot}" with the type "{type}" and its fields; "passerelle describe" shows them.',
      fr: 'Ajoutez un objet nommé "{slot}" avec le type "{type}" et ses champs ; « passerelle describe » les montre.',
      nl: 'Voeg een object "{slot}" toe met het type "{type}" en zijn velden; "passerelle describe" toont ze.',
    },
  },
  unknown_slot: {
    text: {
      en: 'The connections file names “{slot}”, but the flow has only: {present}.',
      fr: 'Le fichier des connexions nomme « {slot} », mais le flux n’a que : {present}.',
      nl: 'Het verbindingenbestand noemt “{slot}”, maar de flow heeft alleen: {present}.',
    },
  },
  wrong_slot_type: {
    text: {
      en: '“{slot}” must be of type “{wanted}”, not “{given}”.',
      fr: '« {slot} » doit être du type « {wanted} », pas « {given} ».',
      nl: '“{slot}” moet van het type “{wanted}” zijn, niet “{given}”.',
    },
  },
  settings_need_template: {
    text: {
      en: '--settings answers the questions of a template; a flow file carries its settings itself.',
      fr: '--settings répond aux questions d’un modèle ; un fichier de flux porte lui-même ses réglages.',
      nl: '--settings beantwoordt de vragen van een sjabloon; een flowbestand bevat zijn instellingen zelf.',
    },
  },
  bad_flow: {
    text: {
      en: 'The flow {file} is not usable: {detail}',
      fr: 'Le flux {file} est inutilisable : {detail}',
      nl: 'De flow {file} is onbruikbaar: {detail}',
    },
  },
  bad_version: {
    text: {
      en: '“{version}” is not the number of a version.',
      fr: '« {version} » n’est pas un numéro de version.',
      nl: '“{version}” is geen nummer van een versie.',
    },
  },
  bad_period: {
    text: {
      en: '“{period}” is not a period.',
      fr: '« {period} » n’est pas une période.',
      nl: '“{period}” is geen periode.',
    },
    remedy: {
      en: 'Write two days with two dots between them: 2026-10-01..2026-10-31.',
      fr: 'Écrivez deux jours séparés par deux points : 2026-10-01..2026-10-31.',
      nl: 'Schrijf twee dagen met twee punten ertussen: 2026-10-01..2026-10-31.',
    },
  },
});
