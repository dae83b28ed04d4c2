import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Run } from '#schemas/api/runs.ts';

const PAUSE_MS = 1500;

/**
 * Reads documents, entries and logs of a run again when its counts or status changed, at most every second and a half:
 * the live stream carries the run itself only.
 */
export function useFreshLists(run: Run | undefined): void {
  const client = useQueryClient();
  const id = run?.id;
  const state = run && JSON.stringify([run.status, run.counts, run.steps.map((step) => step.emitted)]);
  const seen = useRef(state);
  useEffect(() => {
    if (!id || state === undefined || seen.current === state) return;
    if (seen.current === undefined) {
      seen.current = state;
      return;
    }
    const timer = setTimeout(() => {
      seen.current = state;
      void client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] === 'runs' && queryKey[1] !== 'getRun' && JSON.stringify(queryKey).includes(id),
      });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [client, id, state]);
}
