import { ActionIcon, Menu } from '@mantine/core';
import {
  IconBolt,
  IconCopy,
  IconDots,
  IconDownload,
  IconHistory,
  IconPencil,
  IconSitemap,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { FlowSummary } from '#schemas/api/flows.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { MenuItemLink } from '#ui/components/links.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { DeleteFlowDialog } from './delete-flow-dialog.tsx';
import { RenameFlowDialog } from './rename-flow-dialog.tsx';
import { flowsTexts } from './texts.ts';

export function FlowMenu({ flow }: { flow: FlowSummary }) {
  const t = useTexts(flowsTexts);
  const toasts = useToasts();
  const canEdit = useCanEdit();
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null);
  const create = useApiMutation('createFlow', ['flows']);

  const duplicate = () =>
    create.mutate(
      { body: { name: t('copyName', { name: flow.name }).slice(0, 120), copyOf: flow.id } },
      {
        onSuccess: ({ name }) => toasts.done(t('duplicated', { name })),
        onError: (error) => toasts.failed(t('actionFailed'), error),
      },
    );

  return (
    <>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('actionsOf', { name: flow.name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuItemLink to="/flows/$id" params={{ id: flow.id }} leftSection={<IconSitemap size={16} aria-hidden />}>
            {t('open')}
          </MenuItemLink>
          <MenuItemLink
            to="/flows/$id/automation"
            params={{ id: flow.id }}
            leftSection={<IconBolt size={16} aria-hidden />}
          >
            {t('automation')}
          </MenuItemLink>
          <MenuItemLink to="/runs" search={{ flow: flow.id }} leftSection={<IconHistory size={16} aria-hidden />}>
            {t('runs')}
          </MenuItemLink>
          <Menu.Item
            component="a"
            href={`/api/flows/${flow.id}/export`}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('export')}
          </Menu.Item>
          {canEdit && (
            <>
              <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={duplicate}>
                {t('duplicate')}
              </Menu.Item>
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialog('rename')}>
                {t('rename')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => setDialog('delete')}
              >
                {t('delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'rename' && <RenameFlowDialog flow={flow} onClose={() => setDialog(null)} />}
      {dialog === 'delete' && <DeleteFlowDialog flow={flow} onClose={() => setDialog(null)} />}
    </>
  );
}
