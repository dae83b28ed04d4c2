import { defineMessages } from '#schemas/messages.ts';
import { connectionMessages } from './connection-messages.ts';

const documents = defineMessages('woocommerce', {
  not_paid_yet: {
    text: {
      en: 'Order {number} has the status "{status}": it is not paid yet.',
      fr: 'La commande {number} a le statut « {status} » : elle n’est pas encore payée.',
      nl: 'Bestelling {number} heeft de status "{status}": ze is nog niet betaald.',
    },
  },
  status_not_booked: {
    text: {
      en: 'Order {number} has the status "{status}", which this flow does not book.',
      fr: 'La commande {number} a le statut « {status} », que ce flux ne comptabilise pas.',
      nl: 'Bestelling {number} heeft de status "{status}", die deze flow niet boekt.',
    },
  },
  not_completed_yet: {
    text: {
      en: 'Order {number} is not completed yet: it is booked on the day it is completed.',
      fr: 'La commande {number} n’est pas encore terminée : elle sera comptabilisée au jour où elle le sera.',
      nl: 'Bestelling {number} is nog niet afgerond: ze wordt geboekt op de dag waarop ze afgerond wordt.',
    },
  },
  order_not_booked: {
    text: {
      en: 'Refund {refund} belongs to order {number}, which is not booked because of its status "{status}".',
      fr: 'Le remboursement {refund} concerne la commande {number}, non comptabilisée en raison de son statut « {status} ».',
      nl: 'Terugbetaling {refund} hoort bij bestelling {number}, die door haar status "{status}" niet geboekt wordt.',
    },
  },
  refund_of_nothing: {
    text: {
      en: 'Refund {refund} of order {number} gives back no money.',
      fr: 'Le remboursement {refund} de la commande {number} ne restitue aucun montant.',
      nl: 'Terugbetaling {refund} van bestelling {number} geeft geen geld terug.',
    },
  },
  value_missing: {
    text: {
      en: '{document} cannot be read: the shop gives no {field}.',
      fr: '{document} est illisible : la boutique ne donne pas {field}.',
      nl: '{document} is onleesbaar: de winkel geeft geen {field}.',
    },
    remedy: {
      en: 'Open the order in WooCommerce and save it again; if the value comes from a plugin, correct it there, then run the flow again.',
      fr: 'Ouvrez la commande dans WooCommerce et enregistrez-la de nouveau ; si la valeur vient d’une extension, corrigez-la à cet endroit, puis relancez le flux.',
      nl: 'Open de bestelling in WooCommerce en sla ze opnieuw op; komt de waarde van een plug-in, verbeter ze daar en start de flow opnieuw.',
    },
  },
  value_not_amount: {
    text: {
      en: '{document} cannot be read: "{value}" in {field} is not an amount.',
      fr: '{document} est illisible : « {value} » dans {field} n’est pas un montant.',
      nl: '{document} is onleesbaar: "{value}" in {field} is geen bedrag.',
    },
    remedy: {
      en: 'Open the order in WooCommerce and save it again; if the value comes from a plugin, correct it there, then run the flow again.',
      fr: 'Ouvrez la commande dans WooCommerce et enregistrez-la de nouveau ; si la valeur vient d’une extension, corrigez-la à cet endroit, puis relancez le flux.',
      nl: 'Open de bestelling in WooCommerce en sla ze opnieuw op; komt de waarde van een plug-in, verbeter ze daar en start de flow opnieuw.',
    },
  },
  value_unexpected: {
    text: {
      en: '{document} cannot be read: {field} does not hold what WooCommerce puts there.',
      fr: '{document} est illisible : {field} ne contient pas ce que WooCommerce y met.',
      nl: '{document} is onleesbaar: {field} bevat niet wat WooCommerce er zet.',
    },
    remedy: {
      en: 'Open the order in WooCommerce and save it again; if the value comes from a plugin, correct it there, then run the flow again.',
      fr: 'Ouvrez la commande dans WooCommerce et enregistrez-la de nouveau ; si la valeur vient d’une extension, corrigez-la à cet endroit, puis relancez le flux.',
      nl: 'Open de bestelling in WooCommerce en sla ze opnieuw op; komt de waarde van een plug-in, verbeter ze daar en start de flow opnieuw.',
    },
  },
  tax_unknown: {
    text: {
      en: '{document} charges VAT under tax rate {rate}, whose percentage the shop does not give.',
      fr: '{document} porte de la TVA au taux n° {rate}, dont la boutique ne donne pas le pourcentage.',
      nl: '{document} rekent btw aan onder tarief {rate}, waarvan de winkel het percentage niet geeft.',
    },
    remedy: {
      en: 'The rate was probably deleted in the shop. Open the order in WooCommerce, recalculate its taxes, or book it by hand.',
      fr: 'Ce taux a sans doute été supprimé dans la boutique. Ouvrez la commande dans WooCommerce et recalculez ses taxes, ou comptabilisez-la à la main.',
      nl: 'Dit tarief is wellicht uit de winkel verwijderd. Open de bestelling in WooCommerce en herbereken de btw, of boek ze met de hand.',
    },
  },
  refund_below_lines: {
    text: {
      en: 'Refund {refund} of order {number} gives back {amount}, but its lines add up to {lines}.',
      fr: 'Le remboursement {refund} de la commande {number} restitue {amount}, mais ses lignes totalisent {lines}.',
      nl: 'Terugbetaling {refund} van bestelling {number} geeft {amount} terug, maar de regels ervan tellen op tot {lines}.',
    },
    remedy: {
      en: 'Delete this refund in WooCommerce and enter it again with matching lines, or book the credit note by hand.',
      fr: 'Supprimez ce remboursement dans WooCommerce et ressaisissez-le avec des lignes concordantes, ou comptabilisez l’avoir à la main.',
      nl: 'Verwijder deze terugbetaling in WooCommerce en voer ze opnieuw in met kloppende regels, of boek de creditnota met de hand.',
    },
  },
  refund_not_given: {
    text: {
      en: 'Order {number} names refund {refund}, but the shop does not give it.',
      fr: 'La commande {number} mentionne le remboursement {refund}, mais la boutique ne le fournit pas.',
      nl: 'Bestelling {number} vermeldt terugbetaling {refund}, maar de winkel geeft ze niet.',
    },
    remedy: {
      en: 'It may have just been deleted: run the flow again. If it stays, look at the order in WooCommerce and book the refund by hand.',
      fr: 'Il vient peut-être d’être supprimé : relancez le flux. Si le cas persiste, vérifiez la commande dans WooCommerce et comptabilisez l’avoir à la main.',
      nl: 'Misschien is ze net verwijderd: start de flow opnieuw. Blijft het zo, bekijk dan de bestelling in WooCommerce en boek de creditnota met de hand.',
    },
  },
  refund_without_order: {
    text: {
      en: 'Refund {refund} cannot be read by itself: this shop is older than WooCommerce 9.0.',
      fr: 'Le remboursement {refund} ne peut pas être relu seul : cette boutique est antérieure à WooCommerce 9.0.',
      nl: 'Terugbetaling {refund} kan niet afzonderlijk worden gelezen: deze winkel is ouder dan WooCommerce 9.0.',
    },
    remedy: {
      en: 'Run the flow for the day of the refund, or update WooCommerce.',
      fr: 'Exécutez le flux pour le jour du remboursement, ou mettez WooCommerce à jour.',
      nl: 'Start de flow voor de dag van de terugbetaling, of werk WooCommerce bij.',
    },
  },
  earlier_refund_unreadable: {
    text: {
      en: 'Refund {refund} of order {number} names no lines, and an earlier refund of the order cannot be read: what is still open is unknown.',
      fr: 'Le remboursement {refund} de la commande {number} ne détaille aucune ligne et un remboursement antérieur est illisible : le solde ouvert est inconnu.',
      nl: 'Terugbetaling {refund} van bestelling {number} noemt geen regels en een eerdere terugbetaling is onleesbaar: wat nog openstaat is onbekend.',
    },
    remedy: {
      en: 'Correct the earlier refund first, then run the flow again.',
      fr: 'Corrigez d’abord le remboursement antérieur, puis relancez le flux.',
      nl: 'Verbeter eerst de eerdere terugbetaling en start de flow daarna opnieuw.',
    },
  },
});

export const messages = {
  catalogue: { ...connectionMessages.catalogue, ...documents.catalogue },
  build: { ...connectionMessages.build, ...documents.build },
};
