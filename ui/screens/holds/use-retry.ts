import type { HoldSelection } from '#schemas/api/holds.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { retryTexts } from './texts.ts';

/**
 * Tries documents of the queue again and says how many.
 *
 * @param onStarted gets the ids of the runs that do it
 */
export function useRetry(onStarted: (runs: readonly string[]) => void) {
  const t = useTexts(retryTexts);
  const toasts = useToasts();
  const retry = useApiMutation('retryHolds', ['holds', 'runs', 'flows']);
  return {
    error: retry.error,
    isPending: retry.isPending,
    /** @param version null for the published one of each flow */
    start: (which: HoldSelection, version: number | null) =>
      retry.mutate(
        { body: { which, ...(version === null ? {} : { version }) } },
        {
          onSuccess: ({ runs, count }) => {
            toasts.done(t('started', { count }));
            onStarted(runs.map(({ id }) => id));
          },
        },
      ),
  };
}
