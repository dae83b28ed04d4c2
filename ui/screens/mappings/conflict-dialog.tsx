import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor } from './editor-context.ts';
import { editorTexts } from './editor-texts.ts';
import type { Saving } from './use-save.ts';

/** Who saved in the meantime, and what is to become of one's own work: nobody's is lost without a choice. */
export function ConflictDialog({ saving }: { readonly saving: Saving }) {
  const t = useTexts(editorTexts);
  const format = useFormat();
  const { store } = useMappingEditor();
  const { conflict } = saving;
  return (
    <Modal opened={conflict !== null} onClose={saving.forget} title={t('conflictTitle')} size="lg">
      {conflict && (
        <Stack>
          <Text fw={550}>
            {t('conflictBy', {
              name: conflict.updatedBy ?? t('somebody'),
              revision: conflict.revision,
              ago: format.ago(conflict.updatedAt),
              own: store.getState().revision,
            })}
          </Text>
          <Text size="sm">{t('conflictText')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={saving.forget} data-autofocus>
              {t('goOn')}
            </Button>
            <Button variant="default" onClick={saving.loadTheirs}>
              {t('loadTheirs')}
            </Button>
            <Button color="red" onClick={() => void saving.overwrite()}>
              {t('overwrite')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
