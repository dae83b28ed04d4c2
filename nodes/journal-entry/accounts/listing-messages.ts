import { defineMessages } from '#schemas/messages.ts';

/**
 * What holds a document because no rule of the mapping tables names something on it. Each carries `table`, `axis` and
 * `value` beside what the sentence says: with them the rule that is missing can be added from where the hold is shown.
 */
export const listingMessages = defineMessages('entry', {
  // What bears no VAT goes by rate 0 and has no tax whose name could be quoted.
  tax_0: { text: { en: 'no VAT', fr: 'sans TVA', nl: 'zonder btw' } },
  unlisted_tax: {
    setting: 'mapping',
    words: { name: 'tax_' },
    text: {
      en: 'Document {document}, “{line}”: no rule of the mapping table of VAT names {value} % ({name})',
      fr: 'Document {document}, « {line} » : aucune règle de la table de correspondance de TVA ne cite {value} % ({name})',
      nl: 'Document {document}, “{line}”: geen enkele regel van de mappingtabel voor btw noemt {value} % ({name})',
    },
    remedy: {
      en: 'Add a rule for it to the mapping table. Nothing was booked.',
      fr: 'Ajoutez une règle à cette table de correspondance. Rien n’a été comptabilisé.',
      nl: 'Voeg een regel toe aan deze mappingtabel. Er is niets geboekt.',
    },
  },
  unlisted_method: {
    setting: 'mapping',
    text: {
      en: 'Document {document}: no rule of the mapping table of payments names the payment method {value} ({name})',
      fr: 'Document {document} : aucune règle de la table de correspondance des règlements ne cite le mode de paiement {value} ({name})',
      nl: 'Document {document}: geen enkele regel van de mappingtabel voor betalingen noemt de betaalwijze {value} ({name})',
    },
    remedy: {
      en: 'Add a rule for it to the mapping table. Nothing was booked.',
      fr: 'Ajoutez une règle à cette table de correspondance. Rien n’a été comptabilisé.',
      nl: 'Voeg een regel toe aan deze mappingtabel. Er is niets geboekt.',
    },
  },
  unlisted_category: {
    setting: 'mapping',
    text: {
      en: 'Document {document}, “{line}”: no rule of the mapping table of sales names the product category {value}',
      fr: 'Document {document}, « {line} » : aucune règle de la table de correspondance des ventes ne cite la catégorie d’article {value}',
      nl: 'Document {document}, “{line}”: geen enkele regel van de mappingtabel voor verkopen noemt de artikelcategorie {value}',
    },
    remedy: {
      en: 'Add a rule for it to the mapping table. Nothing was booked.',
      fr: 'Ajoutez une règle à cette table de correspondance. Rien n’a été comptabilisé.',
      nl: 'Voeg een regel toe aan deze mappingtabel. Er is niets geboekt.',
    },
  },
  category_by_default: {
    setting: 'mapping',
    text: {
      en: 'Document {document}, “{line}”: no rule names the product category {value}; the default account was taken',
      fr: 'Document {document}, « {line} » : aucune règle ne cite la catégorie d’article {value} ; le compte par défaut a été pris',
      nl: 'Document {document}, “{line}”: geen enkele regel noemt de artikelcategorie {value}; de standaardrekening werd genomen',
    },
    remedy: {
      en: 'Add a rule to the mapping table of sales if another account is right.',
      fr: 'Ajoutez une règle à la table de correspondance des ventes si un autre compte convient.',
      nl: 'Voeg een regel toe aan de mappingtabel voor verkopen als een andere rekening juist is.',
    },
  },
  unlisted_carrier: {
    setting: 'mapping',
    text: {
      en: 'Document {document}, “{line}”: no rule of the mapping table of shipping names the carrier {value} ({name})',
      fr: 'Document {document}, « {line} » : aucune règle de la table de correspondance du port ne cite le transporteur {value} ({name})',
      nl: 'Document {document}, “{line}”: geen enkele regel van de mappingtabel voor verzending noemt de vervoerder {value} ({name})',
    },
    remedy: {
      en: 'Add a rule for it to the mapping table. Nothing was booked.',
      fr: 'Ajoutez une règle à cette table de correspondance. Rien n’a été comptabilisé.',
      nl: 'Voeg een regel toe aan deze mappingtabel. Er is niets geboekt.',
    },
  },
  unlisted_country: {
    setting: 'mapping',
    text: {
      en: 'Document {document}: no rule of the mapping tables names the country {value}',
      fr: 'Document {document} : aucune règle des tables de correspondance ne cite le pays {value}',
      nl: 'Document {document}: geen enkele regel van de mappingtabellen noemt het land {value}',
    },
    remedy: {
      en: 'Add a rule for it to the mapping table. Nothing was booked.',
      fr: 'Ajoutez une règle à la table de correspondance. Rien n’a été comptabilisé.',
      nl: 'Voeg een regel toe aan de mappingtabel. Er is niets geboekt.',
    },
  },
});
