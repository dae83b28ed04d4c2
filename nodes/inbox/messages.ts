import { defineMessages } from '#schemas/messages.ts';

/** What the sender of documents is told. */
export const messages = defineMessages('inbox', {
  not_json: {
    text: {
      en: 'The call holds no JSON in UTF-8.',
      fr: 'L’appel ne contient pas de JSON en UTF-8.',
      nl: 'De oproep bevat geen JSON in UTF-8.',
    },
    remedy: {
      en: 'Send one sales document as a JSON object, or several as a list.',
      fr: 'Envoyez un document de vente sous forme d’objet JSON, ou plusieurs sous forme de liste.',
      nl: 'Stuur één verkoopdocument als JSON-object, of meerdere als lijst.',
    },
  },
  bad_text: {
    text: {
      en: 'A text in the call holds a character that cannot be stored (U+0000, or half of an emoji).',
      fr: 'Un texte de l’appel contient un caractère impossible à conserver (U+0000, ou une moitié d’émoji).',
      nl: 'Een tekst in de oproep bevat een teken dat niet bewaard kan worden (U+0000, of een halve emoji).',
    },
  },
  too_many: {
    text: {
      en: 'The call holds {count} documents; at most {most} are taken at once.',
      fr: 'L’appel contient {count} documents ; {most} au plus sont acceptés à la fois.',
      nl: 'De oproep bevat {count} documenten; er worden er hoogstens {most} tegelijk aanvaard.',
    },
    remedy: {
      en: 'Send them in several calls.',
      fr: 'Envoyez-les en plusieurs appels.',
      nl: 'Stuur ze in meerdere oproepen.',
    },
  },
  not_a_document: {
    text: {
      en: 'Document {position} is not as it must be, at {field}: {reason}',
      fr: 'Le document {position} n’est pas conforme, à {field} : {reason}',
      nl: 'Document {position} is niet zoals het moet, bij {field}: {reason}',
    },
    remedy: {
      en: '"passerelle schema" prints what a sales document must look like. Nothing of this call was taken; send it again as a whole.',
      fr: '« passerelle schema » affiche la forme attendue d’un document de vente. Rien de cet appel n’a été retenu ; renvoyez-le en entier.',
      nl: '"passerelle schema" toont hoe een verkoopdocument eruit moet zien. Van deze oproep is niets overgenomen; stuur hem in zijn geheel opnieuw.',
    },
  },
});
