import { Badge, Button, Group, Title } from '@mantine/core';
import { IconArrowLeft, IconDeviceFloppy, IconHelp, IconHistory, IconPencil } from '@tabler/icons-react';
import { ButtonLink } from '#ui/components/links.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor, useWholeState } from './editor-context.ts';
import { editorTexts } from './editor-texts.ts';
import { isDirty } from './sheet/editor-state.ts';
import type { Saving } from './use-save.ts';

interface Props {
  readonly saving: Saving;
  readonly onHelp: () => void;
  readonly onHistory: () => void;
}

/** The name of the tables, whether they are saved, and what concerns all of them. */
export function EditorHeader({ saving, onHelp, onHistory }: Props) {
  const t = useTexts(editorTexts);
  const { mapping, canEdit } = useMappingEditor();
  const state = useWholeState();
  const isChanged = isDirty(state);
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="sm" miw={0}>
        <ButtonLink
          to="/mappings"
          variant="subtle"
          size="compact-sm"
          px={6}
          aria-label={t('back')}
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {t('tables')}
        </ButtonLink>
        <Title order={1} fz="xl" style={{ overflowWrap: 'anywhere' }}>
          {mapping.name}
        </Title>
        {canEdit ? (
          <Badge
            variant="light"
            color={isChanged ? 'orange' : 'gray'}
            tt="none"
            role="status"
            leftSection={isChanged ? <IconPencil size={11} aria-hidden /> : undefined}
          >
            {isChanged ? t('unsaved') : t('savedAs', { revision: state.revision })}
          </Badge>
        ) : (
          <Badge variant="light" color="gray" tt="none">
            {t('readOnly')}
          </Badge>
        )}
      </Group>
      <Group gap={6}>
        <Button size="xs" variant="subtle" leftSection={<IconHelp size={16} aria-hidden />} onClick={onHelp}>
          {t('help')}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconHistory size={16} aria-hidden />} onClick={onHistory}>
          {t('history')}
        </Button>
        {canEdit && (
          <Button
            size="xs"
            disabled={!isChanged}
            loading={saving.isBusy}
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            onClick={() => void saving.save()}
          >
            {t('save')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
