import { notifications } from '@mantine/notifications';
import type { Connection, FinalConnectionState } from '@xyflow/react';
import { useCallback } from 'react';
import type { Edge } from '#schemas/flow.ts';
import { joinNodes, type Refusal, refusalOf } from '#ui/canvas/connect.ts';
import { refusalText } from '#ui/canvas/refusal-texts.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { NOTE_PREFIX } from './boxes.ts';
import { useEditor } from './editor-context.ts';
import { editorTexts } from './texts.ts';

type Ends = Pick<Connection, 'source' | 'target'> & {
  readonly sourceHandle?: string | null | undefined;
  readonly targetHandle?: string | null | undefined;
};

function edgeOf({ source, sourceHandle, target, targetHandle }: Ends): Edge {
  return { from: { node: source, port: sourceHandle ?? '' }, to: { node: target, port: targetHandle ?? '' } };
}

/** Draws edges, by mouse or by name; what cannot be joined is refused with the reason in the reader's language. */
export function useJoining() {
  const { store, types } = useEditor();
  const language = useLanguage();
  const t = useTexts(editorTexts);

  const refuse = useCallback(
    (refusal: Refusal) =>
      notifications.show({
        color: 'orange',
        title: t('refusedTitle'),
        message: refusalText(refusal, language),
        autoClose: 8000,
      }),
    [t, language],
  );

  const isValid = useCallback(
    (ends: Ends) => refusalOf(store.getState().history.present.definition, types, edgeOf(ends)) === null,
    [store, types],
  );
  const onConnect = useCallback((ends: Connection) => store.run({ kind: 'connect', edge: edgeOf(ends) }), [store]);

  const join = useCallback(
    (source: string, target: string): boolean => {
      const result = joinNodes(store.getState().history.present.definition, types, source, target);
      if ('edge' in result) store.run({ kind: 'connect', edge: result.edge });
      else refuse(result.refusal);
      return 'edge' in result;
    },
    [store, types, refuse],
  );

  /** A line let go: on a port that does not fit it says why, on a box it looks for the port itself. */
  const onConnectEnd = useCallback(
    (_: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { fromNode, fromHandle, toNode, toHandle } = state;
      if (state.isValid || !fromNode || !fromHandle || !toNode || toNode.id.startsWith(NOTE_PREFIX)) return;
      const isForward = fromHandle.type === 'source';
      const [source, target] = isForward ? [fromNode.id, toNode.id] : [toNode.id, fromNode.id];
      if (!toHandle || toHandle.type === fromHandle.type) {
        join(source, target);
        return;
      }
      const [sourceHandle, targetHandle] = isForward ? [fromHandle.id, toHandle.id] : [toHandle.id, fromHandle.id];
      const edge = edgeOf({ source, sourceHandle: sourceHandle ?? null, target, targetHandle: targetHandle ?? null });
      const refusal = refusalOf(store.getState().history.present.definition, types, edge);
      if (refusal) refuse(refusal);
    },
    [store, types, join, refuse],
  );
  return { isValid, onConnect, onConnectEnd, join };
}
