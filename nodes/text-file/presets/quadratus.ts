import type { FormatDefinitionInput } from '../definition.ts';

type FieldInput = FormatDefinitionInput['records'][number]['fields'][number];

function blank(header: string, width: number): FieldInput {
  return { header, literal: '', width };
}

/**
 * Quadratus (Cegid Quadra), ASCII import, record M of 193 characters: amounts in cents behind a sign, the customer's
 * account in place of the general one.
 */
export const quadratus: FormatDefinitionInput = {
  format: 'passerelle.text-format/1',
  name: 'Quadratus ASCII',
  source: 'Positions on which two public writers of the format agree; to be confirmed by an import',
  fileName: 'QUADRA-%Y%M%D.txt',
  encoding: 'iso-8859-1',
  currency: 'EUR',
  recordSeparator: '\r\n',
  replaceInText: { '\t': ' ', '\n': ' ' },
  amounts: { decimals: 2, separator: '', sign: 'leading' },
  dates: 'ddMMyy',
  records: [
    {
      name: 'M',
      repeat: 'line',
      fields: [
        { header: 'type', literal: 'M', width: 1 },
        { header: 'account', path: 'line.accountOrAuxiliary', width: 8, required: true },
        blank('journal on 2', 2),
        { header: 'folio', literal: '000', width: 3 },
        { header: 'date', path: 'entry.date', width: 6, required: true },
        blank('label code', 1),
        { header: 'label on 20', path: 'line.label', width: 20, overflow: 'truncate-right' },
        { header: 'sense', path: 'line.sense', width: 1 },
        { header: 'amount', path: 'line.amount', width: 13, align: 'right', padChar: '0', required: true },
        blank('contra account', 8),
        { header: 'due date', path: 'line.dueDate', width: 6, empty: '000000' },
        blank('lettering', 2),
        blank('statistics', 3),
        blank('piece on 5', 5),
        blank('affair', 10),
        blank('quantity', 10),
        { header: 'piece on 8', path: 'entry.pieceNumber', width: 8, overflow: 'truncate-left' },
        { header: 'currency', path: 'entry.currency', width: 3 },
        { header: 'journal', path: 'entry.journal', width: 3, required: true },
        blank('VAT managed', 1),
        blank('VAT code', 1),
        blank('VAT method', 1),
        { header: 'label on 30', path: 'line.label', width: 30, overflow: 'truncate-right' },
        blank('VAT code on 2', 2),
        { header: 'piece on 10', path: 'entry.pieceNumber', width: 10, required: true },
        blank('reserved', 10),
        blank('currency amount', 13),
        blank('attached file', 12),
      ],
    },
  ],
};
