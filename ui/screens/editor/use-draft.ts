import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Flow } from '#schemas/api/flows.ts';
import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';
import { ApiProblem } from '#ui/api/problem.ts';
import { queryKey } from '#ui/api/queries.ts';
import type { CanvasDocument } from '#ui/canvas/document.ts';
import type { CanvasStore } from '#ui/canvas/store.ts';
import { useCanvasState } from './editor-context.ts';

export type SaveState = 'saved' | 'dirty' | 'saving' | 'failed' | 'conflict';

export interface Draft {
  readonly state: SaveState;
  readonly error: unknown;
  /** Revision of the draft on the server that the document is based on. */
  readonly revision: () => number;
  /** Saves now what is not saved; false when that did not work. */
  readonly save: () => Promise<boolean>;
  /** Takes over what the server answered; with `document`, the canvas starts over from its draft. */
  readonly adopt: (flow: Flow, options?: { document: boolean }) => void;
}

const WAIT_MS = 800;
const RETRY_MS = 5000;

export function documentOf(flow: Flow): CanvasDocument {
  return { definition: flow.draft, bindings: flow.bindings };
}

/** Saves the draft by itself shortly after an edit, one save at a time, each based on the revision it knows. */
export function useDraft(flow: Flow, store: CanvasStore, isEnabled: boolean): Draft {
  const client = useQueryClient();
  const present = useCanvasState(store, (state) => state.history.present);
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<unknown>(null);
  const revision = useRef(flow.draftRevision);
  const saved = useRef(present);
  /** What a refused save tried to save: the same again would be refused again. */
  const refused = useRef<CanvasDocument | null>(null);
  const running = useRef<Promise<boolean> | null>(null);

  const remember = useCallback(
    (answer: Flow) => {
      revision.current = answer.draftRevision;
      client.setQueryData(queryKey('getFlow', { params: { id: answer.id } }), answer);
    },
    [client],
  );

  const send = useCallback(async (): Promise<boolean> => {
    const document = store.getState().history.present;
    if (document === saved.current) return true;
    setState('saving');
    try {
      remember(await saveDocument(flow.id, document, revision.current));
      saved.current = document;
      setError(null);
      setState(store.getState().history.present === document ? 'saved' : 'dirty');
      return true;
    } catch (problem) {
      const status = problem instanceof ApiProblem ? problem.status : 0;
      refused.current = status >= 400 && status < 500 ? document : null;
      setError(problem);
      setState(status === 409 ? 'conflict' : 'failed');
      return false;
    }
  }, [flow.id, remember, store]);

  const save = useCallback(async (): Promise<boolean> => {
    // Two saves under way at once would both name the same revision, and the second be refused.
    while (running.current) await running.current;
    running.current = send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [send]);

  useEffect(() => {
    if (present === saved.current) {
      // An edit that was taken back at once leaves nothing to save.
      if (state === 'dirty') setState('saved');
      return;
    }
    if (!isEnabled || state === 'conflict' || state === 'saving') return;
    if (state === 'failed' && refused.current === present) return;
    if (state === 'saved') setState('dirty');
    const timer = setTimeout(() => void save(), state === 'failed' ? RETRY_MS : WAIT_MS);
    return () => clearTimeout(timer);
  }, [isEnabled, present, state, save]);

  useLeaveGuard(store, saved, save);

  const adopt = useCallback(
    (answer: Flow, options: { document: boolean } = { document: false }) => {
      remember(answer);
      if (!options.document) return;
      const document = documentOf(answer);
      saved.current = document;
      store.replace(document);
      setError(null);
      setState('saved');
    },
    [remember, store],
  );

  const currentRevision = useCallback(() => revision.current, []);
  return useMemo(
    () => ({ state, error, revision: currentRevision, save, adopt }),
    [state, error, currentRevision, save, adopt],
  );
}

/** Saves, and carries a new name over to the flow itself: lists show the flow's name, not its draft's. */
async function saveDocument(id: string, { definition, bindings }: CanvasDocument, revision: number): Promise<Flow> {
  const params = { id };
  const answer = await call(endpoints.saveDraft, {
    params,
    body: { definition, bindings: { ...bindings }, revision },
  });
  if (answer.name === definition.name) return answer;
  return call(endpoints.renameFlow, { params, body: { name: definition.name } });
}

/** Asks before a page with unsaved changes is closed, and saves them when another screen is opened. */
function useLeaveGuard(
  store: CanvasStore,
  saved: { readonly current: CanvasDocument },
  save: () => Promise<boolean>,
): void {
  useEffect(() => {
    const isDirty = () => store.getState().history.present !== saved.current;
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      if (isDirty()) void save();
    };
  }, [store, saved, save]);
}
