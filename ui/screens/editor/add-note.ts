import { freshId, GRID } from '#ui/canvas/document.ts';
import { EMPTY_FRAGMENT } from '#ui/canvas/fragment.ts';
import type { CanvasStore } from '#ui/canvas/store.ts';

/** Puts an empty note above everything and selects it. */
export function addNote(store: CanvasStore): void {
  const { layout } = store.getState().history.present.definition;
  const points = [...Object.values(layout.nodes), ...layout.notes];
  const id = freshId('note', new Set(layout.notes.map((note) => note.id)));
  const x = points.length > 0 ? Math.min(...points.map((point) => point.x)) : 0;
  const top = points.length > 0 ? Math.min(...points.map((point) => point.y)) : 0;
  const note = { id, text: '', x, y: top - GRID * 9, width: GRID * 15, height: GRID * 7 };
  store.run({ kind: 'insert', fragment: { ...EMPTY_FRAGMENT, notes: [note] } });
  store.select({ notes: [id] });
}
