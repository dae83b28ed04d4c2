import type { EntryColumn, EntryFilter } from '#schemas/api/entry-columns.ts';
import type { Language } from '#schemas/localised.ts';

interface Shown {
  readonly columns: readonly EntryColumn[];
  readonly filter: EntryFilter;
  readonly hasTicks: boolean;
  readonly language: Language;
}

/** Where the list is to be had as a file: the same columns, in the same order, with the same filters. */
export function csvAddress(run: string, { columns, filter, hasTicks, language }: Shown): string {
  const query = new URLSearchParams({ columns: columns.join(','), ticks: String(hasTicks), language });
  for (const [name, typed] of Object.entries(filter)) if (typed) query.set(name, typed);
  return `/api/runs/${run}/entries.csv?${query}`;
}
