import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Message } from '#schemas/messages.ts';
import { type Decimal, decimal, formatAmount, ZERO } from '#schemas/money.ts';
import type { Config } from './config.ts';
import type { AmountFormat, Field, FormatDefinition } from './definition.ts';
import { messages } from './messages.ts';
import { type ParsedRecord, parseBack, readAmount } from './parse-back.ts';
import { resolveFormat } from './resolve-format.ts';

const ACCOUNT_PATHS: readonly string[] = ['line.account', 'line.accountOrAuxiliary'];

/** The columns that say which account a line moves and by how much. */
interface Columns {
  readonly account: Field;
  readonly amountOf: (row: ParsedRecord) => Decimal;
}

function nameOf(field: Field): string {
  return field.path ?? field.header;
}

function amountColumns(fields: readonly Field[], format: FormatDefinition): Columns['amountOf'] | null {
  const column = (path: Field['path']) => fields.find((field) => field.path === path && !field.map);
  const read = (field: Field, row: ParsedRecord) => {
    const own = Object.fromEntries(Object.entries(field.amount ?? {}).filter(([, value]) => value !== undefined));
    return readAmount(row[nameOf(field)] ?? '', { ...format.amounts, ...(own as Partial<AmountFormat>) });
  };
  const [debit, credit, signed] = [column('line.debit'), column('line.credit'), column('line.signedAmount')];
  if (debit && credit) return (row) => read(debit, row).minus(read(credit, row));
  if (signed) return (row) => read(signed, row);
  const [amount, sense] = [column('line.amount'), column('line.sense')];
  if (!amount || !sense) return null;
  return (row) => (row[nameOf(sense)] === 'C' ? read(amount, row).negated() : read(amount, row));
}

/** Null for a format of which the accounts and amounts cannot be told without knowing the entries. */
function columnsOf(format: FormatDefinition): Columns | null {
  const [record, ...others] = format.records;
  if (!record || others.length > 0 || record.repeat !== 'line' || record.when.length > 0) return null;
  if (format.recordStart !== '' || format.recordEnd !== '') return null;
  const ofAccount = record.fields.filter((field) => field.path && ACCOUNT_PATHS.includes(field.path) && !field.map);
  const account = ofAccount[0];
  const amountOf = amountColumns(record.fields, format);
  return account && amountOf ? { account, amountOf } : null;
}

type Sums = Map<string, Decimal>;

function add(sums: Sums, account: string, amount: Decimal): void {
  sums.set(account, (sums.get(account) ?? ZERO).plus(amount));
}

/** What the padding of a column may have added to an account, and its case, tell nothing. */
function plainAccount(text: string, { width, padChar }: Field): string {
  const bare = width === undefined ? text : text.replace(new RegExp(`^[${padChar} ]+|[ ]+$`, 'g'), '');
  return bare.trim().toUpperCase();
}

/**
 * Reads a file back by its format, as the package that imports it would, and holds it against the entries that are said
 * to be in it: what every account moves by has to be the same, to the cent.
 *
 * @returns what differs, account by account; null for a format that cannot be read back
 */
export function readBack(
  config: Config,
  bytes: Uint8Array,
  entries: readonly JournalEntry[],
): readonly Message[] | null {
  const format = resolveFormat(config);
  const columns = columnsOf(format);
  if (!columns) return null;
  const [written, booked]: [Sums, Sums] = [new Map(), new Map()];
  for (const row of parseBack(bytes, format)) {
    add(written, plainAccount(row[nameOf(columns.account)] ?? '', columns.account), columns.amountOf(row));
  }
  const { padTo, padWith } = format.accounts;
  for (const { account, auxiliaryAccount, debit, credit } of entries.flatMap(({ lines }) => lines)) {
    const isGeneral = columns.account.path === 'line.account' || !auxiliaryAccount;
    const named = isGeneral
      ? account.padEnd(columns.account.path === 'line.account' ? padTo : 0, padWith)
      : auxiliaryAccount;
    const shown = plainAccount(named, columns.account);
    add(booked, shown, decimal(debit).minus(decimal(credit)));
  }
  const accounts = [...new Set([...written.keys(), ...booked.keys()])].sort();
  return accounts.flatMap((account) => {
    const [inFile, inEntries] = [written.get(account) ?? ZERO, booked.get(account) ?? ZERO];
    if (inFile.equals(inEntries)) return [];
    const params = { account, file: formatAmount(inFile), entries: formatAmount(inEntries) };
    return [messages.build.read_back_differs(params)];
  });
}
