import { useCallback, useState } from 'react';
import type { ReviewEntry } from '#schemas/api/runs.ts';

/** Which entries show their head row only. */
export function useFolds(items: readonly ReviewEntry[]) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = useCallback((id: string, isFolded: boolean) => {
    setFolded((before) => {
      const after = new Set(before);
      if (isFolded) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  const foldAll = useCallback(
    (isFolded: boolean) => setFolded(new Set(isFolded ? items.map((entry) => entry.documentId) : [])),
    [items],
  );
  return { folded, fold, foldAll };
}
