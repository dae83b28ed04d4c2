import { Button, FileButton, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconFileImport, IconPlus, IconSitemap, IconTemplate } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { flowDefinitionSchema } from '#schemas/flow.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { MenuItemLink } from '#ui/components/links.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { flowsTexts } from './texts.ts';

async function readFlow(file: File) {
  const text = await file.text();
  try {
    return flowDefinitionSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Ways to a new flow. Importing checks the file's form here, and everything else on the server. */
export function NewFlowMenu({ isPrimary }: { isPrimary: boolean }) {
  const t = useTexts(flowsTexts);
  const navigate = useNavigate();
  const toasts = useToasts();
  const openPicker = useRef<HTMLButtonElement>(null);
  const create = useApiMutation('createFlow', ['flows']);

  const open = (id: string) => navigate({ to: '/flows/$id', params: { id } });
  const createEmpty = () =>
    create.mutate(
      { body: { name: t('emptyFlowName') } },
      { onSuccess: ({ id }) => open(id), onError: (error) => toasts.failed(t('actionFailed'), error) },
    );
  const importFile = async (file: File | null) => {
    if (!file) return;
    const definition = await readFlow(file);
    if (!definition) {
      toasts.failed(t('importFailed'), new Error(t('notAFlow')));
      return;
    }
    create.mutate(
      { body: { name: definition.name, definition } },
      {
        onSuccess: ({ id, name }) => {
          toasts.done(t('imported', { name }));
          return open(id);
        },
        onError: (error) => toasts.failed(t('importFailed'), error),
      },
    );
  };

  return (
    <Group gap="xs">
      <FileButton accept="application/json,.json" onChange={importFile}>
        {({ onClick }) => <button type="button" hidden ref={openPicker} onClick={onClick} />}
      </FileButton>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button
            variant={isPrimary ? 'filled' : 'default'}
            leftSection={<IconPlus size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            loading={create.isPending}
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
