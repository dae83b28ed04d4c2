import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { NODE_WIDTH, positionOf } from '#ui/canvas/document.ts';
import { useEditor } from './editor-context.ts';

/** Moves the canvas so that a node stands in the middle, without changing the zoom much. */
export function useReveal(): (node: string) => void {
  const { store } = useEditor();
  const { setCenter, getZoom } = useReactFlow();
  const isStill = useReducedMotion();
  return useCallback(
    (node) => {
      const { x, y } = positionOf(store.getState().history.present.definition, node);
      const zoom = Math.min(Math.max(getZoom(), 0.6), 1.2);
      void setCenter(x + NODE_WIDTH / 2, y + 40, { zoom, duration: isStill ? 0 : 200 });
    },
    [store, setCenter, getZoom, isStill],
  );
}
