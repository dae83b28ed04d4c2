import { createContext, use, useSyncExternalStore } from 'react';
import type { Connection } from '#schemas/api/connections.ts';
import type { Flow } from '#schemas/api/flows.ts';
import type { NodeTypes } from '#ui/canvas/connect.ts';
import type { CanvasState, CanvasStore } from '#ui/canvas/store.ts';
import type { Draft } from './use-draft.ts';

/** What the editor was opened for: a node, and the path of one of its settings. */
export interface Aim {
  readonly node?: string;
  readonly setting?: string;
}

/** What every part of the editor works with. */
export interface EditorTools {
  readonly store: CanvasStore;
  /** The flow as the server last gave it: problems, versions. The document being edited stands in the store. */
  readonly flow: Flow;
  readonly draft: Draft;
  readonly types: NodeTypes;
  readonly connections: readonly Connection[];
  readonly canEdit: boolean;
  readonly aim: Aim;
  /** Adds a node of a type; where it is not said, beside the selected one. */
  readonly addNode: (type: string, at?: { x: number; y: number }) => void;
}

export const EditorContext = createContext<EditorTools | null>(null);

export function useEditor(): EditorTools {
  const tools = use(EditorContext);
  if (!tools) throw new Error('useEditor is for components inside the editor');
  return tools;
}

/** Part of the canvas state; give a selector that picks, and makes nothing new. */
export function useCanvasState<Value>(store: CanvasStore, select: (state: CanvasState) => Value): Value {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
