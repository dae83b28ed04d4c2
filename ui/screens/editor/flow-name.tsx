import { TextInput, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useCanvasState, useEditor } from './editor-context.ts';
import { editorTexts } from './texts.ts';

/** The flow's name; a click makes it a field, Enter or leaving keeps it, Escape gives the old one back. */
export function FlowName() {
  const t = useTexts(editorTexts);
  const { store, canEdit } = useEditor();
  const name = useCanvasState(store, (state) => state.history.present.definition.name);
  const [isEditing, setEditing] = useState(false);
  if (!isEditing || !canEdit) {
    const title = (
      <Title order={1} fz="md" lineClamp={1}>
        {name}
      </Title>
    );
    if (!canEdit) return <div className="editor-name">{title}</div>;
    return (
      <Tooltip label={t('rename')}>
        <UnstyledButton className="editor-name" onClick={() => setEditing(true)}>
          {title}
        </UnstyledButton>
      </Tooltip>
    );
  }
  return (
    <TextInput
      className="editor-name"
      aria-label={t('flowName')}
      defaultValue={name}
      maxLength={120}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => {
        store.run({ kind: 'rename', name: event.currentTarget.value });
        setEditing(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = name;
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
