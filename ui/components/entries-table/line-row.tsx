import { COLUMN_LOOKS, STACKED } from './columns.ts';
import { type CellsProps, cellClass } from './entry-row.tsx';
import type { EntryRow } from './entry-rows.ts';

interface Props extends CellsProps {
  readonly row: EntryRow & { kind: 'line' };
}

/** Cells of one line of an entry; what its head says is not said again. */
export function LineCells({ row, columns, language }: Props) {
  const line = row.item.entry.lines[row.index];
  if (!line) return null;
  return (
    <>
      {columns && <td className="entries-controls" />}
      {(columns ?? STACKED.line).map((column) => {
        const text = COLUMN_LOOKS[column].line?.(line, language) ?? '';
        return (
          <td key={column} className={cellClass(column)} title={text || undefined}>
            {text}
          </td>
        );
      })}
    </>
  );
}
