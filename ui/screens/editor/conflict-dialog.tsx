import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { editorTexts } from './texts.ts';

/** Shown when somebody saved a newer draft: nobody's work is overwritten without a choice. */
export function ConflictDialog() {
  const t = useTexts(editorTexts);
  const toasts = useToasts();
  const navigate = useNavigate();
  const { store, flow, draft } = useEditor();
  const [isBusy, setBusy] = useState(false);

  async function attempt(work: () => Promise<void>) {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toasts.failed(t('copyFailed'), error);
    } finally {
      setBusy(false);
    }
  }
  const loadTheirs = () =>
    attempt(async () => draft.adopt(await call(endpoints.getFlow, { params: { id: flow.id } }), { document: true }));
  const keepCopy = () =>
    attempt(async () => {
      const { definition, bindings } = store.getState().history.present;
      const name = t('copyName', { name: definition.name }).slice(0, 120);
      const mine = { ...definition, name };
      const copy = await call(endpoints.createFlow, { body: { name, definition: mine } });
      await call(endpoints.saveDraft, {
        params: { id: copy.id },
        body: { definition: mine, bindings: { ...bindings }, revision: copy.draftRevision },
      });
      // The draft here is given up on purpose, so that leaving does not try to save it over the newer one.
      draft.adopt(await call(endpoints.getFlow, { params: { id: flow.id } }), { document: true });
      toasts.done(t('copyKept', { name }));
      await navigate({ to: '/flows/$id', params: { id: copy.id } });
    });

  return (
    <Modal
      opened={draft.state === 'conflict'}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('conflictTitle')}
    >
      <Stack>
        <Text size="sm">{t('conflictText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" loading={isBusy} onClick={loadTheirs}>
            {t('loadTheirs')}
          </Button>
          <Button loading={isBusy} onClick={keepCopy}>
            {t('keepCopy')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
