import type { Sql } from '../db/database.ts';

const CHANNEL = 'passerelle_run';

/** Tells, within this process, that a run has changed in the database, whichever process changed it. */
export interface RunEvents {
  /** Calls `changed` after every change of the run, until the returned function is called. */
  readonly watch: (runId: string, changed: () => void) => Promise<() => void>;
  /** How many are watching. */
  readonly watchers: () => number;
  /** Fires when the process is about to end: whoever watches stops. */
  readonly closing: AbortSignal;
  readonly close: () => Promise<void>;
}

/** Listens with one connection however many people watch; it is opened when the first one does. */
export function createRunEvents(sql: Sql): RunEvents {
  const watchers = new Map<string, Set<() => void>>();
  const end = new AbortController();
  let listening: Promise<{ unlisten: () => Promise<void> }> | null = null;

  const announce = (runId: string) => {
    for (const changed of watchers.get(runId) ?? []) changed();
  };
  // After a broken connection, notifications may have been missed: everybody looks again.
  const announceAll = () => {
    for (const runId of watchers.keys()) announce(runId);
  };
  const listen = () => {
    listening ??= sql.listen(CHANNEL, announce, announceAll);
    listening.catch(() => {
      listening = null;
    });
    return listening;
  };
  const watch = async (runId: string, changed: () => void) => {
    await listen();
    const own = watchers.get(runId) ?? new Set();
    watchers.set(runId, own.add(changed));
    return () => {
      own.delete(changed);
      if (own.size === 0 && watchers.get(runId) === own) watchers.delete(runId);
    };
  };
  const close = async () => {
    end.abort();
    announceAll();
    watchers.clear();
    await (await listening)?.unlisten();
    listening = null;
  };
  const count = () => [...watchers.values()].reduce((total, own) => total + own.size, 0);
  return { watch, watchers: count, closing: end.signal, close };
}
