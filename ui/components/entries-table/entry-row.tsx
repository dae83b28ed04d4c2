import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { EntryColumn } from '#schemas/api/entry-columns.ts';
import type { Language } from '#schemas/localised.ts';
import type { Translate } from '#ui/i18n/use-texts.ts';
import { COLUMN_LOOKS, STACKED } from './columns.ts';
import type { EntryRow } from './entry-rows.ts';
import type { entriesTexts } from './texts.ts';

export interface CellsProps {
  /** Columns in their order; null where a row is two lines high and shows what matters most. */
  readonly columns: readonly EntryColumn[] | null;
  readonly language: Language;
}

export function cellClass(column: EntryColumn): string {
  return `entries-${column}${COLUMN_LOOKS[column].isAmount ? ' entries-amount' : ''}`;
}

interface Props extends CellsProps {
  readonly row: EntryRow & { kind: 'entry' };
  readonly t: Translate<typeof entriesTexts>;
  readonly onFold: (id: string, isFolded: boolean) => void;
  readonly onTick: ((ids: readonly string[], ticked: boolean) => void) | undefined;
}

/**
 * Cells of an entry's head row: what identifies it, and its sums. Plain elements, and texts handed down: dozens of
 * these are made anew at every step of scrolling.
 */
export function EntryCells({ row, columns, language, t, onFold, onTick }: Props) {
  const { entry, documentId, ticked } = row.item;
  const piece = entry.pieceNumber;
  const Chevron = row.isFolded ? IconChevronRight : IconChevronDown;
  return (
    <>
      <td className="entries-controls">
        <button
          type="button"
          className="entries-fold"
          tabIndex={-1}
          aria-label={row.isFolded ? t('unfold', { piece }) : t('fold', { piece })}
          onClick={() => onFold(documentId, !row.isFolded)}
        >
          <Chevron size={16} />
        </button>
        {onTick && (
          <input
            type="checkbox"
            className="entries-check"
            tabIndex={-1}
            checked={ticked}
            aria-label={t('tickEntry', { piece })}
            onChange={(event) => onTick([documentId], event.currentTarget.checked)}
          />
        )}
      </td>
      {(columns ?? STACKED.entry).map((column) => {
        const text = COLUMN_LOOKS[column].head?.(entry, language, row) ?? '';
        const title = column === 'journal' ? entry.journalName : text;
        return (
          <td key={column} className={cellClass(column)} title={title || undefined}>
            {text}
          </td>
        );
      })}
    </>
  );
}
