import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
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
/** The server takes this many ids in one call. */
const CHUNK = 1000;

function withTicks(data: InfiniteData<Page> | undefined, ids: ReadonlySet<string> | 'all', ticked: boolean) {
  if (!data) return data;
  const touch = (item: ReviewEntry) =>
    item.ticked !== ticked && (ids === 'all' || ids.has(item.documentId)) ? { ...item, ticked } : item;
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(touch) })) };
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

  const send = useCallback(
    async (ids: readonly string[] | 'all', ticked: boolean) => {
      const parts =
        ids === 'all'
          ? [ids]
          : Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, at) => ids.slice(at * CHUNK, (at + 1) * CHUNK));
      for (const entries of parts) {
        const body = { entries: entries === 'all' ? entries : [...entries], ticked };
        const summary = await call(endpoints.tickEntries, { params: { id: run }, body });
        client.setQueryData(queryKey('getReview', { params: { id: run } }), summary);
      }
    },
    [client, run],
  );

  const tick = useCallback(
    (ids: readonly string[] | 'all', ticked: boolean) => {
      if (ids.length === 0) return;
      const chosen = ids === 'all' ? ids : new Set(ids);
      client.setQueryData(runEntriesKey(run), (data: InfiniteData<Page> | undefined) =>
        withTicks(data, chosen, ticked),
      );
      setWaiting((count) => count + 1);
      queue.current = queue.current
        .then(() => send(ids, ticked))
        .catch(async (error: unknown) => {
          toasts.failed(t('tickFailed'), error);
          await client.invalidateQueries({ queryKey: ['runs'] });
        })
        .finally(() => setWaiting((count) => count - 1));
    },
    [client, run, send, toasts, t],
  );
  return { tick, isBusy: waiting > 0 };
}
