/**
 * How a value is written: an amount by the number format, a date by its pattern. A code identifies something in the
 * books (account, customer, journal): it is never shortened nor written with other letters, which would make two one.
 */
export type ValueKind = 'text' | 'amount' | 'date' | 'code';

/**
 * Everything a field of a format may name. The kind of a value belongs to the value, not to the format, so that no
 * definition can write an amount as free text.
 */
export const PATHS = {
  'file.siren': 'text',
  'file.company': 'text',
  'file.bookYear': 'text',
  'file.closingDate': 'date',
  'file.from': 'date',
  'file.to': 'date',
  'file.date': 'date',
  'file.flow': 'text',
  'file.run': 'text',
  'file.entryCount': 'text',
  'file.lineCount': 'text',
  'file.debit': 'amount',
  'file.credit': 'amount',

  'record.inFile': 'text',
  'record.inEntry': 'text',

  'entry.number': 'text',
  'entry.id': 'text',
  'entry.journal': 'code',
  'entry.journalName': 'text',
  'entry.date': 'date',
  'entry.documentDate': 'date',
  'entry.validationDate': 'date',
  'entry.pieceNumber': 'text',
  'entry.reference': 'text',
  'entry.label': 'text',
  'entry.currency': 'text',
  'entry.partyName': 'text',
  'entry.documentKind': 'text',
  'entry.documentNumber': 'text',
  'entry.total': 'amount',
  'entry.fiscalYear': 'text',
  'entry.fiscalPeriod': 'text',

  'line.number': 'text',
  'line.account': 'code',
  'line.accountName': 'text',
  'line.auxiliaryAccount': 'code',
  'line.auxiliaryName': 'text',
  'line.accountOrAuxiliary': 'code',
  'line.kind': 'text',
  'line.label': 'text',
  'line.debit': 'amount',
  'line.credit': 'amount',
  'line.amount': 'amount',
  'line.signedAmount': 'amount',
  'line.sense': 'text',
  'line.role': 'text',
  'line.vatCode': 'code',
  'line.vatGrid': 'text',
  'line.vatRate': 'text',
  'line.vatCountry': 'text',
  'line.vatBase': 'amount',
  'line.currency': 'text',
  'line.currencyAmount': 'amount',
  'line.signedCurrencyAmount': 'amount',
  'line.dueDate': 'date',
} as const satisfies Record<string, ValueKind>;

export type Path = keyof typeof PATHS;
export type Scope = 'file' | 'record' | 'entry' | 'line';
type NamesOf<S extends Scope> = Path extends infer P ? (P extends `${S}.${infer Name}` ? Name : never) : never;

/** All values of one scope, as the text they have on the wire; an absent value is ''. */
export type View<S extends Scope> = Readonly<Record<NamesOf<S>, string>>;
/** What one record is written from. Outside an entry or a line, that scope is not there. */
export interface Views {
  readonly file: View<'file'>;
  readonly record: View<'record'>;
  readonly entry?: View<'entry'>;
  readonly line?: View<'line'>;
}

export function isPath(text: string): text is Path {
  return Object.hasOwn(PATHS, text);
}

export function scopeOf(path: Path): Scope {
  return path.slice(0, path.indexOf('.')) as Scope;
}

/** The text behind a path; '' when the scope is not there, which a checked definition never asks for. */
export function valueAt(views: Views, path: Path): string {
  const view: Readonly<Record<string, string>> | undefined = views[scopeOf(path)];
  return view?.[path.slice(path.indexOf('.') + 1)] ?? '';
}
