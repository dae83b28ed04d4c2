import { type FieldEntries, localised } from './by-field.ts';

const emptyIsPreset = localised(
  'Empty: as for other methods.',
  'Vide : comme les autres moyens.',
  'Leeg: zoals de andere methoden.',
);

export const paymentFields: FieldEntries = {
  payments: {
    title: localised('Payments', 'Règlements', 'Betalingen'),
    help: localised(
      'A payment is booked against the customer’s account on the day it was received. The mapping table of payments can say otherwise for a method.',
      'Un règlement est comptabilisé sur le compte du client au jour de sa réception. La table de correspondance des règlements peut en décider autrement pour un moyen de paiement.',
      'Een betaling wordt op de dag van ontvangst op de klantenrekening geboekt. De mappingtabel van betalingen kan voor een methode anders beslissen.',
    ),
    options: {
      book: localised('Book them', 'Les comptabiliser', 'Boeken'),
      none: localised('Leave them out', 'Ne pas les comptabiliser', 'Niet boeken'),
    },
  },
  paymentAccounts: {
    title: localised('Payment methods', 'Moyens de paiement', 'Betaalmethoden'),
    help: localised(
      'The first line whose method fits is used, where the mapping table of payments says nothing.',
      'La première ligne dont le moyen convient est utilisée, là où la table de correspondance des règlements ne dit rien.',
      'De eerste regel waarvan de methode past, wordt gebruikt waar de mappingtabel van betalingen niets zegt.',
    ),
  },
  'paymentAccounts[].method': {
    title: localised('Method', 'Moyen', 'Methode'),
    help: localised(
      'As the shop calls it; * stands for any text (stripe*).',
      'Tel que la boutique le nomme ; * remplace n’importe quel texte (stripe*).',
      'Zoals de webwinkel ze noemt; * staat voor om het even welke tekst (stripe*).',
    ),
  },
  'paymentAccounts[].account': { title: localised('Account', 'Compte', 'Rekening'), help: emptyIsPreset },
  'paymentAccounts[].journal': { title: localised('Journal', 'Journal', 'Dagboek'), help: emptyIsPreset },
  'paymentAccounts[].feeAccount': {
    title: localised('Account of its fees', 'Compte de ses commissions', 'Rekening van de kosten'),
    help: emptyIsPreset,
  },
  'paymentAccounts[].book': {
    title: localised('Book these payments', 'Comptabiliser ces règlements', 'Deze betalingen boeken'),
    help: localised(
      'Switch it off for a method that is booked from the bank statement.',
      'À désactiver pour un moyen comptabilisé d’après le relevé bancaire.',
      'Schakel uit voor een methode die vanaf het bankafschrift wordt geboekt.',
    ),
  },
  payouts: {
    title: localised('Payouts', 'Virements du prestataire', 'Uitbetalingen'),
    help: localised(
      'What a payment processor transfers to the bank, where the flow reads its payouts.',
      'Ce que le prestataire de paiement vire à la banque, lorsque le flux lit ses virements.',
      'Wat de betaaldienst naar de bank overschrijft, als de flow zijn uitbetalingen leest.',
    ),
  },
  'payouts.fees': {
    title: localised('Fees are booked', 'Commissions comptabilisées', 'Kosten worden geboekt'),
    help: localised(
      'Once only: with each payment (when the shop knows the fee), with the payout, or from the processor’s invoice, which then clears what the payouts leave.',
      'Une seule fois : avec chaque règlement (si la boutique connaît la commission), avec le virement, ou d’après la facture du prestataire, qui solde alors ce que les virements laissent.',
      'Eén keer: bij elke betaling (als de winkel de kosten kent), bij de uitbetaling, of vanaf de factuur van de betaaldienst, die dan afboekt wat de uitbetalingen laten staan.',
    ),
    options: {
      payment: localised('with the payment', 'avec le règlement', 'bij de betaling'),
      payout: localised('with the payout', 'avec le virement', 'bij de uitbetaling'),
      invoice: localised('from the invoice', 'd’après la facture', 'vanaf de factuur'),
    },
  },
  giftCards: {
    title: localised('Gift cards', 'Cartes cadeaux', 'Cadeaubonnen'),
    help: localised(
      'A gift card sold without VAT is owed to its holder; it becomes revenue when it is used.',
      'Une carte cadeau vendue sans TVA est due à son porteur ; elle devient un produit quand elle est utilisée.',
      'Een cadeaubon zonder btw is een schuld aan de houder; hij wordt omzet wanneer hij wordt gebruikt.',
    ),
  },
  'giftCards.skus': {
    title: localised('Product codes', 'Références', 'Productcodes'),
    help: localised(
      'Exact codes of gift cards.',
      'Références exactes des cartes cadeaux.',
      'Exacte codes van cadeaubonnen.',
    ),
  },
  'giftCards.names': {
    title: localised('Product names', 'Désignations', 'Productnamen'),
    help: localised(
      '* stands for any text; capitals do not count.',
      '* remplace n’importe quel texte ; les majuscules ne comptent pas.',
      '* staat voor om het even welke tekst; hoofdletters tellen niet.',
    ),
  },
};
