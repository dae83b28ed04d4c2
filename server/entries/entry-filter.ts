import { and, type SQL, sql } from 'drizzle-orm';
import { ENTRY_COLUMNS, type EntryColumn, type EntryFilter, LINE_COLUMNS } from '#schemas/api/entry-columns.ts';
import { cleaned } from '../search/search-terms.ts';
import { typedAmounts } from '../search/typed-amount.ts';
import { contains, folded, foldedText, literal } from './fold.ts';

// Columns are written out: the query builder leaves a table's name away where it takes it for the only one.
const head = (field: string): SQL => sql`(document.body ->> ${sql.raw(`'${field}'`)})`;
const line = (field: string): SQL => sql`(line ->> ${sql.raw(`'${field}'`)})`;
const vat = (field: string): SQL => sql`(line -> 'vat' ->> ${sql.raw(`'${field}'`)})`;

const TYPED_AMOUNT = /^(<=|>=|<|>|=)?\s*(.+)$/;

/** ">100", "<= 12,50" or the amount itself; nothing is found by what is no amount. */
function amountIs(amount: SQL, typed: string): SQL {
  const [, sign = '=', rest = ''] = TYPED_AMOUNT.exec(cleaned(typed)) ?? [];
  const amounts = typedAmounts(rest);
  if (amounts.length === 0) return sql`false`;
  const each = amounts.map((one) => sql`abs(${amount}::numeric) ${sql.raw(sign)} ${one}::numeric`);
  return sql`(${sql.join(each, sql` or `)})`;
}

/** A day, a month or a year, as the database has it (2026-10) or as people here write it (10/2026). */
function dayIs(day: SQL, typed: string): SQL {
  const text = cleaned(typed);
  const [iso, written] = [`%${literal(text)}%`, `%${literal(text.replaceAll(/[.\s-]/g, '/'))}%`];
  return sql`(${day} like ${iso} or concat_ws('/', substr(${day}, 9, 2), substr(${day}, 6, 2), left(${day}, 4)) like ${written})`;
}

/** "5,5 %" is the rate 5.5. */
function rateIs(rate: SQL, typed: string): SQL {
  const [number] = typedAmounts(typed.replaceAll('%', ''));
  return number === undefined ? sql`false` : sql`${rate}::numeric = ${number}::numeric`;
}

const MATCHES: Readonly<Record<EntryColumn, (typed: string) => SQL>> = {
  journal: (typed) => contains(sql`concat_ws(' ', ${head('journal')}, ${head('journalName')})`, typed, 'start'),
  date: (typed) => dayIs(head('date'), typed),
  documentDate: (typed) => dayIs(head('documentDate'), typed),
  piece: (typed) => contains(head('pieceNumber'), typed),
  invoice: (typed) => contains(sql`(document.body -> 'source' ->> 'invoiceNumber')`, typed),
  document: (typed) => contains(sql`(document.body -> 'source' ->> 'number')`, typed),
  reference: (typed) => contains(head('reference'), typed),
  account: (typed) => contains(line('account'), typed, 'start'),
  auxiliary: (typed) => contains(line('auxiliaryAccount'), typed, 'start'),
  party: (typed) => contains(head('partyName'), typed),
  label: (typed) => sql`(${contains(head('label'), typed)} or exists (
    select from jsonb_array_elements(document.body -> 'lines') as line where ${contains(line('label'), typed)}))`,
  vatCode: (typed) => contains(vat('code'), typed),
  vatRate: (typed) => rateIs(vat('rate'), typed),
  grids: (typed) => contains(vat('grids'), typed),
  debit: (typed) => sql`(${line('debit')} <> '0.00' and ${amountIs(line('debit'), typed)})`,
  credit: (typed) => sql`(${line('credit')} <> '0.00' and ${amountIs(line('credit'), typed)})`,
  paymentMode: (typed) => contains(line('paymentMode'), typed),
  currency: (typed) => contains(head('currency'), typed, 'start'),
  exchangeRate: (typed) => rateIs(head('exchangeRate'), typed),
  currencyAmount: (typed) => sql`(${contains(sql`(line -> 'currencyAmount' ->> 'currency')`, typed, 'start')}
    or ${amountIs(sql`(line -> 'currencyAmount' ->> 'amount')`, typed)})`,
  dueDate: (typed) => dayIs(line('dueDate'), typed),
  analytics: (typed) => contains(line('analytics'), typed),
  matchingCode: (typed) => contains(line('matchingCode'), typed),
};

/** Every text, account and amount of an entry; an amount is found by "1.234,50" as well. */
function matchesSearch(search: string): SQL {
  const text = sql`concat_ws(chr(10), document.number, document.label, document.party,
    ${head('journal')}, ${head('reference')}, ${head('label')}, document.body -> 'source' ->> 'number', (
      select string_agg(concat_ws(chr(10), line ->> 'label', line ->> 'account', line ->> 'auxiliaryAccount',
        line ->> 'debit', line ->> 'credit', line ->> 'matchingCode', line -> 'vat' ->> 'code'), chr(10))
      from jsonb_array_elements(document.body -> 'lines') as line))`;
  const typed = [foldedText(search), ...typedAmounts(search)];
  const each = [...new Set(typed)].map((one) => sql`haystack like ${`%${literal(one)}%`}`);
  // offset 0: the text is put together once, and not wherever it is named.
  return sql`exists (
    select from (select ${folded(sql`plain`)} as haystack from (select ${text} as plain offset 0) as texts offset 0) as found
    where ${sql.join(each, sql` or `)})`;
}

const isTyped = (text: string | undefined): text is string => text !== undefined && cleaned(text) !== '';

/** The entries that a filter leaves, as a condition on the table of documents; undefined when it leaves all. */
export function matchesFilter(filter: EntryFilter): SQL | undefined {
  const asked = ENTRY_COLUMNS.flatMap((column) => {
    const typed = filter[column];
    return isTyped(typed) ? [{ column, is: MATCHES[column](typed) }] : [];
  });
  const ofLine = asked.filter(({ column }) => LINE_COLUMNS.includes(column)).map(({ is }) => is);
  const ofHead = asked.filter(({ column }) => !LINE_COLUMNS.includes(column)).map(({ is }) => is);
  const lines = sql`exists (
    select from jsonb_array_elements(document.body -> 'lines') as line where ${and(...ofLine)})`;
  return and(
    ...ofHead,
    ofLine.length === 0 ? undefined : lines,
    isTyped(filter.search) ? matchesSearch(filter.search) : undefined,
  );
}
