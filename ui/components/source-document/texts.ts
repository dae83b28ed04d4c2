import { defineTexts } from '#ui/i18n/use-texts.ts';

export const sourceTexts = defineTexts({
  line: { en: 'Line', fr: 'Ligne', nl: 'Regel' },
  quantity: { en: 'Qty', fr: 'Qté', nl: 'Aantal' },
  net: { en: 'Net', fr: 'HT', nl: 'Excl. btw' },
  vat: { en: 'VAT', fr: 'TVA', nl: 'Btw' },
  bookedAs: { en: 'Booked on', fr: 'Imputé sur', nl: 'Geboekt op' },
  total: { en: 'Total', fr: 'Total', nl: 'Totaal' },
  paidBy: { en: 'Paid by {method}', fr: 'Payé par {method}', nl: 'Betaald met {method}' },
  giftCard: { en: 'Gift card {code}', fr: 'Carte cadeau {code}', nl: 'Cadeaubon {code}' },
  unallocated: { en: 'Amount without detail', fr: 'Montant sans détail', nl: 'Bedrag zonder detail' },
  difference: { en: 'Rounding difference', fr: 'Différence d’arrondi', nl: 'Afrondingsverschil' },
  discount: { en: 'less {amount} discount', fr: 'remise de {amount} déduite', nl: 'na {amount} korting' },
  openLine: {
    en: 'Entry line on account {account}, {side} {amount}',
    fr: 'Ligne d’écriture au compte {account}, {side} {amount}',
    nl: 'Boekingsregel op rekening {account}, {side} {amount}',
  },
  debit: { en: 'debit', fr: 'débit', nl: 'debet' },
  credit: { en: 'credit', fr: 'crédit', nl: 'credit' },
  D: { en: 'D', fr: 'D', nl: 'D' },
  C: { en: 'C', fr: 'C', nl: 'C' },
  caption: { en: 'Document {number}', fr: 'Document {number}', nl: 'Document {number}' },
  here: { en: 'the part that you came from', fr: 'l’élément dont vous venez', nl: 'het deel waar u vandaan komt' },
  unknown: {
    en: 'This document is no longer stored, or is not a sale: it cannot be shown line by line.',
    fr: 'Ce document n’est plus conservé, ou n’est pas une vente : il ne peut pas être affiché ligne par ligne.',
    nl: 'Dit document is niet meer bewaard, of is geen verkoop: het kan niet regel per regel worden getoond.',
  },
  back: { en: 'Back', fr: 'Retour', nl: 'Terug' },
  openInShop: { en: 'Open in the shop', fr: 'Ouvrir dans la boutique', nl: 'Openen in de winkel' },
});
