import { describe, expect, it } from 'vitest';
import { sampleDefinition, sampleTypes } from '#ui/canvas/sample-flow.ts';
import { NOTHING } from '#ui/canvas/store.ts';
import { nodeViews, noteViews } from '#ui/canvas/view.ts';
import { placesOf, reconcile, selectionAfter } from './boxes.ts';

const views = () => [...noteViews(sampleDefinition), ...nodeViews(sampleDefinition, sampleTypes, 'fr')];

describe('boxes of the canvas', () => {
  it('keep what was measured, and stay the same object while nothing about them changes', () => {
    const first = reconcile([], views(), NOTHING).map((box) => ({ ...box, measured: { width: 240, height: 88 } }));
    const again = reconcile(first, views(), NOTHING);
    expect(again.every((box, index) => box === first[index])).toBe(true);
    const picked = reconcile(first, views(), { ...NOTHING, nodes: ['entries'] });
    const entries = picked.find((box) => box.id === 'entries');
    expect(entries).toMatchObject({ selected: true, measured: { width: 240, height: 88 } });
    expect(picked.filter((box, index) => box !== first[index])).toHaveLength(1);
  });

  it('go back to their place in the document when a drag was not kept', () => {
    const dragged = reconcile([], views(), NOTHING).map((box) => ({ ...box, position: { x: 999, y: 999 } }));
    expect(reconcile(dragged, views(), NOTHING).find((box) => box.id === 'entries')?.position).toEqual({
      x: 320,
      y: 0,
    });
  });

  it('tell nodes from notes when picked and when moved', () => {
    const next = selectionAfter(NOTHING, [
      { type: 'select', id: 'entries', selected: true },
      { type: 'select', id: 'note:note', selected: true },
    ]);
    expect(next).toEqual({ nodes: ['entries'], notes: ['note'], edges: [] });
    const at = { x: 16.2, y: 32 };
    expect(
      placesOf([
        { id: 'note:note', position: at },
        { id: 'entries', position: at },
      ]),
    ).toEqual({
      nodes: { entries: { x: 16, y: 32 } },
      notes: { note: { x: 16, y: 32 } },
    });
  });
});
