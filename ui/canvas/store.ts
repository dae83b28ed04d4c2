import type { Command } from './commands.ts';
import { type CanvasDocument, edgeId } from './document.ts';
import { type History, perform, redo, seal, startHistory, undo } from './history.ts';

export interface Selection {
  readonly nodes: readonly string[];
  readonly notes: readonly string[];
  /** Edge ids. */
  readonly edges: readonly string[];
}
export const NOTHING: Selection = { nodes: [], notes: [], edges: [] };

export interface CanvasState {
  readonly history: History;
  readonly selection: Selection;
}

export interface CanvasStore {
  readonly getState: () => CanvasState;
  readonly subscribe: (listener: () => void) => () => void;
  /** The one way to edit. Commands in a row with the same key are one step back. */
  readonly run: (command: Command, mergeKey?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (selection: Partial<Selection>) => void;
  /** Starts over with another document: a version restored, somebody else's draft. Forgets the way back. */
  readonly replace: (document: CanvasDocument) => void;
}

function existing(selection: Selection, { definition }: CanvasDocument): Selection {
  const edges = new Set(definition.edges.map(edgeId));
  const notes = new Set(definition.layout.notes.map((note) => note.id));
  return {
    nodes: selection.nodes.filter((id) => id in definition.nodes),
    notes: selection.notes.filter((id) => notes.has(id)),
    edges: selection.edges.filter((id) => edges.has(id)),
  };
}

/** Holds a document with its history and what is selected, outside any framework. */
export function createCanvasStore(document: CanvasDocument): CanvasStore {
  let state: CanvasState = { history: startHistory(document), selection: NOTHING };
  const listeners = new Set<() => void>();

  function change(history: History, selection: Selection = state.selection): void {
    if (history === state.history && selection === state.selection) return;
    const isSameDocument = history.present === state.history.present && selection === state.selection;
    state = { history, selection: isSameDocument ? selection : existing(selection, history.present) };
    for (const listener of listeners) listener();
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: (command, mergeKey) => change(perform(state.history, command, mergeKey ?? null)),
    undo: () => change(undo(state.history)),
    redo: () => change(redo(state.history)),
    select: (selection) => change(seal(state.history), { ...NOTHING, ...selection }),
    replace: (next) => change(startHistory(next)),
  };
}
