import { ActionIcon, Checkbox } from '@mantine/core';
import { IconChevronsDown, IconChevronsUp } from '@tabler/icons-react';
import { memo } from 'react';
import { ENTRY_COLUMN_TITLES, type EntryColumn } from '#schemas/api/entry-columns.ts';
import type { EntrySums } from '#schemas/api/runs.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { cellClass } from './entry-row.tsx';
import { entriesTexts } from './texts.ts';

const SIDES: readonly EntryColumn[] = ['debit', 'credit'];

interface Props {
  readonly columns: readonly EntryColumn[] | null;
  /** Of what the filters leave; undefined until the server has counted. */
  readonly sums: EntrySums | undefined;
  readonly areAllFolded: boolean;
  readonly onFoldAll: (isFolded: boolean) => void;
  /** Ticks all that the filters leave, loaded or not. */
  readonly onTickShown: ((ticked: boolean) => void) | undefined;
}

/**
 * Column heads; the first one folds everything and ticks everything that is shown. Remembered: the table is drawn anew at
 * every step of scrolling, and nothing here changes by it.
 */
export const TableHead = memo(function TableHead({ columns, sums, areAllFolded, onFoldAll, onTickShown }: Props) {
  const t = useTexts(entriesTexts);
  const language = useLanguage();
  const Icon = areAllFolded ? IconChevronsDown : IconChevronsUp;
  const { entries = 0, ticked = { entries: 0 }, currency } = sums ?? {};
  return (
    <tr aria-rowindex={1} className="entries-row entries-head">
      <th scope="col" className="entries-controls">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={areAllFolded ? t('unfoldAll') : t('foldAll')}
          onClick={() => onFoldAll(!areAllFolded)}
        >
          <Icon size={16} />
        </ActionIcon>
        {onTickShown && (
          <Checkbox
            size="xs"
            aria-label={t('tickShown')}
            checked={entries > 0 && ticked.entries === entries}
            indeterminate={ticked.entries > 0 && ticked.entries < entries}
            onChange={(event) => onTickShown(event.currentTarget.checked)}
          />
        )}
      </th>
      {(columns ?? SIDES).map((column) => {
        const title = ENTRY_COLUMN_TITLES[column][language];
        return (
          <th key={column} scope="col" className={cellClass(column)} title={title}>
            {currency && SIDES.includes(column) ? `${title} (${currency})` : title}
          </th>
        );
      })}
    </tr>
  );
});
