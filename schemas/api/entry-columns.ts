import { z } from 'zod';
import type { Localised } from '../localised.ts';

/**
 * Columns of the list of entries, in their usual order. Those of a head say something of the whole entry, the others
 * something of one line: in the list the heads stand above their lines, in a spreadsheet on each of them.
 */
export const ENTRY_COLUMNS = [
  'journal',
  'date',
  'documentDate',
  'piece',
  'invoice',
  'document',
  'reference',
  'account',
  'auxiliary',
  'party',
  'label',
  'vatCode',
  'vatRate',
  'grids',
  'debit',
  'credit',
  'paymentMode',
  'currency',
  'exchangeRate',
  'currencyAmount',
  'dueDate',
  'analytics',
  'matchingCode',
] as const;
export type EntryColumn = (typeof ENTRY_COLUMNS)[number];
export const entryColumnSchema = z.enum(ENTRY_COLUMNS);

export const LINE_COLUMNS: readonly EntryColumn[] = [
  ...(['account', 'auxiliary', 'vatCode', 'vatRate', 'grids', 'debit', 'credit', 'paymentMode'] as const),
  ...(['currencyAmount', 'dueDate', 'analytics', 'matchingCode'] as const),
];

/** Titles of the columns, on the screen and in the file. */
export const ENTRY_COLUMN_TITLES: Readonly<Record<EntryColumn, Localised>> = {
  journal: { en: 'Journal', fr: 'Journal', nl: 'Dagboek' },
  date: { en: 'Date', fr: 'Date', nl: 'Datum' },
  documentDate: { en: 'Document date', fr: 'Date du document', nl: 'Documentdatum' },
  piece: { en: 'Piece', fr: 'Pièce', nl: 'Stuk' },
  invoice: { en: 'Invoice', fr: 'Facture', nl: 'Factuur' },
  document: { en: 'Order or document', fr: 'Commande ou document', nl: 'Bestelling of document' },
  reference: { en: 'Reference', fr: 'Référence', nl: 'Referentie' },
  account: { en: 'Account', fr: 'Compte', nl: 'Rekening' },
  auxiliary: { en: 'Customer account', fr: 'Compte auxiliaire', nl: 'Hulprekening' },
  party: { en: 'Name', fr: 'Nom', nl: 'Naam' },
  label: { en: 'Label', fr: 'Libellé', nl: 'Omschrijving' },
  vatCode: { en: 'VAT code', fr: 'Code TVA', nl: 'Btw-code' },
  vatRate: { en: 'VAT rate', fr: 'Taux TVA', nl: 'Btw-tarief' },
  grids: { en: 'VAT box', fr: 'Grille TVA', nl: 'Btw-rooster' },
  debit: { en: 'Debit', fr: 'Débit', nl: 'Debet' },
  credit: { en: 'Credit', fr: 'Crédit', nl: 'Credit' },
  paymentMode: { en: 'Payment mode', fr: 'Mode de règlement', nl: 'Betaalwijze' },
  currency: { en: 'Currency', fr: 'Devise', nl: 'Valuta' },
  exchangeRate: { en: 'Exchange rate', fr: 'Cours de change', nl: 'Wisselkoers' },
  currencyAmount: { en: 'Amount in currency', fr: 'Montant en devise', nl: 'Bedrag in valuta' },
  dueDate: { en: 'Due date', fr: 'Échéance', nl: 'Vervaldatum' },
  analytics: { en: 'Analytic sections', fr: 'Sections analytiques', nl: 'Analytische secties' },
  matchingCode: { en: 'Matching code', fr: 'Code de lettrage', nl: 'Afpuntcode' },
};

/** Title of the column of ticks in the file. */
export const TICK_TITLE: Localised = { en: 'To create', fr: 'À créer', nl: 'Aan te maken' };

const typed = z.string().trim().max(100).optional();

/**
 * What a person typed over the columns. Texts are looked for anywhere, without capitals and accents; accounts by their
 * beginning; an amount is itself, or ">100" or "<100"; a day is written as on the screen, or only its month or year.
 * The entries that stay are whole: one line of them has all that was asked of a line.
 */
export const entryFilterShape = {
  /** Looks in every text, account and amount of an entry. */
  search: typed,
  ...(Object.fromEntries(ENTRY_COLUMNS.map((column) => [column, typed])) as Record<EntryColumn, typeof typed>),
};
export const entryFilterSchema = z.object(entryFilterShape);
export type EntryFilter = z.infer<typeof entryFilterSchema>;
