import { type NodeProps, NodeResizer } from '@xyflow/react';
import { createContext, memo, use, useState } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { canvasTexts } from './texts.ts';
import type { NoteView } from './view.ts';

export interface NoteActions {
  readonly write: (note: string, text: string) => void;
  readonly resize: (note: string, width: number, height: number) => void;
}

/** How notes are changed; null on a picture that is only looked at. */
export const NoteActionsContext = createContext<NoteActions | null>(null);

/** A note on the canvas: it explains, and changes nothing in what the flow does. */
export const NoteBox = memo(function NoteBox({ id, data, selected }: NodeProps<NoteView>) {
  const t = useTexts(canvasTexts);
  const actions = use(NoteActionsContext);
  const [isEditing, setEditing] = useState(false);
  const note = id.replace('note:', '');
  return (
    <>
      {actions && (
        <NodeResizer
          isVisible={selected ?? false}
          minWidth={120}
          minHeight={64}
          onResizeEnd={(_, { width, height }) => actions.resize(note, Math.round(width), Math.round(height))}
        />
      )}
      <section
        className={selected ? 'canvas-note canvas-note-selected' : 'canvas-note'}
        aria-label={t('note')}
        data-testid={`note-${note}`}
        onDoubleClick={() => setEditing(actions !== null)}
      >
        {isEditing ? (
          <textarea
            className="nodrag nowheel"
            aria-label={t('note')}
            ref={(area) => area?.focus()}
            defaultValue={data.text}
            maxLength={2000}
            onBlur={(event) => {
              setEditing(false);
              actions?.write(note, event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
          />
        ) : (
          <p>{data.text || t('emptyNote')}</p>
        )}
      </section>
    </>
  );
});
