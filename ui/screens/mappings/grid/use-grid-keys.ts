import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import type { MappingStore } from '../sheet/editor-store.ts';
import { commandOf, type KeyCommand } from '../sheet/key-command.ts';

interface Actions {
  readonly store: MappingStore;
  /** Brings the chosen cell into view. */
  readonly reveal: () => void;
  readonly showHelp: () => void;
  readonly find: () => void;
  readonly onPasted: (pasted: { added: number; left: number }) => void;
}

function run(command: KeyCommand, { store, showHelp, find }: Actions): void {
  const acts: { readonly [Kind in KeyCommand['kind']]: (command: KeyCommand & { kind: Kind }) => void } = {
    step: ({ direction, isFar, extend }) => store.step(direction, isFar, extend),
    page: ({ by, extend }) => store.page(by, extend),
    edge: ({ end, isFar, extend }) => store.toEdge(end, isFar, extend),
    next: ({ by }) => store.toNext(by),
    edit: ({ text }) => store.startEditing(text),
    clear: store.clear,
    fill: store.fillDown,
    all: store.selectAll,
    tick: store.tickChosen,
    undo: store.undo,
    redo: store.redo,
    add: store.addRow,
    remove: store.removeRows,
    help: showHelp,
    find,
    escape: () => undefined,
  };
  // Each command meets the act of its own kind; the compiler cannot see that through the look-up.
  const act = acts[command.kind] as (command: KeyCommand) => void;
  act(command);
}

/** Keys and clipboard of the grid itself; what is typed into a filter or a cell is none of its business. */
export function useGridKeys(actions: Actions) {
  /** After Escape the next Tab leaves the grid: nobody is caught in it. */
  const isLeaving = useRef(false);

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const command = commandOf(event);
    const mayLeave = isLeaving.current;
    if (event.key !== 'Shift') isLeaving.current = command?.kind === 'escape';
    if (!command || (command.kind === 'next' && mayLeave)) return;
    event.preventDefault();
    run(command, actions);
    actions.reveal();
  }

  function onCopy(event: ClipboardEvent) {
    if (event.target !== event.currentTarget) return;
    event.clipboardData.setData('text/plain', actions.store.copy());
    event.preventDefault();
  }

  return {
    onKeyDown,
    onCopy,
    onCut: (event: ClipboardEvent) => {
      onCopy(event);
      if (event.defaultPrevented) actions.store.clear();
    },
    onPaste: (event: ClipboardEvent) => {
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      actions.onPasted(actions.store.paste(event.clipboardData.getData('text/plain')));
      actions.reveal();
    },
  };
}
