import type { Direction } from './selection.ts';

/** What a key asks of the grid. */
export type KeyCommand =
  | { readonly kind: 'step'; readonly direction: Direction; readonly isFar: boolean; readonly extend: boolean }
  | { readonly kind: 'page'; readonly by: 1 | -1; readonly extend: boolean }
  /** The ends of a row; with Ctrl those of the table. */
  | { readonly kind: 'edge'; readonly end: 'first' | 'last'; readonly isFar: boolean; readonly extend: boolean }
  | { readonly kind: 'next'; readonly by: 1 | -1 }
  /** With a text, what was typed replaces the cell's; without, the cell's own text is changed. */
  | { readonly kind: 'edit'; readonly text: string | null }
  | {
      readonly kind:
        | 'clear'
        | 'fill'
        | 'all'
        | 'tick'
        | 'undo'
        | 'redo'
        | 'help'
        | 'find'
        | 'escape'
        | 'add'
        | 'remove';
    };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const WITH_CTRL: Readonly<Record<string, KeyCommand['kind'] & ('all' | 'fill' | 'undo' | 'redo' | 'find')>> = {
  a: 'all',
  d: 'fill',
  y: 'redo',
  z: 'undo',
  f: 'find',
};

function commanded({ key, shiftKey }: Key): KeyCommand | null {
  if (key === 'Enter') return { kind: 'add' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'remove' };
  const kind = WITH_CTRL[key.toLowerCase()];
  if (kind === undefined) return null;
  return { kind: kind === 'undo' && shiftKey ? 'redo' : kind };
}

function plain({ key, shiftKey }: Key): KeyCommand | null {
  if (key === 'Tab') return { kind: 'next', by: shiftKey ? -1 : 1 };
  if (key === 'PageUp' || key === 'PageDown')
    return { kind: 'page', by: key === 'PageDown' ? 1 : -1, extend: shiftKey };
  if (key === 'Enter' || key === 'F2') return { kind: 'edit', text: null };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  if (key === 'Escape') return { kind: 'escape' };
  if (key === ' ') return { kind: 'tick' };
  if (key === '?') return { kind: 'help' };
  return [...key].length === 1 ? { kind: 'edit', text: key } : null;
}

/** What a key means while no cell is typed into; null for keys that the grid leaves alone. Ctrl and ⌘ are one. */
export function commandOf(key: Key): KeyCommand | null {
  const isCommand = key.ctrlKey || key.metaKey;
  const direction = ARROWS[key.key];
  const extend = key.shiftKey;
  if (key.altKey) return null;
  if (direction) return { kind: 'step', direction, isFar: isCommand, extend };
  if (key.key === 'Home' || key.key === 'End') {
    return { kind: 'edge', end: key.key === 'Home' ? 'first' : 'last', isFar: isCommand, extend };
  }
  return isCommand ? commanded(key) : plain(key);
}
