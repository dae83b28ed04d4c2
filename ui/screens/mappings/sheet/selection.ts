/** A place in the grid as it is shown: row 0 is the default. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** From where a range was begun to where it goes; the cell that is typed into is the end. */
export interface Selection {
  readonly anchor: Place;
  readonly focus: Place;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** Both ends count in. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const START: Selection = { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } };

const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));

export function clamp({ row, column }: Place, { rows, columns }: Extent): Place {
  return { row: within(row, rows), column: within(column, columns) };
}

export function clampSelection({ anchor, focus }: Selection, extent: Extent): Selection {
  return { anchor: clamp(anchor, extent), focus: clamp(focus, extent) };
}

export function at(place: Place): Selection {
  return { anchor: place, focus: place };
}

export function rangeOf({ anchor, focus }: Selection): Range {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEPS: Readonly<Record<Direction, Place>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

/** Moves the cell that is typed into; with `extend` the range grows or shrinks with it. */
export function move(selection: Selection, to: Place, extent: Extent, extend: boolean): Selection {
  const focus = clamp(to, extent);
  return { anchor: extend ? selection.anchor : focus, focus };
}

export function step(selection: Selection, direction: Direction, by: number, extent: Extent, extend: boolean) {
  const { row, column } = STEPS[direction];
  const { focus } = selection;
  return move(selection, { row: focus.row + row * by, column: focus.column + column * by }, extent, extend);
}

/** The next cell in reading order, from the end of a row on to the next row; stays at the ends of the grid. */
export function nextCell({ focus }: Selection, by: 1 | -1, { rows, columns }: Extent): Selection {
  const index = focus.row * columns + focus.column + by;
  if (index < 0 || index >= rows * columns) return at(focus);
  return at({ row: Math.floor(index / columns), column: index % columns });
}

export function selectAll({ rows, columns }: Extent): Selection {
  return { anchor: { row: 0, column: 0 }, focus: { row: Math.max(0, rows - 1), column: Math.max(0, columns - 1) } };
}
