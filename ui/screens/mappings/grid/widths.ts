import type { Column } from '../sheet/column.ts';

/** Pixels, as in the style sheet. */
export const ROW_HEIGHT = 34;
/** Headings, filters and the default stay on top. */
export const HEAD_ROWS = 3;
export const HEAD_HEIGHT = ROW_HEIGHT * HEAD_ROWS;
export const LEAD_WIDTH = 118;

const NARROW: ReadonlySet<string> = new Set(['set.create']);
const BOXES = /^set\.(grid|taxGrid|creditGrid|creditTaxGrid|code)$/;

export function widthOf(column: Column): number {
  if (column.kind === 'note') return 220;
  if (NARROW.has(column.id) || BOXES.test(column.id)) return 118;
  return column.kind === 'match' ? 144 : 150;
}

/** From where to where a column goes, beside the leading one. */
export function spanOf(columns: readonly Column[], index: number): { left: number; right: number } {
  const left = columns.slice(0, index).reduce((sum, column) => sum + widthOf(column), 0);
  const column = columns[index];
  return { left, right: left + (column ? widthOf(column) : 0) };
}

export function totalWidth(columns: readonly Column[]): number {
  return LEAD_WIDTH + spanOf(columns, columns.length).left;
}
