import { type FieldEntries, localised } from './by-field.ts';

export const roundingFields: FieldEntries = {
  rounding: {
    title: localised('Rounding', 'Arrondis', 'Afronding'),
    help: localised(
      'How net amounts and VAT are worked out, and where the cents go by which they miss what was charged.',
      'Comment le hors-taxe et la TVA sont calculés, et où vont les centimes qui les séparent du montant facturé.',
      'Hoe nettobedragen en btw worden berekend, en waar de centen heen gaan die hen van het aangerekende bedrag scheiden.',
    ),
  },
  'rounding.method': {
    title: localised('Method', 'Méthode', 'Methode'),
    help: localised(
      'As the shop does is recommended: its own VAT is booked. The others work everything out anew from its prices; what was charged never changes.',
      '« Comme la boutique » est recommandé : sa propre TVA est comptabilisée. Les autres méthodes recalculent tout d’après ses prix ; le montant facturé ne change jamais.',
      '“Zoals de webwinkel” is aanbevolen: haar eigen btw wordt geboekt. De andere methoden herrekenen alles uit haar prijzen; het aangerekende bedrag verandert nooit.',
    ),
    options: {
      shop: localised('As the shop does', 'Comme la boutique', 'Zoals de webwinkel'),
      unit: localised('Each unit price', 'Chaque prix unitaire', 'Elke eenheidsprijs'),
      line: localised('Each line', 'Chaque ligne', 'Elke regel'),
      total: localised('The total of each rate', 'Le total de chaque taux', 'Het totaal van elk tarief'),
    },
  },
  'rounding.decimals': {
    title: localised('Decimals', 'Décimales', 'Decimalen'),
    help: localised(
      'Of unit prices, net amounts and VAT while they are worked out anew, 2 to 4, as your accounting package has them. Entries have cents.',
      'Nombre de décimales, de 2 à 4, des prix unitaires, du hors-taxe et de la TVA pendant le recalcul, comme dans votre logiciel comptable. Les écritures sont au centime.',
      'Aantal decimalen, 2 tot 4, van eenheidsprijzen, nettobedragen en btw tijdens de herberekening, zoals in uw boekhoudpakket. Boekingen zijn op de cent.',
    ),
  },
  'rounding.limit': {
    title: localised('Limit', 'Limite', 'Grens'),
    help: localised(
      'A bigger difference holds the document. In the document’s currency.',
      'Un écart plus grand retient le document. Dans la devise du document.',
      'Een groter verschil houdt het document tegen. In de munt van het document.',
    ),
  },
  'rounding.where': {
    title: localised('Difference booked', 'Imputation de l’écart', 'Verschil geboekt'),
    help: localised(
      'Apart is recommended: amounts and VAT stay what they are. On the first product or the first VAT, no line of cents is left.',
      '« À part » est recommandé : les montants et la TVA restent ce qu’ils sont. Sur le premier produit ou la première TVA, il ne reste aucune ligne de centimes.',
      '“Apart” is aanbevolen: bedragen en btw blijven wat ze zijn. Op het eerste product of de eerste btw blijft geen regel met centen over.',
    ),
    options: {
      account: localised(
        'Apart, on the rounding accounts',
        'À part, sur les comptes d’arrondi',
        'Apart, op de afrondingsrekeningen',
      ),
      'first-line': localised(
        'On the net amount of the first product',
        'Sur le montant hors taxe du premier produit',
        'Op het nettobedrag van het eerste product',
      ),
      'first-tax': localised('On the first VAT line', 'Sur la première ligne de TVA', 'Op de eerste btw-regel'),
    },
  },
  controls: {
    title: localised('Controls', 'Contrôles', 'Controles'),
    help: localised(
      'What is checked before an entry is made, and what happens when it does not hold.',
      'Ce qui est vérifié avant de passer une écriture, et ce qui se passe quand la vérification échoue.',
      'Wat wordt gecontroleerd voor een boeking wordt gemaakt, en wat er gebeurt als de controle niet klopt.',
    ),
  },
  'controls.paymentMismatch': {
    title: localised(
      'Payment differs from the total',
      'Règlement différent du total',
      'Betaling verschilt van het totaal',
    ),
    help: localised(
      'When a sale was paid with more or less than its total. On the suspense account, the customer’s account is cleared by the total.',
      'Quand une vente a été réglée pour plus ou moins que son total. Avec le compte d’attente, le compte client est soldé du total.',
      'Wanneer voor een verkoop meer of minder dan haar totaal werd betaald. Met de wachtrekening wordt de klantrekening afgepunt met het totaal.',
    ),
    options: {
      ignore: localised('Book it as it is', 'Comptabiliser tel quel', 'Boeken zoals het is'),
      warn: localised('Book it, with a warning', 'Comptabiliser avec un avertissement', 'Boeken met een waarschuwing'),
      hold: localised('Hold the document', 'Retenir le document', 'Het document tegenhouden'),
      suspense: localised(
        'Put the difference on the suspense account',
        'Porter l’écart au compte d’attente',
        'Het verschil op de wachtrekening zetten',
      ),
    },
  },
  'controls.closedPeriod': {
    title: localised('Closed period', 'Période clôturée', 'Afgesloten periode'),
    help: localised(
      'When a document is to be booked on a day that is closed. Moved to the next open day, its own date stands in the label.',
      'Quand un document devrait être comptabilisé à un jour clôturé. Reporté au premier jour ouvert, sa date d’origine figure dans le libellé.',
      'Wanneer een document op een afgesloten dag zou worden geboekt. Verschoven naar de eerste open dag staat de eigen datum in de omschrijving.',
    ),
    options: {
      refuse: localised('Refuse the document', 'Refuser le document', 'Het document weigeren'),
      hold: localised('Hold the document', 'Retenir le document', 'Het document tegenhouden'),
      move: localised(
        'Move to the next open day',
        'Reporter au premier jour ouvert',
        'Verschuiven naar de eerste open dag',
      ),
    },
  },
  'controls.creditNotes': {
    title: localised('Credit notes', 'Avoirs', 'Creditnota’s'),
    help: localised(
      'A credit note whose sale this flow has not booked can wait until it has.',
      'Un avoir dont la vente n’a pas été comptabilisée par ce flux peut attendre qu’elle le soit.',
      'Een creditnota waarvan deze flow de verkoop niet heeft geboekt, kan wachten tot dat gebeurd is.',
    ),
    options: {
      all: localised('Book all', 'Comptabiliser tous les avoirs', 'Alle boeken'),
      'of-booked': localised(
        'Only those whose sale is booked',
        'Seulement ceux dont la vente est comptabilisée',
        'Alleen die waarvan de verkoop geboekt is',
      ),
    },
  },
};
