import type { FieldText } from '#nodes/kit/texts.ts';
import { ENCODING_NAMES } from './encoding-names.ts';

export const english: Readonly<Record<string, FieldText>> = {
  preset: {
    title: 'Format',
    help: 'The layout of the file. FEC follows the French law to the letter; try the others with one import before you rely on them.',
    options: {
      fec: 'FEC (France)',
      'winbooks-act': 'WinBooks ACT (Belgium) – to be confirmed by an import',
      bob50: 'BOB 50 (Belgium) – to be confirmed by an import',
      quadratus: 'Quadratus / Cegid Quadra (France) – to be confirmed by an import',
      'ciel-ximport': 'Ciel XIMPORT (France) – to be confirmed by an import',
      csv: 'CSV – to be confirmed by an import',
      custom: 'A format of your own',
    },
  },
  grain: {
    title: 'One entry for',
    help: 'Each document by itself, or sums by account, VAT rate and payment: one entry a day and journal, or one a payout of the payment processor. The ledger keeps every document either way.',
    options: { document: 'each document', day: 'each day', payout: 'each payout' },
  },
  encoding: {
    title: 'Character encoding',
    help: 'Leave it to the format unless accented letters arrive garbled in the accounting software.',
    options: { '': 'As the format says', ...ENCODING_NAMES },
  },
  onUnmappable: {
    title: 'Characters that the encoding lacks',
    help: 'What to do with a letter or sign that cannot be written. Whatever was replaced is told in the log.',
    options: {
      '': 'As the format says',
      error: 'Hold the entry back',
      transliterate: 'Write a likeness (é as e, € as EUR)',
      replace: 'Write the replacement character',
    },
  },
  fileName: {
    title: 'File name',
    help: 'Empty: the name the format prescribes. %D %M %y %Y are the day, month and year of the run; {siren} {company} {closingDate} {from} {to} {journal} {flow} {run} are filled in too.',
  },
  siren: { title: 'SIREN number', help: 'The nine digits of the French company; the FEC is named after them.' },
  company: { title: 'Company', help: 'Name of the company, for formats and file names that mention it.' },
  fiscalYearEnd: {
    title: 'End of the fiscal year',
    help: 'Month and day on which the books are closed, such as 12-31. A FEC holds one fiscal year only.',
  },
  validated: {
    title: 'Entries are validated',
    help: 'Fills in the validation date (ValidDate) with the booking date. Switch it off to hand over drafts; a final FEC may not hold any.',
  },
  bookYear: {
    title: 'Book year in WinBooks',
    help: 'One character: the number of the fiscal year in the WinBooks file (1 to 9, then A to Z). Other formats ignore it.',
  },
  custom: {
    title: 'Custom format',
    help: 'The definition of your own format as JSON, used when the format is set to “A format of your own”. The documentation of this node explains it.',
  },
};
