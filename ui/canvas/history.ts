import { applyCommand, type Command } from './commands.ts';
import type { CanvasDocument } from './document.ts';

export const HISTORY_LIMIT = 200;

interface Step {
  readonly before: CanvasDocument;
  /** Commands in a row with the same key are one step: a word typed, a box nudged. Null stands alone. */
  readonly mergeKey: string | null;
}

/** The document, the way back and the way forth. */
export interface History {
  readonly present: CanvasDocument;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export function startHistory(document: CanvasDocument): History {
  return { present: document, past: [], future: [] };
}

/** Applies a command and remembers the way back; a command that changes nothing leaves no step. */
export function perform(history: History, command: Command, mergeKey: string | null = null): History {
  const present = applyCommand(history.present, command);
  if (present === history.present) return history;
  const merges = mergeKey !== null && history.past.at(-1)?.mergeKey === mergeKey && history.future.length === 0;
  const past = merges ? history.past : [...history.past, { before: history.present, mergeKey }].slice(-HISTORY_LIMIT);
  return { present, past, future: [] };
}

/** Ends a row of merged commands: the next one is a step of its own. */
export function seal(history: History): History {
  const last = history.past.at(-1);
  if (!last || last.mergeKey === null) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, mergeKey: null }] };
}

export function undo(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  const next = { before: history.present, mergeKey: null };
  return { present: last.before, past: history.past.slice(0, -1), future: [...history.future, next] };
}

export function redo(history: History): History {
  const next = history.future.at(-1);
  if (!next) return history;
  const step = { before: history.present, mergeKey: null };
  return { present: next.before, past: [...history.past, step], future: history.future.slice(0, -1) };
}
