import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconPencil } from '@tabler/icons-react';
import type { MappingSummary } from '#schemas/api/mappings.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ArchiveDialog } from './archive-dialog.tsx';
import { NewMappingDialog } from './new-mapping-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { listTexts } from './texts.ts';

/** What can be done with a set of tables as a whole. */
export function MappingMenu({ mapping }: { readonly mapping: MappingSummary }) {
  const t = useTexts(listTexts);
  const toasts = useToasts();
  const { id, name, archivedAt } = mapping;
  const [isRenaming, rename] = useDisclosure(false);
  const [isCopying, copy] = useDisclosure(false);
  const [isArchiving, archive] = useDisclosure(false);
  const unarchive = useApiMutation('unarchiveMapping', ['mappings']);
  if (!useCanEdit()) return null;
  const bringBack = () =>
    unarchive.mutate(
      { params: { id } },
      {
        onSuccess: () => toasts.done(t('unarchiveDone', { name })),
        onError: (error) => toasts.failed(t('unarchiveFailed'), error),
      },
    );
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('actions', { name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {archivedAt === null && (
            <>
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={rename.open}>
                {t('rename')}
              </Menu.Item>
              <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={copy.open}>
                {t('copy')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={archive.open}>
                {t('archive')}
              </Menu.Item>
            </>
          )}
          {archivedAt !== null && (
            <Menu.Item leftSection={<IconArchiveOff size={16} aria-hidden />} onClick={bringBack}>
              {t('unarchive')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isRenaming && <RenameDialog mapping={mapping} onClose={rename.close} />}
      {isCopying && <NewMappingDialog copyOf={mapping} onClose={copy.close} />}
      {isArchiving && <ArchiveDialog mapping={mapping} onClose={archive.close} />}
    </>
  );
}
