import type { NodeChange } from '@xyflow/react';
import type { Point } from '#ui/canvas/document.ts';
import type { Selection } from '#ui/canvas/store.ts';
import type { BoxView } from '#ui/canvas/view.ts';

export const NOTE_PREFIX = 'note:';

export function isSelected(selection: Selection, box: string): boolean {
  return box.startsWith(NOTE_PREFIX)
    ? selection.notes.includes(box.slice(NOTE_PREFIX.length))
    : selection.nodes.includes(box);
}

/**
 * The boxes as the canvas holds them, brought up to date with the document. What the canvas measured stays, and a box
 * that did not change stays the same object, so that it is not drawn again.
 */
export function reconcile(before: readonly BoxView[], views: readonly BoxView[], selection: Selection): BoxView[] {
  const known = new Map(before.map((box) => [box.id, box]));
  return views.map((view) => {
    const former = known.get(view.id);
    const selected = isSelected(selection, view.id);
    if (!former) return { ...view, selected };
    const isSame =
      former.selected === selected &&
      former.position.x === view.position.x &&
      former.position.y === view.position.y &&
      former.width === view.width &&
      former.height === view.height &&
      Object.keys(view.data).every((key) => Reflect.get(former.data, key) === Reflect.get(view.data, key));
    return isSame ? former : ({ ...former, ...view, selected } as BoxView);
  });
}

/** The selection after the canvas reported that boxes were picked or let go; null when it reported none. */
export function selectionAfter(selection: Selection, changes: readonly NodeChange[]): Selection | null {
  const picks = changes.filter((change) => change.type === 'select');
  if (picks.length === 0) return null;
  const nodes = new Set(selection.nodes);
  const notes = new Set(selection.notes);
  for (const { id, selected } of picks) {
    const isNote = id.startsWith(NOTE_PREFIX);
    const set = isNote ? notes : nodes;
    const name = isNote ? id.slice(NOTE_PREFIX.length) : id;
    if (selected) set.add(name);
    else set.delete(name);
  }
  return { nodes: [...nodes], notes: [...notes], edges: selection.edges };
}

/** Where boxes came to stand, apart for nodes and notes, as the move command takes them. */
export function placesOf(boxes: readonly { id: string; position: Point }[]): {
  nodes: Record<string, Point>;
  notes: Record<string, Point>;
} {
  const nodes: Record<string, Point> = {};
  const notes: Record<string, Point> = {};
  for (const { id, position } of boxes) {
    const point = { x: Math.round(position.x), y: Math.round(position.y) };
    if (id.startsWith(NOTE_PREFIX)) notes[id.slice(NOTE_PREFIX.length)] = point;
    else nodes[id] = point;
  }
  return { nodes, notes };
}
