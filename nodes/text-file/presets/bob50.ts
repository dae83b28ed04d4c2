import type { FormatDefinitionInput } from '../definition.ts';

/** Sage BOB 50: seven columns, general accounts marked G and customers C. Encoding and decimal comma are assumptions. */
export const bob50: FormatDefinitionInput = {
  format: 'passerelle.text-format/1',
  name: 'BOB 50',
  source: 'Columns as written by a public export for BOB 50; to be confirmed by an import',
  fileName: 'BOB50-%Y%M%D.txt',
  encoding: 'windows-1252',
  fieldSeparator: ';',
  recordSeparator: '\n',
  replaceInText: { '\t': ' ', ';': ' ', '\n': ' ' },
  chart: 'pcmn',
  amounts: { decimals: 2, separator: ',', sign: 'none' },
  dates: 'dd/MM/yyyy',
  records: [
    {
      name: 'line',
      repeat: 'line',
      fields: [
        { header: 'piece', path: 'entry.pieceNumber', required: true },
        { header: 'date', path: 'entry.date', required: true },
        { header: 'type', path: 'line.kind', map: { auxiliary: 'C', general: 'G' } },
        { header: 'account', path: 'line.accountOrAuxiliary', required: true },
        { header: 'debit', path: 'line.debit' },
        { header: 'credit', path: 'line.credit' },
        { header: 'label', path: 'line.label', maxLength: 32, overflow: 'truncate-right' },
      ],
    },
  ],
};
