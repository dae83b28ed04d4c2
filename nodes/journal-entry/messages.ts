import { entryMessages as balanceMessages } from '#schemas/documents/journal-entry.ts';
import { defineMessages, type MessageCatalogue } from '#schemas/messages.ts';
import { accountMessages } from './accounts/account-messages.ts';
import { listingMessages } from './accounts/listing-messages.ts';
import { ruleMessages } from './accounts/rule-messages.ts';
import { customerMessages } from './customers/customer-messages.ts';
import { headMessages } from './heads/head-messages.ts';
import { payoutMessages } from './payouts/payout-messages.ts';
import { vatCheckMessages } from './vat/vat-check-messages.ts';

export const vatMessages = defineMessages('vat', {
  unmapped_rate: {
    setting: 'vatRules',
    text: {
      en: 'Document {document}, “{line}”: {rate} % is not a VAT rate of {country}',
      fr: 'Document {document}, « {line} » : {rate} % n’est pas un taux de TVA du pays {country}',
      nl: 'Document {document}, “{line}”: {rate} % is geen btw-tarief van {country}',
    },
    remedy: {
      en: 'Correct the rate in the shop, or add a VAT rule for {country} at {rate} % with its accounts.',
      fr: 'Corrigez le taux dans la boutique, ou ajoutez une règle de TVA pour {country} à {rate} % avec ses comptes.',
      nl: 'Verbeter het tarief in de webwinkel, of voeg een btw-regel toe voor {country} aan {rate} % met haar rekeningen.',
    },
  },
  outside_eu: {
    setting: 'vatRules',
    text: {
      en: 'Document {document}, “{line}”: {rate} % VAT of {country}, which is outside the EU',
      fr: 'Document {document}, « {line} » : TVA de {rate} % pour {country}, hors de l’Union européenne',
      nl: 'Document {document}, “{line}”: {rate} % btw van {country}, buiten de Europese Unie',
    },
    remedy: {
      en: 'If you are registered there, add a VAT rule for {country} at {rate} % with a revenue and a VAT account.',
      fr: 'Si vous y êtes immatriculé, ajoutez une règle de TVA pour {country} à {rate} % avec un compte de produit et un compte de TVA.',
      nl: 'Bent u daar geregistreerd, voeg dan een btw-regel toe voor {country} aan {rate} % met een omzet- en een btw-rekening.',
    },
  },
  implausible: {
    text: {
      en: 'Document {document} carries {amount} of VAT at {rate} %, but its lines of {base} would make {expected}.',
      fr: 'Le document {document} porte {amount} de TVA à {rate} %, mais ses lignes de {base} en donneraient {expected}.',
      nl: 'Document {document} draagt {amount} btw tegen {rate} %, maar zijn regels van {base} zouden {expected} geven.',
    },
    remedy: {
      en: 'It was booked as the shop charged it. Check the tax rates of the shop, and this document.',
      fr: 'Il a été comptabilisé comme la boutique l’a facturé. Vérifiez les taux de la boutique et ce document.',
      nl: 'Het is geboekt zoals de winkel het aanrekende. Controleer de btw-tarieven van de winkel en dit document.',
    },
  },
  untaxed_eu_consumer: {
    setting: 'vatRules',
    text: {
      en: 'Document {document}, “{line}”: no VAT on a sale to {country}, and the customer has no VAT number of another EU country',
      fr: 'Document {document}, « {line} » : vente sans TVA vers {country}, et le client n’a pas de numéro de TVA d’un autre pays de l’Union',
      nl: 'Document {document}, “{line}”: verkoop zonder btw naar {country}, en de klant heeft geen btw-nummer van een ander EU-land',
    },
    remedy: {
      en: 'Add the VAT number or the VAT to the order; if no VAT is due, add a VAT rule for {country} at rate 0.',
      fr: 'Ajoutez le numéro de TVA ou la TVA à la commande ; si aucune TVA n’est due, ajoutez une règle de TVA pour {country} au taux 0.',
      nl: 'Vul het btw-nummer of de btw van de bestelling aan; is er geen btw verschuldigd, voeg dan een btw-regel toe voor {country} met tarief 0.',
    },
  },
});

