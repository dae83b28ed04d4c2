import { memo } from 'react';
import type { EntryColumn } from '#schemas/api/entry-columns.ts';
import type { Language } from '#schemas/localised.ts';
import type { Translate } from '#ui/i18n/use-texts.ts';
import { EntryCells } from './entry-row.tsx';
import type { EntryRow } from './entry-rows.ts';
import { LineCells } from './line-row.tsx';
import type { entriesTexts } from './texts.ts';

interface Props {
  readonly row: EntryRow;
  readonly index: number;
  /** Distance from the top of the body, in pixels. */
  readonly start: number;
  readonly isActive: boolean;
  readonly columns: readonly EntryColumn[] | null;
  readonly language: Language;
  readonly t: Translate<typeof entriesTexts>;
  readonly onPick: (row: EntryRow) => void;
  readonly onFold: (id: string, isFolded: boolean) => void;
  readonly onTick: ((ids: readonly string[], ticked: boolean) => void) | undefined;
}

function rowClass(row: EntryRow, isActive: boolean, canTick: boolean): string {
  const look = ['entries-row', 'entries-placed', `entries-${row.kind}`];
  if (isActive) look.push('entries-active');
  if (canTick && !row.item.ticked) look.push('entries-unticked');
  return look.join(' ');
}

/** One row of the table, drawn again only when something about it changed. */
export const BodyRow = memo(function BodyRow({ row, index, start, isActive, onPick, onFold, onTick, ...rest }: Props) {
  return (
    <tr
      id={`row-${row.key}`}
      aria-level={row.kind === 'entry' ? 1 : 2}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      aria-expanded={row.kind === 'entry' ? !row.isFolded : undefined}
      className={rowClass(row, isActive, onTick !== undefined)}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => onPick(row)}
    >
      {row.kind === 'entry' ? (
        <EntryCells row={row} onFold={onFold} onTick={onTick} {...rest} />
      ) : (
        <LineCells row={row} columns={rest.columns} language={rest.language} />
      )}
    </tr>
  );
});
