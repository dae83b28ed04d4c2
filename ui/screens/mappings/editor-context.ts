import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { MappingDetail } from '#schemas/api/mappings.ts';
import type { EditorState } from './sheet/editor-state.ts';
import type { MappingStore } from './sheet/editor-store.ts';

interface MappingEditor {
  readonly store: MappingStore;
  readonly mapping: Pick<MappingDetail, 'id' | 'name'>;
  readonly canEdit: boolean;
}

export const MappingEditorContext = createContext<MappingEditor | null>(null);

export function useMappingEditor(): MappingEditor {
  const editor = useContext(MappingEditorContext);
  if (!editor) throw new Error('this stands outside the editor of a mapping');
  return editor;
}

export function useEditorState<Part>(select: (state: EditorState) => Part): Part {
  const { store } = useMappingEditor();
  const read = useCallback(() => select(store.getState()), [store, select]);
  return useSyncExternalStore(store.subscribe, read);
}

const whole = (state: EditorState) => state;

/** All that is edited, drawn anew with each change. */
export function useWholeState(): EditorState {
  return useEditorState(whole);
}
