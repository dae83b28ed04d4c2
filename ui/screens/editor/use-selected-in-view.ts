import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { NODE_WIDTH, positionOf } from '#ui/canvas/document.ts';
import { useEditor } from './editor-context.ts';
import { shiftIntoView } from './shift-into-view.ts';

/** Room that a node's box takes from its corner; a tall one may stick out below, its title does not. */
const BOX = { width: NODE_WIDTH, height: 96 };

/**
 * Keeps the selected node in view when the canvas changes its size: the inspector, which opens beside it, must not
 * cover what it is about.
 */
export function useSelectedInView(canvas: RefObject<HTMLElement | null>): void {
  const { store } = useEditor();
  const { getViewport, setViewport } = useReactFlow();
  const isStill = useReducedMotion();
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const { selection, history } = store.getState();
      const [node] = selection.nodes;
      if (node === undefined || selection.nodes.length > 1) return;
      const corner = positionOf(history.present.definition, node);
      const size = { width: element.clientWidth, height: element.clientHeight };
      const before = getViewport();
      const after = shiftIntoView(before, { ...corner, ...BOX }, size);
      if (after !== before) void setViewport(after, { duration: isStill ? 0 : 200 });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas, store, getViewport, setViewport, isStill]);
}
