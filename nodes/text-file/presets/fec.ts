import type { FormatDefinitionInput } from '../definition.ts';

/**
 * Fichier des écritures comptables, article A47 A-1 of the Livre des procédures fiscales: 18 columns, tabs, CR LF,
 * decimal comma, dates AAAAMMJJ, one file for each fiscal year, named after the SIREN and the closing date.
 * The flat form knows no quotes, hence the replaced separators. Lettering is left blank: it is made in the books.
 */
export const fec: FormatDefinitionInput = {
  format: 'passerelle.text-format/1',
  name: 'FEC',
  status: 'confirmed',
  source: 'Article A47 A-1 LPF; field names and rules as tested by the tax office’s Test Compta Demat',
  fileName: '{siren}FEC{closingDate}.txt',
  encoding: 'utf-8',
  splitBy: 'fiscal-year',
  currency: 'EUR',
  chart: 'pcg',
  fieldSeparator: '\t',
  recordSeparator: '\r\n',
  replaceInText: { '\t': ' ', '|': ' ', '\n': ' ' },
  columnNames: true,
  amounts: { decimals: 2, separator: ',', sign: 'none' },
  dates: 'yyyyMMdd',
  records: [
    {
      name: 'line',
      repeat: 'line',
      fields: [
        { header: 'JournalCode', path: 'entry.journal', required: true },
        { header: 'JournalLib', path: 'entry.journalName', required: true },
        { header: 'EcritureNum', path: 'entry.number', required: true },
        { header: 'EcritureDate', path: 'entry.date', required: true },
        { header: 'CompteNum', path: 'line.account', required: true, startsWithDigits: 3 },
        { header: 'CompteLib', path: 'line.accountName', required: true },
        { header: 'CompAuxNum', path: 'line.auxiliaryAccount' },
        { header: 'CompAuxLib', path: 'line.auxiliaryName' },
        { header: 'PieceRef', path: 'entry.pieceNumber', required: true },
        { header: 'PieceDate', path: 'entry.documentDate', required: true },
        { header: 'EcritureLib', path: 'line.label', required: true },
        { header: 'Debit', path: 'line.debit', required: true },
        { header: 'Credit', path: 'line.credit', required: true },
        { header: 'EcritureLet', literal: '' },
        { header: 'DateLet', literal: '' },
        { header: 'ValidDate', path: 'entry.validationDate' },
        {
          header: 'Montantdevise',
          path: 'line.currencyAmount',
          amount: { sign: 'minus', rounding: 'half-up' },
        },
        { header: 'Idevise', path: 'line.currency' },
      ],
    },
  ],
};
