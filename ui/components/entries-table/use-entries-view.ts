import { useState } from 'react';
import type { EntryFilter } from '#schemas/api/entry-columns.ts';
import { useColumns } from './use-columns.ts';
import { useRunEntries } from './use-run-entries.ts';

/** What the list of entries of a run shows: its filters, its columns, and what the server has of both. */
export function useEntriesView(run: string) {
  const [filter, onFilter] = useState<EntryFilter>({});
  const [hasFilterRow, onFilterRow] = useState(false);
  const choice = useColumns();
  const loaded = useRunEntries(run, filter);
  return { loaded, filter, tools: { run, filter, onFilter, choice, hasFilterRow, onFilterRow } };
}
export type EntriesView = ReturnType<typeof useEntriesView>;
