import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { HoldError } from '#schemas/errors.ts';
import { formatAmount, sum } from '#schemas/money.ts';
import type { CompiledFormat, CompiledRecord, RecordPlace } from './compile-format.ts';
import { type ViewSettings, viewEntry, viewLine } from './entry-view.ts';
import { messages } from './messages.ts';
import type { View, Views } from './paths.ts';

/** What is known of the file when an entry is written into it. */
export interface EntryPosition {
  readonly file: View<'file'>;
  /** The entry's number in the file, from 1. */
  readonly number: number;
  /** Records already in the file. */
  readonly recordsBefore: number;
}

function refuseUnfit(entry: JournalEntry, { format }: CompiledFormat): void {
  const { pieceNumber, currency } = entry;
  if (format.currency !== '' && currency !== format.currency) {
    const params = { entry: pieceNumber, currency, format: format.name, expected: format.currency };
    throw new HoldError(messages.build.wrong_currency(params, 'currency'));
  }
  const [debit, credit] = [sum(entry.lines.map((line) => line.debit)), sum(entry.lines.map((line) => line.credit))];
  if (debit.equals(credit)) return;
  const params = { entry: pieceNumber, debit: formatAmount(debit), credit: formatAmount(credit) };
  throw new HoldError(messages.build.unbalanced(params));
}

/**
 * Writes all records of one entry, or none.
 *
 * @throws HoldError when the format cannot hold the entry as it is
 */
export function writeEntry(
  entry: JournalEntry,
  compiled: CompiledFormat,
  settings: ViewSettings,
  position: EntryPosition,
  onReplaced: RecordPlace['onReplaced'],
): string[] {
  refuseUnfit(entry, compiled);
  const place: RecordPlace = { entry: entry.pieceNumber, onReplaced };
  const written: string[] = [];
  const entryView = viewEntry(entry, position.number, settings);

  const write = (records: readonly CompiledRecord[], line?: View<'line'>): boolean => {
    let wroteSome = false;
    for (const record of records) {
      const inEntry = written.length + 1;
      const counters = { inEntry: String(inEntry), inFile: String(position.recordsBefore + inEntry) };
      const views: Views = { file: position.file, record: counters, entry: entryView, ...(line && { line }) };
      if (!record.applies(views)) continue;
      written.push(record.write(views, place));
      wroteSome = true;
    }
    return wroteSome;
  };

  write(compiled.records.filter((record) => record.repeat === 'entry'));
  const lineRecords = compiled.records.filter((record) => record.repeat === 'line');
  entry.lines.forEach((line, index) => {
    const wroteLine = write(lineRecords, viewLine(entry, line, index + 1, settings));
    if (wroteLine || lineRecords.length === 0) return;
    const params = { entry: entry.pieceNumber, format: compiled.format.name, account: line.account };
    throw new HoldError(messages.build.line_not_written(params, 'lines'));
  });
  return written;
}
