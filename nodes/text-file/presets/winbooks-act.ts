import type { FormatDefinitionInput } from '../definition.ts';

type FieldInput = FormatDefinitionInput['records'][number]['fields'][number];

const DOCUMENT_KINDS = { sale: '2', 'credit-note': '3', payment: '5', payout: '5' };

/** The 36 columns of ACT.txt; what differs between a booking and a VAT statistics line is handed in. */
function columns(own: {
  docType: FieldInput;
  amount: FieldInput;
  vatBase: FieldInput;
  vatCode: FieldInput;
}): FieldInput[] {
  return [
    own.docType,
    { header: 'DBKCODE', path: 'entry.journal', maxLength: 6, required: true },
    { header: 'DBKTYPE', path: 'entry.documentKind', map: DOCUMENT_KINDS },
    { header: 'DOCNUMBER', path: 'entry.pieceNumber', characters: 'digits', required: true },
    { header: 'DOCORDER', template: '{{ record.inEntry | prepend: "000" | slice: -3, 3 }}' },
    { header: 'OPCODE', literal: '' },
    { header: 'ACCOUNTGL', path: 'line.account', maxLength: 8, required: true },
    { header: 'ACCOUNTRP', path: 'line.auxiliaryAccount', maxLength: 10 },
    { header: 'BOOKYEAR', path: 'file.bookYear' },
    { header: 'PERIOD', path: 'entry.fiscalPeriod' },
    { header: 'DATE', path: 'entry.date', required: true },
    { header: 'DATEDOC', path: 'entry.documentDate' },
    { header: 'DUEDATE', path: 'line.dueDate' },
    { header: 'COMMENT', path: 'line.label', maxLength: 40, overflow: 'truncate-right' },
    { header: 'COMMENTEXT', literal: '' },
    { header: 'AMOUNT', literal: '0' },
    own.amount,
    own.vatBase,
    own.vatCode,
    { header: 'CURRAMOUNT', path: 'line.signedCurrencyAmount', amount: { rounding: 'half-up' } },
    { header: 'CURRCODE', path: 'line.currency' },
    { header: 'CUREURBASE', literal: '' },
    { header: 'VATTAX', literal: '' },
    { header: 'VATIMPUT', literal: '' },
    { header: 'CURRATE', literal: '' },
    { header: 'REMINDLEV', literal: '' },
    { header: 'MATCHNO', literal: '' },
    { header: 'OLDDATE', literal: '' },
    { header: 'ISMATCHED', literal: '' },
    { header: 'ISLOCKED', literal: '' },
    { header: 'ISIMPORTED', literal: '' },
    { header: 'ISPOSITIVE', literal: '' },
    { header: 'ISTEMP', literal: '' },
    { header: 'MEMOTYPE', literal: '' },
    { header: 'ISDOC', literal: '' },
    { header: 'DOCSTATUS', literal: '' },
  ];
}

const VAT_LINE = [{ path: 'line.role' as const, is: ['vat'] }];

/**
 * WinBooks Classic, ACT.txt: 36 quoted columns, amounts signed with debit positive, the taxable base on the VAT line
 * and, for sales at 0 %, an extra line of type 4 that only carries the base.
 */
export const winbooksAct: FormatDefinitionInput = {
  format: 'passerelle.text-format/1',
  name: 'WinBooks ACT',
  source: 'Columns as written by a public export module for WinBooks; to be confirmed by an import',
  fileName: 'ACT.txt',
  encoding: 'windows-1252',
  fieldSeparator: ',',
  recordSeparator: '\r\n',
  quote: { char: '"', when: 'always', escape: 'strip' },
  replaceInText: { '\t': ' ', '\n': ' ', '"': "'" },
  chart: 'pcmn',
  amounts: { decimals: 2, separator: '.', sign: 'minus' },
  dates: 'yyyyMMdd',
  records: [
    {
      name: 'booking',
      repeat: 'line',
      fields: columns({
        docType: { header: 'DOCTYPE', path: 'line.kind', map: { auxiliary: '1', general: '3' } },
        amount: { header: 'AMOUNTEUR', path: 'line.signedAmount', required: true },
        vatBase: { header: 'VATBASE', path: 'line.vatBase', when: VAT_LINE },
        vatCode: { header: 'VATCODE', path: 'line.vatCode', when: VAT_LINE, maxLength: 10 },
      }),
    },
    {
      name: 'base at zero rate',
      repeat: 'line',
      when: [
        { path: 'line.role', not: ['vat'] },
        { path: 'line.vatRate', is: ['0', '0.0', '0.00'] },
        { path: 'line.vatCode', filled: true },
      ],
      fields: columns({
        docType: { header: 'DOCTYPE', literal: '4' },
        amount: { header: 'AMOUNTEUR', literal: '0.00' },
        vatBase: { header: 'VATBASE', path: 'line.vatBase' },
        vatCode: { header: 'VATCODE', path: 'line.vatCode', maxLength: 10 },
      }),
    },
  ],
};
