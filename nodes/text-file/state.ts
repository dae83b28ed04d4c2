import { z } from 'zod';
import { openSumsSchema } from '#nodes/kit/summary/sums.ts';
import { dateSchema } from '#schemas/documents/amounts.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { decimal, formatAmount, sum } from '#schemas/money.ts';

const fileStateSchema = z.object({
  key: z.string(),
  closingDate: dateSchema,
  entries: z.int(),
  lines: z.int(),
  records: z.int(),
  debit: z.string(),
  credit: z.string(),
  /** First and last booking date in the file. */
  from: dateSchema,
  to: dateSchema,
  /** The journal, as long as there is only one. */
  journal: z.string().nullable(),
});
export type FileState = z.infer<typeof fileStateSchema>;

const renderStateSchema = z.object({
  files: z.array(fileStateSchema),
  /** Sums of days or payouts that are not written yet. */
  sums: openSumsSchema.default([]),
});
/** What is kept between two pages: counters and sums, never entries. Grows with the number of files and open sums only. */
export type RenderState = z.infer<typeof renderStateSchema>;

export function parseState(value: unknown): RenderState {
  return renderStateSchema.parse(value);
}

/** A file before its first entry. */
export function newFile(key: string, closingDate: string, first: JournalEntry): FileState {
  const { date, journal } = first;
  const none = { entries: 0, lines: 0, records: 0, debit: '0.00', credit: '0.00' };
  return { key, closingDate, ...none, from: date, to: date, journal };
}

function earlier(day: string, other: string): string {
  return day.localeCompare(other) < 0 ? day : other;
}

/** The file's counters once an entry is in it. */
export function countEntry(file: FileState, entry: JournalEntry, records: number): FileState {
  const total = (side: 'debit' | 'credit') =>
    formatAmount(decimal(file[side]).plus(sum(entry.lines.map((line) => line[side]))));
  return {
    ...file,
    entries: file.entries + 1,
    lines: file.lines + entry.lines.length,
    records: file.records + records,
    debit: total('debit'),
    credit: total('credit'),
    from: earlier(entry.date, file.from),
    to: earlier(entry.date, file.to) === file.to ? entry.date : file.to,
    journal: file.journal === entry.journal ? file.journal : null,
  };
}
