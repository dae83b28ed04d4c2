import type { Tally } from './trial.ts';

/** One row of what the fault tests print. */
export interface Result {
  readonly fault: string;
  readonly kind: string;
  readonly documents: number;
  readonly deaths: number;
  readonly disturbed: number;
  /** When the disturbed run had ended. */
  readonly atEnd: Tally;
  /** After a person has decided what was uncertain and the flow has run again; the same where nothing was. */
  readonly after: Tally;
  readonly seconds: number;
}

const COLUMNS = [
  'fault',
  'kind',
  'documents',
  'deaths',
  'disturbed',
  'posted',
  'doubled',
  'lost',
  'uncertain',
  'seconds',
];

function cellsOf({ fault, kind, documents, deaths, disturbed, atEnd, after, seconds }: Result): string[] {
  const figures = [documents, deaths, disturbed, after.posted, after.doubled, after.lost, atEnd.uncertain, seconds];
  return [fault, kind, ...figures.map(String)];
}

/**
 * The counts as a table. Uncertain are those that a person had to decide before the rest was booked; posted, doubled and
 * lost are what both books say in the end.
 */
export function tableOf(results: readonly Result[]): string {
  const order = results.map(({ fault }) => fault).sort();
  const sorted = [...results].sort((one, other) => order.indexOf(one.fault) - order.indexOf(other.fault));
  const rows = [COLUMNS, ...sorted.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