export const entryMessages = defineMessages('entry', {
  total_negative: {
    text: {
      en: 'Document {document} has a negative total: {total}',
      fr: 'Le document {document} a un total négatif : {total}',
      nl: 'Document {document} heeft een negatief totaal: {total}',
    },
    remedy: {
      en: 'Money given back belongs on a credit note: correct the document in the shop.',
      fr: 'Un montant rendu au client se constate par un avoir : corrigez le document dans la boutique.',
      nl: 'Een terugbetaald bedrag hoort op een creditnota: verbeter het document in de webwinkel.',
    },
  },
  total_precision: {
    text: {
      en: 'Document {document}: the total {total} {currency} has more than {decimals} decimals',
      fr: 'Document {document} : le total {total} {currency} a plus de {decimals} décimales',
      nl: 'Document {document}: het totaal {total} {currency} heeft meer dan {decimals} decimalen',
    },
    remedy: {
      en: 'What a customer was charged is never rounded here: correct the total in the shop.',
      fr: 'Le montant facturé au client n’est jamais arrondi ici : corrigez le total dans la boutique.',
      nl: 'Wat de klant werd aangerekend, wordt hier nooit afgerond: verbeter het totaal in de webwinkel.',
    },
  },
  difference_too_big: {
    setting: 'rounding.limit',
    text: {
      en: 'Document {document}: lines and VAT make {explained} {currency}, the total is {total}: {difference} is unexplained, more than the {limit} allowed',
      fr: 'Document {document} : lignes et TVA font {explained} {currency}, le total est {total} : l’écart de {difference} dépasse la limite de {limit}',
      nl: 'Document {document}: regels en btw geven {explained} {currency}, het totaal is {total}: het verschil van {difference} is groter dan de grens van {limit}',
    },
    remedy: {
      en: 'Nothing was booked. Look for a fee, a discount or a tax that the shop does not show on a line.',
      fr: 'Rien n’a été comptabilisé. Cherchez un frais, une remise ou une taxe que la boutique n’indique sur aucune ligne.',
      nl: 'Er is niets geboekt. Zoek een kost, korting of btw-bedrag dat de webwinkel op geen enkele regel vermeldt.',
    },
  },
  vat_reckoned_differs: {
    setting: 'rounding.method',
    text: {
      en: 'Document {document}: VAT at {rate} % worked out anew is {reckoned} {currency}, the shop states {stated}: more apart than the {limit} allowed',
      fr: 'Document {document} : la TVA à {rate} % recalculée est de {reckoned} {currency}, la boutique indique {stated} : l’écart dépasse la limite de {limit}',
      nl: 'Document {document}: de herrekende btw aan {rate} % is {reckoned} {currency}, de webwinkel vermeldt {stated}: het verschil is groter dan de grens van {limit}',
    },
    remedy: {
      en: 'Take the rounding method that the shop itself uses, or “as the shop does”.',
      fr: 'Choisissez la méthode d’arrondi que la boutique utilise elle-même, ou « comme la boutique ».',
      nl: 'Kies de afrondingsmethode die de webwinkel zelf gebruikt, of “zoals de webwinkel”.',
    },
  },
  sale_unknown: {
    setting: 'controls.creditNotes',
    text: {
      en: 'Credit note {document}: the shop does not say which sale it belongs to',
      fr: 'Avoir {document} : la boutique n’indique pas la vente concernée',
      nl: 'Creditnota {document}: de webwinkel zegt niet bij welke verkoop ze hoort',
    },
    remedy: {
      en: 'Name the sale in the shop, or have all credit notes booked.',
      fr: 'Précisez la vente dans la boutique, ou faites comptabiliser tous les avoirs.',
      nl: 'Vermeld de verkoop in de webwinkel, of laat alle creditnota’s boeken.',
    },
  },
  payment_differs: {
    setting: 'controls.paymentMismatch',
    text: {
      en: 'Document {document}: {received} {currency} was received for a total of {total}, {difference} {currency} apart',
      fr: 'Document {document} : {received} {currency} encaissés pour un total de {total}, soit un écart de {difference} {currency}',
      nl: 'Document {document}: {received} {currency} ontvangen voor een totaal van {total}, een verschil van {difference} {currency}',
    },
    remedy: {
      en: 'Compare the payment with the order in the shop: it may belong to another one, or the order has changed since it was paid.',
      fr: 'Rapprochez le règlement de la commande dans la boutique : il concerne peut-être une autre commande, ou celle-ci a changé depuis le paiement.',
      nl: 'Vergelijk de betaling met de bestelling in de webwinkel: ze hoort misschien bij een andere, of de bestelling is na de betaling gewijzigd.',
    },
  },
  payment_to_suspense: {
    setting: 'controls.paymentMismatch',
    text: {
      en: 'Document {document}: {received} {currency} was received for a total of {total}; {difference} {currency} stands on the suspense account',
      fr: 'Document {document} : {received} {currency} encaissés pour un total de {total} ; {difference} {currency} figurent au compte d’attente',
      nl: 'Document {document}: {received} {currency} ontvangen voor een totaal van {total}; {difference} {currency} staat op de wachtrekening',
    },
    remedy: {
      en: 'Find out whose money it is, and clear the suspense account.',
      fr: 'Recherchez à qui revient cette somme, puis soldez le compte d’attente.',
      nl: 'Zoek uit van wie dat geld is, en maak de wachtrekening leeg.',
    },
  },
  currency_without_rate: {
    setting: 'exchangeRates',
    text: {
      en: 'Document {document} is in {currency}, and no exchange rate is known',
      fr: 'Le document {document} est en {currency}, et aucun taux de change n’est connu',
      nl: 'Document {document} is in {currency}, en er is geen wisselkoers bekend',
    },
    remedy: {
      en: 'Add an exchange rate for {currency} to the mapping, then run again.',
      fr: 'Ajoutez un taux de change pour {currency} au réglage des écritures, puis relancez.',
      nl: 'Voeg een wisselkoers voor {currency} toe aan de boekingsinstellingen en start opnieuw.',
    },
  },
  tax_unknown: {
    text: {
      en: 'Document {document}, “{line}”: tax {tax} is not among the document’s taxes',
      fr: 'Document {document}, « {line} » : la taxe {tax} ne figure pas parmi les taxes du document',
      nl: 'Document {document}, “{line}”: btw {tax} komt niet voor bij de btw-bedragen van het document',
    },
    remedy: {
      en: 'The rate was probably deleted in the shop: restore it, or have the document read again.',
      fr: 'Le taux a sans doute été supprimé dans la boutique : rétablissez-le, ou relisez le document.',
      nl: 'Het tarief is wellicht verwijderd in de webwinkel: herstel het, of lees het document opnieuw in.',
    },
  },
  refund_on_hold: {
    setting: 'amountOnlyRefunds',
    text: {
      en: 'Credit note {document}: {amount} {currency} was given back without saying for which lines',
      fr: 'Avoir {document} : {amount} {currency} remboursés sans préciser les lignes concernées',
      nl: 'Creditnota {document}: {amount} {currency} terugbetaald zonder te zeggen voor welke regels',
    },
    remedy: {
      en: 'Name the lines in the shop, or let the mapping spread such amounts over the original sale.',
      fr: 'Précisez les lignes dans la boutique, ou laissez le réglage répartir ces montants sur la vente d’origine.',
      nl: 'Vermeld de regels in de webwinkel, of laat zulke bedragen over de oorspronkelijke verkoop verdelen.',
    },
  },
  refund_nothing_open: {
    text: {
      en: 'Credit note {document}: nothing is left on the original sale to spread {amount} {currency} over',
      fr: 'Avoir {document} : plus rien n’est ouvert sur la vente d’origine pour répartir {amount} {currency}',
      nl: 'Creditnota {document}: op de oorspronkelijke verkoop staat niets meer open om {amount} {currency} over te verdelen',
    },
    remedy: {
      en: 'Check the earlier credit notes of the sale, and book this one by hand.',
      fr: 'Vérifiez les avoirs précédents de cette vente, et passez celui-ci à la main.',
      nl: 'Kijk de eerdere creditnota’s van deze verkoop na, en boek deze met de hand.',
    },
  },
  refund_exceeds_open: {
    text: {
      en: 'Credit note {document}: {amount} {currency} is more than the {open} still open on sale {sale}',
      fr: 'Avoir {document} : {amount} {currency} dépassent les {open} encore ouverts sur la vente {sale}',
      nl: 'Creditnota {document}: {amount} {currency} is meer dan de {open} die nog openstaat op verkoop {sale}',
    },
    remedy: {
      en: 'Check the earlier credit notes of the sale; a gesture beyond it is booked by hand.',
      fr: 'Vérifiez les avoirs précédents de la vente ; un geste commercial au-delà se passe à la main.',
      nl: 'Kijk de eerdere creditnota’s van de verkoop na; een gebaar daarboven wordt met de hand geboekt.',
    },
  },
  refund_spread: {
    text: {
      en: 'Credit note {document}: {amount} {currency} without lines was spread over the rates of sale {sale}; please review',
      fr: 'Avoir {document} : {amount} {currency} sans lignes, répartis sur les taux de la vente {sale} ; à vérifier',
      nl: 'Creditnota {document}: {amount} {currency} zonder regels is verdeeld over de tarieven van verkoop {sale}; te controleren',
    },
  },
  fee_ignored: {
    text: {
      en: 'Document {document}: the processor’s fee of {fee} {feeCurrency} was left out, for the document is in {currency}',
      fr: 'Document {document} : la commission de {fee} {feeCurrency} n’est pas comptabilisée, car le document est en {currency}',
      nl: 'Document {document}: de commissie van {fee} {feeCurrency} is niet geboekt, want het document is in {currency}',
    },
    remedy: {
      en: 'Book it from the processor’s own invoice or payout.',
      fr: 'Comptabilisez-la d’après la facture ou le virement du prestataire de paiement.',
      nl: 'Boek ze aan de hand van de factuur of de uitbetaling van de betaaldienst.',
    },
  },
  nothing_to_book: {
    text: {
      en: 'Document {document} is free of charge: nothing to book',
      fr: 'Le document {document} est gratuit : rien à comptabiliser',
      nl: 'Document {document} is gratis: niets te boeken',
    },
  },
  piece_number_empty: {
    setting: 'labels.pieceNumber',
    text: {
      en: 'Document {document}: the piece number comes out empty',
      fr: 'Document {document} : le numéro de pièce est vide',
      nl: 'Document {document}: het stuknummer is leeg',
    },
    remedy: {
      en: 'Correct the template of the piece number.',
      fr: 'Corrigez le modèle du numéro de pièce.',
      nl: 'Verbeter het sjabloon van het stuknummer.',
    },
  },
  template_broken: {
    text: {
      en: 'The template “{template}” cannot be used: {reason}',
      fr: 'Le modèle « {template} » est inutilisable : {reason}',
      nl: 'Het sjabloon “{template}” is onbruikbaar: {reason}',
    },
    remedy: {
      en: 'The menu of the field lists what a template can name, such as number, customer or date.',
      fr: 'Le menu du champ énumère ce qu’un modèle peut nommer, par exemple number, customer ou date.',
      nl: 'Het menu van het veld somt op wat een sjabloon kan noemen, zoals number, customer of date.',
    },
  },
  amount_unreadable: {
    text: {
      en: 'Document {document}: “{value}” is not an amount',
      fr: 'Document {document} : « {value} » n’est pas un montant',
      nl: 'Document {document}: “{value}” is geen bedrag',
    },
  },
});

export const messageCatalogue: MessageCatalogue = {
  ...balanceMessages.catalogue,
  ...entryMessages.catalogue,
  ...headMessages.catalogue,
  ...vatMessages.catalogue,
  ...vatCheckMessages.catalogue,
  ...accountMessages.catalogue,
  ...customerMessages.catalogue,
  ...listingMessages.catalogue,
  ...payoutMessages.catalogue,
  ...ruleMessages.catalogue,
};
