import type { ListedRun } from '#schemas/api/runs.ts';

/** A run on its own, or several in a row that found nothing to do. */
export type RunGroup =
  | { readonly kind: 'run'; readonly run: ListedRun }
  | { readonly kind: 'empty'; readonly runs: readonly ListedRun[] };

/** Whether a run went well and found nothing to do. */
function isEmpty({ status, counts, matches }: ListedRun): boolean {
  return status === 'succeeded' && counts.total === 0 && matches.length === 0;
}

/**
 * Folds runs in a row that found nothing to do: a flow that looks every few minutes must not bury those that did
 * something. One on its own stays as it is.
 */
export function foldEmpty(runs: readonly ListedRun[]): RunGroup[] {
  const groups: RunGroup[] = [];
  let empty: ListedRun[] = [];
  const close = () => {
    const [only] = empty;
    if (empty.length > 1) groups.push({ kind: 'empty', runs: empty });
    else if (only) groups.push({ kind: 'run', run: only });
    empty = [];
  };
  for (const run of runs) {
    if (isEmpty(run)) empty.push(run);
    else {
      close();
      groups.push({ kind: 'run', run });
    }
  }
  close();
  return groups;
}
