import { defineMessages } from '#schemas/messages.ts';

export const viesMessages = defineMessages('vies', {
  invalid: {
    setting: 'whenInvalid',
    text: {
      en: 'Document {document}: VIES says that the VAT number {number} is not valid',
      fr: 'Document {document} : selon VIES, le numéro de TVA {number} n’est pas valable',
      nl: 'Document {document}: volgens VIES is het btw-nummer {number} niet geldig',
    },
    remedy: {
      en: 'Ask the customer for the right number and correct it in the shop, or charge VAT.',
      fr: 'Demandez le bon numéro au client et corrigez-le dans la boutique, ou facturez la TVA.',
      nl: 'Vraag de klant het juiste nummer en verbeter het in de webwinkel, of reken btw aan.',
    },
  },
  as_consumer: {
    text: {
      en: 'Document {document}: VIES says that the VAT number {number} is not valid; the customer counts as a consumer.',
      fr: 'Document {document} : selon VIES, le numéro de TVA {number} n’est pas valable ; le client est traité comme un particulier.',
      nl: 'Document {document}: volgens VIES is het btw-nummer {number} niet geldig; de klant geldt als consument.',
    },
  },
  unanswered: {
    setting: 'whenDown',
    text: {
      en: 'Document {document}: VIES could not say whether the VAT number {number} is valid ({reason})',
      fr: 'Document {document} : VIES n’a pas pu dire si le numéro de TVA {number} est valable ({reason})',
      nl: 'Document {document}: VIES kon niet zeggen of het btw-nummer {number} geldig is ({reason})',
    },
    remedy: {
      en: 'Try it again later: the service of a country is often away for some hours.',
      fr: 'Réessayez plus tard : le service d’un pays est souvent indisponible pendant quelques heures.',
      nl: 'Probeer het later opnieuw: de dienst van een land is vaak enkele uren onbereikbaar.',
    },
  },
  passed_unasked: {
    text: {
      en: 'Document {document} goes on although VIES could not say whether the VAT number {number} is valid ({reason}).',
      fr: 'Le document {document} continue bien que VIES n’ait pu dire si le numéro de TVA {number} est valable ({reason}).',
      nl: 'Document {document} gaat verder hoewel VIES niet kon zeggen of het btw-nummer {number} geldig is ({reason}).',
    },
  },
  own_number_refused: {
    setting: 'ownNumber',
    text: {
      en: 'VIES does not accept your own VAT number {number}',
      fr: 'VIES n’accepte pas votre propre numéro de TVA {number}',
      nl: 'VIES aanvaardt uw eigen btw-nummer {number} niet',
    },
    remedy: {
      en: 'Correct your number in the settings of this step, or leave it empty to ask without proof.',
      fr: 'Corrigez votre numéro dans les réglages de cette étape, ou laissez-le vide pour interroger sans preuve.',
      nl: 'Verbeter uw nummer in de instellingen van deze stap, of laat het leeg om zonder bewijs te vragen.',
    },
  },
  asked: {
    text: {
      en: 'VIES: {number} is {verdict}; proof {consultation}',
      fr: 'VIES : {number} est {verdict} ; preuve {consultation}',
      nl: 'VIES: {number} is {verdict}; bewijs {consultation}',
    },
  },
});
