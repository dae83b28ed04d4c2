import type { MouseEvent } from 'react';
import type { MappingStore } from '../sheet/editor-store.ts';
import type { Place } from '../sheet/selection.ts';

function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element) || target.closest('.sheet-input, .sheet-filter')) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  if (!cell || !row) return null;
  return { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) };
}

/** A click chooses a cell, dragging and Shift a range, a double click types into it. */
export function useGridPointer(store: MappingStore) {
  return {
    onMouseDown: (event: MouseEvent) => {
      const place = event.button === 0 ? placeOf(event.target) : null;
      if (place) store.select(place, event.shiftKey);
    },
    onMouseOver: (event: MouseEvent) => {
      const place = event.buttons === 1 ? placeOf(event.target) : null;
      if (place && store.getState().editing === null) store.select(place, true);
    },
    onDoubleClick: (event: MouseEvent) => {
      if (placeOf(event.target)) store.startEditing(null);
    },
  };
}
