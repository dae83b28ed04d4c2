import { useMemo } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { gridTexts } from '../grid-texts.ts';
import type { Column } from '../sheet/column.ts';
import { type Mark, MOST_LETTERS, MOST_NOTE_LETTERS } from '../sheet/marks.ts';

/** A sentence for each mark. */
export function useMarkTexts(): (mark: Mark, column: Column) => string {
  const t = useTexts(gridTexts);
  return useMemo(
    () => (mark, column) => {
      const said: Record<Mark, () => string> = {
        'too-long': () => t('markTooLong', { limit: column.kind === 'note' ? MOST_NOTE_LETTERS : MOST_LETTERS }),
        country: () => t('markCountry'),
        placeholder: () => t('markPlaceholder', { rate: '{rate}', country: '{country}' }),
        'yes-no': () => t('markYesNo'),
        gone: () => t('markGone'),
        unlisted: () => t('markUnlisted'),
      };
      return said[mark]();
    },
    [t],
  );
}
