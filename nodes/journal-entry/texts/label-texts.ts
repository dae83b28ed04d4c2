import { type FieldEntries, localised } from './by-field.ts';

const usualWording = localised(
  'Empty: the usual wording. Pick fields from the menu; the example shows the result.',
  'Vide : la formule habituelle. Choisissez des champs dans le menu ; l’exemple montre le résultat.',
  'Leeg: de gebruikelijke tekst. Kies velden uit het menu; het voorbeeld toont het resultaat.',
);
const documentNumber = localised(
  'Empty: the document’s number. {{ number | structured }} gives a Belgian structured communication.',
  'Vide : le numéro du document. {{ number | structured }} donne une communication structurée belge.',
  'Leeg: het nummer van het document. {{ number | structured }} geeft een Belgische gestructureerde mededeling.',
);
const sameAsSale = localised('Empty: as for a sale.', 'Vide : comme pour une vente.', 'Leeg: zoals voor een verkoop.');

export const labelTexts: FieldEntries = {
  labels: {
    title: localised('Labels and numbers', 'Libellés et numéros', 'Omschrijvingen en nummers'),
    help: localised(
      'Texts of the entries, with fields between double braces.',
      'Textes des écritures, avec des champs entre doubles accolades.',
      'Teksten van de boekingen, met velden tussen dubbele accolades.',
    ),
  },
  'labels.sale': {
    title: localised('Label of a sale', 'Libellé d’une vente', 'Omschrijving van een verkoop'),
    help: usualWording,
  },
  'labels.creditNote': {
    title: localised('Label of a credit note', 'Libellé d’un avoir', 'Omschrijving van een creditnota'),
    help: usualWording,
  },
  'labels.payment': {
    title: localised('Label of a payment', 'Libellé d’un règlement', 'Omschrijving van een betaling'),
    help: usualWording,
  },
  'labels.payout': {
    title: localised('Label of a payout', 'Libellé d’un virement', 'Omschrijving van een uitbetaling'),
    help: usualWording,
  },
  'labels.reference': {
    title: localised('Reference of a sale', 'Référence d’une vente', 'Referentie van een verkoop'),
    help: documentNumber,
  },
  'labels.creditNoteReference': {
    title: localised('Reference of a credit note', 'Référence d’un avoir', 'Referentie van een creditnota'),
    help: sameAsSale,
  },
  'labels.paymentReference': {
    title: localised('Reference of a payment', 'Référence d’un règlement', 'Referentie van een betaling'),
    help: sameAsSale,
  },
  'labels.pieceNumber': {
    title: localised('Piece number of a sale', 'Numéro de pièce d’une vente', 'Stuknummer van een verkoop'),
    help: documentNumber,
  },
  'labels.creditNotePieceNumber': {
    title: localised('Piece number of a credit note', 'Numéro de pièce d’un avoir', 'Stuknummer van een creditnota'),
    help: sameAsSale,
  },
  'labels.paymentPieceNumber': {
    title: localised('Piece number of a payment', 'Numéro de pièce d’un règlement', 'Stuknummer van een betaling'),
    help: sameAsSale,
  },
  'labels.matchingCode': {
    title: localised('Matching code', 'Code de rapprochement', 'Afpuntcode'),
    help: localised(
      'The same on a sale, its payments and its credit notes. Empty: the number of the sale.',
      'Le même sur une vente, ses règlements et ses avoirs. Vide : le numéro de la vente.',
      'Dezelfde op een verkoop, haar betalingen en haar creditnota’s. Leeg: het nummer van de verkoop.',
    ),
  },
};
