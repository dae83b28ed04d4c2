import type { FormatDefinitionInput } from '../definition.ts';

/**
 * Ciel XIMPORT.TXT, 142 characters, also read by EBP and Sage 50. Customers are accounts of their own in Ciel, hence
 * the auxiliary account in place of the general one. The decimal comma is an assumption: other writers use a point.
 */
export const cielXimport: FormatDefinitionInput = {
  format: 'passerelle.text-format/1',
  name: 'Ciel XIMPORT',
  source: 'Positions as written by a public export for Ciel; to be confirmed by an import',
  fileName: 'XIMPORT.TXT',
  encoding: 'windows-1252',
  currency: 'EUR',
  recordSeparator: '\r\n',
  replaceInText: { '\t': ' ', '\n': ' ' },
  amounts: { decimals: 2, separator: ',', sign: 'none' },
  dates: 'yyyyMMdd',
  records: [
    {
      name: 'line',
      repeat: 'line',
      fields: [
        { header: 'movement', path: 'entry.number', width: 5 },
        { header: 'journal', path: 'entry.journal', width: 2, required: true },
        { header: 'date', path: 'entry.date', width: 8, required: true },
        { header: 'due date', path: 'line.dueDate', width: 8 },
        { header: 'piece', path: 'entry.pieceNumber', width: 12, required: true },
        { header: 'account', path: 'line.accountOrAuxiliary', width: 11, required: true },
        { header: 'label', path: 'line.label', width: 25, overflow: 'truncate-right' },
        { header: 'amount', path: 'line.amount', width: 13, align: 'right', required: true },
        { header: 'sense', path: 'line.sense', width: 1 },
        { header: 'pointing', literal: '', width: 18 },
        { header: 'account name', path: 'line.accountName', width: 34, overflow: 'truncate-right' },
        { header: 'euro', literal: 'O', width: 1 },
        { header: 'version', literal: '2003', width: 4 },
      ],
    },
  ],
};
