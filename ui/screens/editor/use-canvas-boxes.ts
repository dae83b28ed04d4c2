import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { type BoxView, edgeViews, nodeViews, noteViews, type Overlay } from '#ui/canvas/view.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { reconcile, selectionAfter } from './boxes.ts';
import type { ConnectMode } from './connect-mode.ts';
import { useCanvasState, useEditor } from './editor-context.ts';

/** Boxes and lines of the canvas, made of the document; picks go to the store, drags stay here until they end. */
export function useCanvasBoxes(connecting: ConnectMode | null) {
  const { store, types, flow, connections } = useEditor();
  const language = useLanguage();
  const { definition, bindings } = useCanvasState(store, (state) => state.history.present);
  const selection = useCanvasState(store, (state) => state.selection);
  const [boxes, setBoxes] = useState<BoxView[]>([]);

  const overlay = useMemo<Overlay>(() => {
    const problems = new Map<string, number>();
    for (const { node } of flow.problems) if (node) problems.set(node, (problems.get(node) ?? 0) + 1);
    const names = new Map(connections.map(({ id, name }) => [id, name]));
    const bound = Object.entries(bindings).map(([slot, id]) => [slot, names.get(id)] as const);
    return { problems, connectionNames: new Map(bound.flatMap(([slot, name]) => (name ? [[slot, name]] : []))) };
  }, [flow.problems, connections, bindings]);

  const views = useMemo<BoxView[]>(() => {
    const nodes = nodeViews(definition, types, language, overlay).map((view) => {
      const aim = view.id === connecting?.source ? 'source' : view.id === connecting?.target ? 'target' : undefined;
      return aim ? { ...view, data: { ...view.data, aim } as const } : view;
    });
    return [...noteViews(definition), ...nodes];
  }, [definition, types, language, overlay, connecting]);

  useLayoutEffect(() => setBoxes((before) => reconcile(before, views, selection)), [views, selection]);

  const edges = useMemo(
    () => edgeViews(definition, types).map((edge) => ({ ...edge, selected: selection.edges.includes(edge.id) })),
    [definition, types, selection.edges],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<BoxView>[]) => {
      const next = selectionAfter(store.getState().selection, changes);
      if (next) store.select(next);
      const own = changes.filter((change) => change.type === 'dimensions' || change.type === 'position');
      if (own.length > 0) setBoxes((before) => applyNodeChanges(own, before));
    },
    [store],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange[]) => {
      const picks = changes.filter((change) => change.type === 'select');
      if (picks.length === 0) return;
      const now = store.getState().selection;
      const edgeIds = new Set(now.edges);
      for (const { id, selected } of picks) {
        if (selected) edgeIds.add(id);
        else edgeIds.delete(id);
      }
      store.select({ ...now, edges: [...edgeIds] });
    },
    [store],
  );
  return { boxes, edges, onNodesChange, onEdgesChange };
}
