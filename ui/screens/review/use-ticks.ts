import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { EntryFilter } from '#schemas/api/entry-columns.ts';
import { endpoints } from '#schemas/api/index.ts';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { call } from '#ui/api/client.ts';
import { queryKey } from '#ui/api/queries.ts';
import { runEntriesKey } from '#ui/components/entries-table/use-run-entries.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { reviewTexts } from './texts.ts';

interface Page {
  readonly items: readonly ReviewEntry[];
}

/** Every entry, some of them, or what a filter leaves: also what of it is not loaded. */
export type Chosen = 'all' | readonly string[] | { readonly filter: EntryFilter };
type Sent = 'all' | string[] | { filter: EntryFilter };

function withTicks(data: InfiniteData<Page> | undefined, ids: ReadonlySet<string> | 'all', ticked: boolean) {
  if (!data) return data;
  const touch = (item: ReviewEntry) =>
    item.ticked !== ticked && (ids === 'all' || ids.has(item.documentId)) ? { ...item, ticked } : item;
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(touch) })) };
}

function isFilter(chosen: Chosen): chosen is { readonly filter: EntryFilter } {
  return typeof chosen === 'object' && !Array.isArray(chosen);
}

function sentOf(chosen: Chosen): Sent {
  if (chosen === 'all') return chosen;
  return isFilter(chosen) ? { filter: chosen.filter } : [...chosen];
}

/**
 * Ticks and unticks. The screen follows at once; the calls go one after the other, so that the server's last answer
 * (sums and hash) is about the last click. A refused one reads everything again.
 */
export function useTicks(run: string) {
  const client = useQueryClient();
  const toasts = useToasts();
  const t = useTexts(reviewTexts);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [waiting, setWaiting] = useState(0);

  const showTicks = useCallback(
    (sent: Sent, ticked: boolean) => {
      const lists = { queryKey: runEntriesKey(run) };
      if (isFilter(sent)) {
        // All that this list has, for its filter is the one that is ticked; the other lists are read again when shown.
        const own = [...runEntriesKey(run), sent.filter];
        client.setQueryData(own, (data: InfiniteData<Page> | undefined) => withTicks(data, 'all', ticked));
        return;
      }
      const ids = sent === 'all' ? sent : new Set(sent);
      client.setQueriesData(lists, (data: InfiniteData<Page> | undefined) => withTicks(data, ids, ticked));
    },
    [client, run],
  );

  const send = useCallback(
    async (entries: Sent, ticked: boolean) => {
      const summary = await call(endpoints.tickEntries, { params: { id: run }, body: { entries, ticked } });
      client.setQueryData(queryKey('getReview', { params: { id: run } }), summary);
      void client.invalidateQueries({ queryKey: ['runs', 'sumRunEntries'] });
      if (isFilter(entries)) {
        void client.invalidateQueries({ queryKey: runEntriesKey(run), refetchType: 'none' });
      }
    },
    [client, run],
  );

  const tick = useCallback(
    (chosen: Chosen, ticked: boolean) => {
      const sent = sentOf(chosen);
      showTicks(sent, ticked);
      setWaiting((count) => count + 1);
      queue.current = queue.current
        .then(() => send(sent, ticked))
        .catch(async (error: unknown) => {
          toasts.failed(t('tickFailed'), error);
          await client.invalidateQueries({ queryKey: ['runs'] });
        })
        .finally(() => setWaiting((count) => count - 1));
    },
    [client, showTicks, send, toasts, t],
  );
  return { tick, isBusy: waiting > 0 };
}
