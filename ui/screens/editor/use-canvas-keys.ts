import { useEffect } from 'react';
import { edgeId, GRID, type Point } from '#ui/canvas/document.ts';
import { type Direction, neighbour, readingOrder } from '#ui/canvas/neighbours.ts';
import type { CanvasStore } from '#ui/canvas/store.ts';
import { aim, beginConnecting, type ConnectMode } from './connect-mode.ts';
import { useEditor } from './editor-context.ts';
import { isOnCanvas, isTyping } from './key-target.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** Keys that buttons, tabs and lists use as well: the canvas takes them only when it has the focus. */
const SHARED_KEYS = new Set([...Object.keys(ARROWS), 'Enter', ' ', 'Escape']);
const BIG_STEP = 5;

interface Actions {
  readonly connecting: ConnectMode | null;
  readonly setConnecting: (mode: ConnectMode | null) => void;
  readonly join: (source: string, target: string) => boolean;
  readonly showShortcuts: () => void;
  /** Brings a node into view. */
  readonly reveal: (node: string) => void;
}

/** All keys of the canvas. Keys typed into a field or a dialog are left alone, except the one that saves. */
export function useCanvasKeys(actions: Actions): void {
  const { store, types, draft, canEdit } = useEditor();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isCommand = event.ctrlKey || event.metaKey;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (isCommand && key === 's') {
        event.preventDefault();
        if (canEdit) void draft.save();
        return;
      }
      if (isTyping(event.target)) return;
      const isHandled = isCommand
        ? onCommandKey(key, event.shiftKey)
        : (isOnCanvas(event.target) || !SHARED_KEYS.has(key)) && onPlainKey(key, event);
      if (isHandled) event.preventDefault();
    }

    function onCommandKey(key: string, isShift: boolean): boolean {
      if (key === 'a') selectAll(store);
      else if (!canEdit) return false;
      else if (key === 'y' || (key === 'z' && isShift)) store.redo();
      else if (key === 'z') store.undo();
      else return false;
      return true;
    }

    function onPlainKey(key: string, event: KeyboardEvent): boolean {
      const { history, selection } = store.getState();
      const { definition } = history.present;
      const direction = ARROWS[key];
      if (key === '?') actions.showShortcuts();
      else if (actions.connecting) return onConnectKey(key, direction, actions.connecting);
      else if (direction && (event.altKey || selection.nodes.length + selection.notes.length === 0)) {
        walk(direction);
      } else if (key === 'Escape') store.select({});
      else if (key === 'Enter' || key === ' ') return selectFocused(event.target);
      else if (!canEdit) return false;
      else if (direction) nudge(store, direction, event.shiftKey ? BIG_STEP : 1);
      else if (key === 'Delete' || key === 'Backspace') store.run({ kind: 'remove', ...selection });
      else if (key === 'c' && selection.nodes.length === 1) {
        const [source] = selection.nodes;
        if (source) actions.setConnecting(beginConnecting(definition, types, source));
      } else return false;
      return true;
    }

    function onConnectKey(key: string, direction: Direction | undefined, mode: ConnectMode): boolean {
      if (direction) {
        const next = aim(store.getState().history.present.definition, mode, direction);
        actions.setConnecting(next);
        actions.reveal(next.target);
      } else if (key === 'Enter') {
        if (actions.join(mode.source, mode.target)) actions.setConnecting(null);
      } else if (key === 'Escape') actions.setConnecting(null);
      else return false;
      return true;
    }

    function walk(direction: Direction) {
      const { history, selection } = store.getState();
      const [from] = selection.nodes;
      const { definition } = history.present;
      const next = from ? neighbour(definition, from, direction) : readingOrder(definition)[0];
      if (!next) return;
      store.select({ nodes: [next] });
      actions.reveal(next);
    }

    function selectFocused(target: EventTarget | null): boolean {
      const box = target instanceof Element ? target.closest('.react-flow__node') : null;
      const id = box?.getAttribute('data-id');
      if (!id) return false;
      store.select(id.startsWith('note:') ? { notes: [id.slice(5)] } : { nodes: [id] });
      return true;
    }

    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, types, draft, canEdit, actions]);
}

function selectAll(store: CanvasStore): void {
  const { definition } = store.getState().history.present;
  store.select({
    nodes: Object.keys(definition.nodes),
    notes: definition.layout.notes.map((note) => note.id),
    edges: definition.edges.map(edgeId),
  });
}

/** Moves what is selected by grid steps; presses in a row are one step back. */
function nudge(store: CanvasStore, direction: Direction, steps: number): void {
  const { history, selection } = store.getState();
  const { layout } = history.present.definition;
  const length = GRID * steps;
  const dx = direction === 'left' ? -length : direction === 'right' ? length : 0;
  const dy = direction === 'up' ? -length : direction === 'down' ? length : 0;
  const shift = ({ x, y }: Point) => ({ x: x + dx, y: y + dy });
  const nodes = selection.nodes.map((id) => [id, shift(layout.nodes[id] ?? { x: 0, y: 0 })] as const);
  const notes = layout.notes.filter((note) => selection.notes.includes(note.id));
  store.run(
    {
      kind: 'move',
      nodes: Object.fromEntries(nodes),
      notes: Object.fromEntries(notes.map((note) => [note.id, shift(note)])),
    },
    `nudge ${[...selection.nodes, ...selection.notes].join(' ')}`,
  );
}
