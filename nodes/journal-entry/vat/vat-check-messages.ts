import { defineMessages } from '#schemas/messages.ts';

/** What is said about VAT numbers, and about sales whose VAT contradicts what the seller has set. */
export const vatCheckMessages = defineMessages('vat', {
  number_malformed: {
    setting: 'vat.wrongNumber',
    text: {
      en: 'Document {document}: “{number}” is not a possible VAT number: its form or its check digits are wrong',
      fr: 'Document {document} : « {number} » n’est pas un numéro de TVA possible : sa forme ou sa clé de contrôle est fausse',
      nl: 'Document {document}: “{number}” kan geen btw-nummer zijn: de vorm of het controlegetal klopt niet',
    },
    remedy: {
      en: 'Ask the customer for the right number and correct it in the shop: without it, VAT is due on this sale.',
      fr: 'Demandez le bon numéro au client et corrigez-le dans la boutique : sans lui, la TVA est due sur cette vente.',
      nl: 'Vraag de klant het juiste nummer en verbeter het in de webwinkel: zonder dat nummer is op deze verkoop btw verschuldigd.',
    },
  },
  number_invalid: {
    text: {
      en: 'Document {document}: VIES says that the VAT number {number} is not valid, and no VAT was charged',
      fr: 'Document {document} : selon VIES, le numéro de TVA {number} n’est pas valable, et aucune TVA n’a été facturée',
      nl: 'Document {document}: volgens VIES is het btw-nummer {number} niet geldig, en er werd geen btw aangerekend',
    },
    remedy: {
      en: 'Correct the number in the shop, or charge the VAT of the country of the customer.',
      fr: 'Corrigez le numéro dans la boutique, ou facturez la TVA du pays du client.',
      nl: 'Verbeter het nummer in de webwinkel, of reken de btw van het land van de klant aan.',
    },
  },
  number_doubtful: {
    text: {
      en: 'Document {document}: the VAT number “{number}” cannot be right: its form or its check digits are wrong.',
      fr: 'Document {document} : le numéro de TVA « {number} » ne peut être exact : sa forme ou sa clé de contrôle est fausse.',
      nl: 'Document {document}: het btw-nummer “{number}” kan niet kloppen: de vorm of het controlegetal is fout.',
    },
    remedy: {
      en: 'It was booked all the same, for the VAT does not depend on it here. Correct the number with the customer.',
      fr: 'Il a été comptabilisé quand même, car la TVA n’en dépend pas ici. Corrigez le numéro avec le client.',
      nl: 'Het is toch geboekt, want de btw hangt er hier niet van af. Verbeter het nummer samen met de klant.',
    },
  },
  exempt_seller_charged: {
    setting: 'vat.isExemptSeller',
    text: {
      en: 'Document {document}, “{line}”: {rate} % VAT was charged, but you have set that you charge no VAT',
      fr: 'Document {document}, « {line} » : une TVA de {rate} % a été facturée, alors que vous avez indiqué ne pas facturer de TVA',
      nl: 'Document {document}, “{line}”: er werd {rate} % btw aangerekend, terwijl u hebt ingesteld dat u geen btw aanrekent',
    },
    remedy: {
      en: 'VAT that stands on an invoice is owed. Correct the invoice, or the setting if you are no longer exempt.',
      fr: 'La TVA mentionnée sur une facture est due. Corrigez la facture, ou le réglage si vous n’êtes plus en franchise.',
      nl: 'Btw die op een factuur staat, is verschuldigd. Verbeter de factuur, of de instelling als u niet meer vrijgesteld bent.',
    },
  },
  co_contractor_unnamed: {
    setting: 'vat.coContractor',
    text: {
      en: 'Document {document}, “{line}”: the buyer is to owe the VAT, but has no valid VAT number of {country}',
      fr: 'Document {document}, « {line} » : la TVA serait due par le cocontractant, mais celui-ci n’a pas de numéro de TVA valable du pays {country}',
      nl: 'Document {document}, “{line}”: de btw zou verlegd zijn naar de medecontractant, maar die heeft geen geldig btw-nummer van {country}',
    },
    remedy: {
      en: 'Add the VAT number of the buyer to the order, or charge the VAT.',
      fr: 'Ajoutez le numéro de TVA de l’acheteur à la commande, ou facturez la TVA.',
      nl: 'Voeg het btw-nummer van de koper toe aan de bestelling, of reken de btw aan.',
    },
  },
  implausible_held: {
    setting: 'vat.implausible',
    text: {
      en: 'Document {document} carries {amount} of VAT at {rate} %, but its lines of {base} would make {expected}: it is held',
      fr: 'Le document {document} porte {amount} de TVA à {rate} %, mais ses lignes de {base} en donneraient {expected} : il est retenu',
      nl: 'Document {document} draagt {amount} btw tegen {rate} %, maar zijn regels van {base} zouden {expected} geven: het wordt tegengehouden',
    },
    remedy: {
      en: 'Check the tax rates of the shop, and this document.',
      fr: 'Vérifiez les taux de la boutique et ce document.',
      nl: 'Controleer de btw-tarieven van de winkel en dit document.',
    },
  },
});
