import { Button, Group, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudUp, IconEye } from '@tabler/icons-react';
import { useRenderMessage } from '#ui/api/catalogue.ts';
import { detailOf } from '#ui/api/problem.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { editorTexts } from './texts.ts';

/** Says whether the draft is saved; when saving failed, why, and a click tries again. */
export function SaveMark() {
  const t = useTexts(editorTexts);
  const render = useRenderMessage();
  const { draft, canEdit } = useEditor();
  if (!canEdit) return <Mark icon={IconEye} text={t('readOnly')} />;
  if (draft.state === 'failed') {
    return (
      <Tooltip label={render(detailOf(draft.error)).text}>
        <Button
          variant="light"
          color="red"
          size="compact-sm"
          leftSection={<IconAlertTriangle size={14} aria-hidden />}
          onClick={() => void draft.save()}
        >
          {t('saveFailed')}
        </Button>
      </Tooltip>
    );
  }
  const state = draft.state === 'conflict' ? 'dirty' : draft.state;
  return <Mark icon={state === 'saved' ? IconCheck : IconCloudUp} text={t(state)} />;
}

function Mark({ icon: Icon, text }: { readonly icon: typeof IconCheck; readonly text: string }) {
  return (
    <Group gap={4} wrap="nowrap" c="dimmed" role="status">
      <Icon size={15} aria-hidden />
      <Text size="sm">{text}</Text>
    </Group>
  );
}
