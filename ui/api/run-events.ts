import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { RUN_EVENT, type Run } from '#schemas/api/runs.ts';
import { isFinished } from '#schemas/outcome.ts';
import { apiQuery, queryKey } from './queries.ts';

const POLL_MS = 2000;

/**
 * One run, kept up to date by server-sent events while it goes on, and by polling where the stream does not get
 * through (a proxy that buffers). Lists of its documents, entries and logs are read again when its counts change, the
 * hold queue and the customers when it ends.
 */
export function useLiveRun(id: string | null) {
  const client = useQueryClient();
  const [isStreaming, setStreaming] = useState(false);
  const query = useQuery({
    ...apiQuery('getRun', { params: { id: id ?? '' } }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isStreaming || !state.data || isFinished(state.data.status) ? false : POLL_MS),
  });
  const isOver = query.data ? isFinished(query.data.status) : false;

  // What a run posted waits no longer, and what it held waits from now on: all counts of these follow. So do those of
  // customers, whom it found or created in the books, or asks about.
  const wasGoingOn = useRef(false);
  useEffect(() => {
    if (isOver && wasGoingOn.current) {
      for (const resource of ['holds', 'customers']) void client.invalidateQueries({ queryKey: [resource] });
    }
    wasGoingOn.current = !isOver;
  }, [isOver, client]);

  useEffect(() => {
    if (id === null || isOver) return;
    const source = new EventSource(`/api/runs/${id}/events`);
    source.addEventListener('open', () => setStreaming(true));
    source.addEventListener('error', () => setStreaming(false));
    source.addEventListener(RUN_EVENT, (event: MessageEvent<string>) => {
      client.setQueryData(queryKey('getRun', { params: { id } }), JSON.parse(event.data) as Run);
    });
    return () => {
      setStreaming(false);
      source.close();
    };
  }, [id, isOver, client]);

  return query;
}
