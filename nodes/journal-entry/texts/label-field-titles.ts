import type { Localised } from '#schemas/localised.ts';
import type { LabelField } from '../heads/label-fields.ts';
import { localised } from './by-field.ts';

/** What each field of the templates is, as the menu shows it. */
export const LABEL_FIELD_TITLES: Readonly<Record<LabelField, Localised>> = {
  number: localised('Number', 'Numéro', 'Nummer'),
  id: localised('Id in the shop', 'Identifiant dans la boutique', 'Id in de webwinkel'),
  order: localised('Order number', 'Numéro de commande', 'Bestelnummer'),
  invoice: localised('Invoice number', 'Numéro de facture', 'Factuurnummer'),
  creditNote: localised('Credit note number', 'Numéro d’avoir', 'Nummer van de creditnota'),
  original: localised(
    'Number of the sale credited',
    'Numéro de la vente créditée',
    'Nummer van de gecrediteerde verkoop',
  ),
  reference: localised('Customer’s own reference', 'Référence du client', 'Referentie van de klant'),
  customer: localised('Customer', 'Client', 'Klant'),
  company: localised('Company', 'Société', 'Bedrijf'),
  customerId: localised('Customer number', 'Numéro de client', 'Klantnummer'),
  group: localised('Customer group', 'Groupe de clients', 'Klantengroep'),
  country: localised('Country', 'Pays', 'Land'),
  date: localised('Booking date', 'Date comptable', 'Boekingsdatum'),
  documentDate: localised('Document date', 'Date du document', 'Datum van het document'),
  orderDate: localised('Order date', 'Date de commande', 'Besteldatum'),
  invoiceDate: localised('Invoice date', 'Date de facture', 'Factuurdatum'),
  dueDate: localised('Due date', 'Échéance', 'Vervaldag'),
  kind: localised('Kind of document', 'Type de document', 'Soort document'),
  method: localised('Payment method', 'Moyen de paiement', 'Betaalmethode'),
  transaction: localised('Transaction number', 'Numéro de transaction', 'Transactienummer'),
  payout: localised('Payout number', 'Numéro de virement', 'Nummer van de uitbetaling'),
  carrier: localised('Carrier', 'Transporteur', 'Vervoerder'),
  channel: localised('Sales channel', 'Canal de vente', 'Verkoopkanaal'),
  shop: localised('Address of the shop', 'Adresse de la boutique', 'Adres van de webwinkel'),
  shopName: localised('Name of the shop', 'Nom de la boutique', 'Naam van de webwinkel'),
  system: localised('Shop system', 'Logiciel de la boutique', 'Systeem van de webwinkel'),
  currency: localised('Currency', 'Devise', 'Munt'),
  total: localised('Total', 'Total', 'Totaal'),
};
