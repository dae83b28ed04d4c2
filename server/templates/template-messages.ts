import { defineMessages } from '#schemas/messages.ts';

export const templateMessages = defineMessages('template', {
  missing: {
    text: {
      en: 'There is no template “{template}”. The templates here are: {present}.',
      fr: 'Il n’y a pas de modèle « {template} ». Les modèles présents : {present}.',
      nl: 'Er is geen sjabloon “{template}”. De aanwezige sjablonen zijn: {present}.',
    },
  },
  unknown_setting: {
    text: {
      en: 'The template “{template}” has no setting “{setting}”. Its settings are: {present}.',
      fr: 'Le modèle « {template} » n’a pas de réglage « {setting} ». Ses réglages : {present}.',
      nl: 'Het sjabloon “{template}” heeft geen instelling “{setting}”. De instellingen zijn: {present}.',
    },
    remedy: {
      en: 'Check the spelling, or leave the setting out: each has a default.',
      fr: 'Vérifiez l’orthographe ou omettez ce réglage : chacun a une valeur par défaut.',
      nl: 'Controleer de spelling of laat de instelling weg: elke instelling heeft een standaardwaarde.',
    },
  },
  bad_file: {
    text: {
      en: 'The template file {file} cannot be used: {detail}.',
      fr: 'Le fichier de modèle {file} est inutilisable : {detail}.',
      nl: 'Het sjabloonbestand {file} is onbruikbaar: {detail}.',
    },
  },
});
