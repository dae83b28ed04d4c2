import { memo } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { gridTexts } from '../grid-texts.ts';
import type { ChoicesByList } from '../sheet/choices.ts';
import type { Column, Row } from '../sheet/column.ts';
import type { Editing } from '../sheet/editor-state.ts';
import type { After } from '../sheet/editor-store.ts';
import type { Hidden } from '../sheet/reach.ts';
import { GridCell } from './grid-cell.tsx';
import { RowLead } from './row-lead.tsx';
import { LEAD_WIDTH } from './widths.ts';

export interface RowProps {
  readonly row: Row;
  /** Its place among the rows that are shown; 0 is the default. */
  readonly index: number;
  readonly number: number;
  /** Pixels from the top of the list; null for the default, which stands in the head. */
  readonly start: number | null;
  readonly columns: readonly Column[];
  /** The chosen columns of this row, both ends counted in; -1 for none. */
  readonly left: number;
  readonly right: number;
  readonly focus: number;
  readonly isTicked: boolean;
  readonly isReadOnly: boolean;
  readonly editing: Editing | null;
  readonly hidden: Hidden | undefined;
  readonly hiddenBy: number;
  readonly lists: ChoicesByList;
  readonly onTick: (id: string, isOn: boolean) => void;
  readonly onReset: (id: string) => void;
  readonly onDone: (text: string, after: After) => void;
  readonly onCancel: () => void;
}

function look({ start, isTicked }: RowProps): string {
  if (start === null) return 'sheet-row sheet-default';
  return isTicked ? 'sheet-row sheet-placed sheet-ticked' : 'sheet-row sheet-placed';
}

/** One row of a mapping table. Drawn anew only when something of its own changed. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { row, index, columns, editing } = props;
  const t = useTexts(gridTexts);
  const lastCondition = columns.findLastIndex(({ kind }) => kind === 'match');
  return (
    <tr
      className={look(props)}
      style={props.start === null ? undefined : { transform: `translateY(${props.start}px)` }}
      data-row={index}
      aria-rowindex={index + 3}
    >
      {props.start === null ? (
        <th scope="row" className="sheet-lead" aria-colindex={1} style={{ width: LEAD_WIDTH }}>
          {t('defaultRow')}
        </th>
      ) : (
        <RowLead {...props} />
      )}
      {columns.map((column, at) => (
        <GridCell
          key={column.id}
          row={row}
          column={column}
          index={at}
          isDefault={props.start === null}
          isLastCondition={at === lastCondition}
          isChosen={at >= props.left && at <= props.right}
          isFocus={at === props.focus}
          isReadOnly={props.isReadOnly}
          editing={editing?.column === column.id ? editing : null}
          lists={props.lists}
          onDone={props.onDone}
          onCancel={props.onCancel}
        />
      ))}
    </tr>
  );
});
