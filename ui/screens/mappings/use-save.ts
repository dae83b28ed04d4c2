import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { endpoints } from '#schemas/api/index.ts';
import type { MappingDetail } from '#schemas/api/mappings.ts';
import { call } from '#ui/api/client.ts';
import { ApiProblem } from '#ui/api/problem.ts';
import { queryKey } from '#ui/api/queries.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { editorTexts } from './editor-texts.ts';
import { rulesOf } from './sheet/book.ts';
import { isDirty } from './sheet/editor-state.ts';
import type { MappingStore } from './sheet/editor-store.ts';

export interface Saving {
  readonly isBusy: boolean;
  /** Why the last save was refused; null when it was not. */
  readonly error: unknown;
  /** What is on the server instead, when somebody saved in the meantime. */
  readonly conflict: MappingDetail | null;
  /** Saves what is not saved; false when that did not work. */
  readonly save: () => Promise<boolean>;
  readonly forget: () => void;
  /** Starts over with what is on the server. */
  readonly loadTheirs: () => void;
  /** Saves over what somebody else saved. */
  readonly overwrite: () => Promise<boolean>;
}

/** Saves the tables whole, based on the revision that they were opened from; one save at a time. */
export function useSave(id: string, store: MappingStore): Saving {
  const t = useTexts(editorTexts);
  const client = useQueryClient();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<MappingDetail | null>(null);
  const running = useRef(false);

  const refuse = useCallback(
    async (problem: unknown) => {
      if (problem instanceof ApiProblem && problem.status === 409) {
        const theirs = await call(endpoints.getMapping, { params: { id } });
        if (theirs.archivedAt === null) return setConflict(theirs);
      }
      setError(problem);
    },
    [id],
  );

  const save = useCallback(async (): Promise<boolean> => {
    const { history, revision, isReadOnly } = store.getState();
    if (isReadOnly || running.current) return false;
    if (!isDirty(store.getState())) return true;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      const body = { revision, rules: rulesOf(history.book) };
      const answer = await call(endpoints.saveMapping, { params: { id }, body });
      store.markSaved(history.book, answer.revision);
      client.setQueryData(queryKey('getMapping', { params: { id } }), answer);
      await client.invalidateQueries({ queryKey: ['mappings', 'listMappings'] });
      await client.invalidateQueries({ queryKey: ['mappings', 'listMappingRevisions'] });
      toasts.done(t('saved', { revision: answer.revision }), t('savedText'));
      return true;
    } catch (problem) {
      await refuse(problem).catch(setError);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, [id, store, client, toasts, t, refuse]);

  return {
    isBusy,
    error,
    conflict,
    save,
    forget: () => {
      setError(null);
      setConflict(null);
    },
    loadTheirs: () => {
      if (!conflict) return;
      store.load(conflict.ruleRows, conflict.revision);
      client.setQueryData(queryKey('getMapping', { params: { id } }), conflict);
      setConflict(null);
    },
    overwrite: async () => {
      if (conflict) store.basedOn(conflict.revision);
      setConflict(null);
      return save();
    },
  };
}
