import { Button, FileButton, Group, Menu, Modal } from '@mantine/core';
import { IconChevronDown, IconFileImport, IconPlus, IconSitemap, IconTemplate } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useApiMutation } from '#ui/api/queries.ts';
import { MenuItemLink } from '#ui/components/links.tsx';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { flowsTexts } from './texts.ts';

/** Ways to a new flow. The server reads an imported file and says everything that is wrong with it. */
export function NewFlowMenu({ isPrimary }: { isPrimary: boolean }) {
  const t = useTexts(flowsTexts);
  const navigate = useNavigate();
  const toasts = useToasts();
  const openPicker = useRef<HTMLButtonElement>(null);
  const create = useApiMutation('createFlow', ['flows']);
  const importing = useApiMutation('importFlow', ['flows']);

  const open = (id: string) => navigate({ to: '/flows/$id', params: { id } });
  const createEmpty = () =>
    create.mutate(
      { body: { name: t('emptyFlowName') } },
      { onSuccess: ({ id }) => open(id), onError: (error) => toasts.failed(t('actionFailed'), error) },
    );
  const importFile = async (file: File | null) => {
    if (!file) return;
    importing.mutate(
      { body: { text: await file.text() } },
      {
        onSuccess: ({ id, name }) => {
          toasts.done(t('imported', { name }));
          return open(id);
        },
      },
    );
  };

  return (
    <Group gap="xs">
      <Modal
        opened={importing.isError}
        onClose={importing.reset}
        title={t('importFailed')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <ProblemAlert error={importing.error} />
      </Modal>
      <FileButton accept="application/json,.json" onChange={importFile}>
        {({ onClick }) => <button type="button" hidden ref={openPicker} onClick={onClick} />}
      </FileButton>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button
            variant={isPrimary ? 'filled' : 'default'}
            leftSection={<IconPlus size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            loading={create.isPending || importing.isPending}
          >
            {t('newFlow')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuItemLink to="/templates" leftSection={<IconTemplate size={16} aria-hidden />}>
            {t('fromTemplate')}
          </MenuItemLink>
          <Menu.Item leftSection={<IconSitemap size={16} aria-hidden />} onClick={createEmpty}>
            {t('emptyFlow')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => openPicker.current?.click()}>
            {t('importFlow')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
