import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor } from './editor-context.ts';
import { editorTexts } from './editor-texts.ts';
import { isDirty } from './sheet/editor-state.ts';

/** Asks before unsaved tables are left, whether for another screen or by closing the page. */
export function LeaveGuard({ onSave }: { readonly onSave: () => Promise<boolean> }) {
  const t = useTexts(editorTexts);
  const { store, mapping } = useMappingEditor();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isDirty(store.getState()),
    enableBeforeUnload: () => isDirty(store.getState()),
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Modal opened onClose={blocker.reset} title={t('leaveTitle')}>
      <Stack>
        <Text size="sm">{t('leaveText', { name: mapping.name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={blocker.reset} data-autofocus>
            {t('stay')}
          </Button>
          <Button variant="default" color="red" onClick={blocker.proceed}>
            {t('leave')}
          </Button>
          <Button
            onClick={() => {
              void onSave().then((isSaved) => (isSaved ? blocker.proceed() : blocker.reset()));
            }}
          >
            {t('saveAndLeave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
