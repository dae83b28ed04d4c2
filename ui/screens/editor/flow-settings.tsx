import { Stack, Text, Textarea, Title } from '@mantine/core';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useCanvasState, useEditor } from './editor-context.ts';
import { FlowLimits } from './flow-limits.tsx';
import { editorTexts } from './texts.ts';

/** Shown while nothing is selected: what concerns the flow as a whole. */
export function FlowSettings() {
  const t = useTexts(editorTexts);
  const { store, canEdit } = useEditor();
  const { description, zone } = useCanvasState(store, (state) => state.history.present.definition);
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} fz="md">
          {t('flowSettings')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('pickNode')}
        </Text>
      </div>
      <Textarea
        label={t('description')}
        description={t('descriptionHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        autosize
        minRows={3}
        maxLength={2000}
        readOnly={!canEdit}
        value={description}
        onChange={(event) => store.run({ kind: 'describe', description: event.currentTarget.value }, 'describe')}
      />
      <Text size="sm">
        <Text span c="dimmed">
          {t('zone')}
        </Text>{' '}
        {zone}
      </Text>
      <FlowLimits />
    </Stack>
  );
}
