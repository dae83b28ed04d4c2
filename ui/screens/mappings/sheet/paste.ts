import type { Block } from './block.ts';
import { blankRow, type Sheet } from './book.ts';
import type { Column, Row } from './column.ts';
import { type CellEdit, insertRows, setCells } from './edits.ts';
import type { Range } from './selection.ts';

export interface Pasted {
  readonly sheet: Sheet;
  /** Rows that were added because what was pasted is longer than the table. */
  readonly added: readonly string[];
  /** Texts that had no place: conditions of the default, and columns beyond the last. */
  readonly left: number;
  /** What was written, as far as it goes. */
  readonly range: Range;
}

interface Where {
  /** Rows as they are shown, the default first. */
  readonly shown: readonly Row[];
  readonly columns: readonly Column[];
  readonly range: Range;
}

/** The texts as often as the range takes them whole: one copied cell fills all cells that are chosen. */
function repeat(block: Block, { top, bottom, left, right }: Range): Block {
  const height = bottom - top + 1;
  const width = right - left + 1;
  const own = Math.max(1, ...block.map((cells) => cells.length));
  const times = (room: number, size: number) => (room > size && room % size === 0 ? room / size : 1);
  const down = times(height, Math.max(1, block.length));
  const across = times(width, own);
  const wide = block.map((cells) => {
    const full = [...cells, ...Array.from({ length: own - cells.length }, () => '')];
    return Array.from({ length: across }, () => full).flat();
  });
  return Array.from({ length: down }, () => wide).flat();
}

/**
 * Writes copied cells from the upper left cell of a range on. The table grows when they are more rows than are shown
 * below it; a cell that is written is then checked as one that was typed.
 *
 * @param place puts each text as its column wants it: the value of a country for its name
 */
export function pasteBlock(
  sheet: Sheet,
  block: Block,
  { shown, columns, range }: Where,
  place: (column: Column, text: string) => string = (_, text) => text,
): Pasted {
  const full = repeat(block, range);
  const missing = range.top + full.length - shown.length;
  const added = Array.from({ length: Math.max(0, missing) }, blankRow);
  const rows = [...shown, ...added];
  const grown = insertRows(sheet, shown.at(-1)?.id ?? null, added);
  const edits: CellEdit[] = [];
  let left = 0;
  for (const [down, cells] of full.entries()) {
    for (const [across, text] of cells.entries()) {
      const row = rows[range.top + down];
      const column = columns[range.left + across];
      const isTaken = row && column && !(column.kind === 'match' && row.id === sheet.fallback.id);
      if (isTaken) edits.push({ row: row.id, column, text: place(column, text) });
      else if (text.trim() !== '') left += 1;
    }
  }
  const width = Math.max(1, ...full.map((cells) => cells.length));
  const right = Math.min(columns.length - 1, range.left + width - 1);
  const bottom = range.top + Math.max(1, full.length) - 1;
  return {
    sheet: setCells(grown, edits),
    added: added.map(({ id }) => id),
    left,
    range: { top: range.top, left: range.left, bottom, right },
  };
}
