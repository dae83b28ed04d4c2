import { memo } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { gridTexts } from '../grid-texts.ts';
import { type ChoicesByList, choicesOf, nameOf } from '../sheet/choices.ts';
import { type Column, type Row, textOf } from '../sheet/column.ts';
import type { Editing } from '../sheet/editor-state.ts';
import type { After } from '../sheet/editor-store.ts';
import { isFault, markOf } from '../sheet/marks.ts';
import { CellInput } from './cell-input.tsx';
import { CellMark } from './cell-mark.tsx';
import { useColumnTexts } from './use-column-texts.ts';
import { useMarkTexts } from './use-mark-texts.ts';
import { widthOf } from './widths.ts';

export interface CellProps {
  readonly row: Row;
  readonly column: Column;
  readonly index: number;
  readonly isDefault: boolean;
  /** The last of the columns that say for what the row holds. */
  readonly isLastCondition: boolean;
  readonly isChosen: boolean;
  readonly isFocus: boolean;
  readonly isReadOnly: boolean;
  readonly editing: Editing | null;
  readonly lists: ChoicesByList;
  readonly onDone: (text: string, after: After) => void;
  readonly onCancel: () => void;
}

function look(props: CellProps, isBad: boolean): string {
  const names = ['sheet-cell'];
  if (props.isLastCondition) names.push('sheet-last-condition');
  if (isBad) names.push('sheet-fault');
  if (props.isChosen) names.push('sheet-chosen');
  if (props.isFocus) names.push('sheet-focus');
  return names.join(' ');
}

/** Within a grid a cell has states that a cell of a plain table has not. */
function statesOf(isChosen: boolean, isFixed: boolean, isBad: boolean) {
  return { 'aria-selected': isChosen, 'aria-readonly': isFixed || undefined, 'aria-invalid': isBad || undefined };
}

/** One cell of a mapping table: its value, the value's name, and what is to be said about it. */
export const GridCell = memo(function GridCell(props: CellProps) {
  const { row, column, index, isDefault, isReadOnly, editing, lists } = props;
  const t = useTexts(gridTexts);
  const { title } = useColumnTexts();
  const sentence = useMarkTexts();
  const text = textOf(row, column);
  const mark = markOf(column, text, lists);
  const isFixed = isDefault && column.kind === 'match';
  const shown = column.id === 'set.create' && (text === 'yes' || text === 'no') ? t(text) : text;
  return (
    <td
      id={`cell-${row.id}-${column.id}`}
      className={look(props, isFault(mark))}
      style={{ width: widthOf(column) }}
      data-column={index}
      aria-colindex={index + 2}
      {...statesOf(props.isChosen, isFixed || isReadOnly, isFault(mark))}
    >
      {isFixed ? (
        <span className="sheet-all">{t('all')}</span>
      ) : (
        <>
          <span className="sheet-text" title={shown}>
            {shown}
          </span>
          <span className="sheet-name">{nameOf(column, text, lists)}</span>
          {mark && <CellMark mark={mark} text={sentence(mark, column)} />}
        </>
      )}
      {editing && (
        <CellInput
          editing={editing}
          column={column}
          choices={choicesOf(column, lists)}
          label={title(column)}
          onDone={props.onDone}
          onCancel={props.onCancel}
        />
      )}
    </td>
  );
});
