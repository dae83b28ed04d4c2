import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { GRID } from '#ui/canvas/document.ts';
import { cutOut, fitInto, parseFragment } from '#ui/canvas/fragment.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { isTyping } from './key-target.ts';
import { editorTexts } from './texts.ts';

/** Copy, cut and paste of nodes and notes as text: within a flow, between flows, or into a file and back. */
export function useClipboard(): void {
  const { store, canEdit } = useEditor();
  const t = useTexts(editorTexts);
  const pastes = useRef(0);

  useEffect(() => {
    function write(event: ClipboardEvent): boolean {
      const { history, selection } = store.getState();
      const isNothing = selection.nodes.length + selection.notes.length === 0;
      if (isTyping(event.target) || isNothing || !event.clipboardData) return false;
      if (!(window.getSelection()?.isCollapsed ?? true)) return false;
      const piece = cutOut(history.present.definition, selection.nodes, selection.notes);
      event.clipboardData.setData('text/plain', JSON.stringify(piece, null, 2));
      event.preventDefault();
      pastes.current = 0;
      return true;
    }
    function copy(event: ClipboardEvent) {
      const count = store.getState().selection.nodes.length;
      if (write(event)) notifications.show({ message: t('copied', { count }), autoClose: 2000 });
    }
    function cut(event: ClipboardEvent) {
      const { selection } = store.getState();
      if (canEdit && write(event)) store.run({ kind: 'remove', ...selection });
    }
    function paste(event: ClipboardEvent) {
      if (!canEdit || isTyping(event.target)) return;
      const piece = parseFragment(event.clipboardData?.getData('text/plain') ?? '');
      if (!piece) return;
      event.preventDefault();
      pastes.current += 1;
      const shift = pastes.current * GRID * 2;
      const fitted = fitInto(store.getState().history.present, piece, { x: shift, y: shift });
      store.run({ kind: 'insert', fragment: fitted });
      store.select({ nodes: Object.keys(fitted.nodes), notes: fitted.notes.map((note) => note.id) });
    }
    window.addEventListener('copy', copy);
    window.addEventListener('cut', cut);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('copy', copy);
      window.removeEventListener('cut', cut);
      window.removeEventListener('paste', paste);
    };
  }, [store, canEdit, t]);
}
