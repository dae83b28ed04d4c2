import { ActionIcon, Badge, Button, Group, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowsLeftRight, IconDots, IconDownload } from '@tabler/icons-react';
import type { VersionInfo } from '#schemas/api/flows.ts';
import { MenuItemLink } from '#ui/components/links.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { RollBackDialog } from './versions-roll-back.tsx';
import { versionTexts } from './versions-texts.ts';

interface Props {
  readonly version: VersionInfo;
  /** How many runs used it; null while that is not known. */
  readonly runs: { readonly count: number; readonly isComplete: boolean } | null;
  readonly onView: (number: number) => void;
}

/** One published version: what it is about, who made it, how much it ran, and what one can do with it. */
export function VersionRow({ version, runs, onView }: Props) {
  const t = useTexts(versionTexts);
  const format = useFormat();
  const { flow } = useEditor();
  const { number, note, publishedAt, publishedBy, sameAs } = version;
  const isCurrent = number === flow.publishedVersion;
  const facts = [
    format.instant(publishedAt),
    publishedBy ? t('by', { name: publishedBy }) : null,
    runs ? t(runs.isComplete ? 'runs' : 'ofLatest', { count: runs.count }) : null,
    sameAs === null ? null : t('sameAs', { number: sameAs }),
  ];
  return (
    <Group justify="space-between" wrap="nowrap" py="sm" style={{ borderBottom: '1px solid var(--line)' }}>
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text fw={600}>{t('version', { number })}</Text>
          {isCurrent && (
            <Badge variant="light" tt="none">
              {t('current')}
            </Badge>
          )}
        </Group>
        <Text size="sm" {...(note ? {} : { c: 'dimmed', fs: 'italic' })} style={{ overflowWrap: 'anywhere' }}>
          {note || t('noNote')}
        </Text>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        <Button variant="default" size="xs" onClick={() => onView(number)}>
          {t('view', { number })}
        </Button>
        <VersionMenu number={number} isCurrent={isCurrent} />
      </Group>
    </Group>
  );
}

function VersionMenu({ number, isCurrent }: { readonly number: number; readonly isCurrent: boolean }) {
  const t = useTexts(versionTexts);
  const { flow, canEdit } = useEditor();
  const [isAsking, ask] = useDisclosure(false);
  const compare = <IconArrowsLeftRight size={16} aria-hidden />;
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('actions', { number })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuItemLink
            to="/flows/$id/compare"
            params={{ id: flow.id }}
            search={{ before: number, after: 'draft' }}
            leftSection={compare}
          >
            {t('compareDraft')}
          </MenuItemLink>
          {!isCurrent && (
            <MenuItemLink
              to="/flows/$id/compare"
              params={{ id: flow.id }}
              search={{ before: number, after: flow.publishedVersion ?? 'draft' }}
              leftSection={compare}
            >
              {t('compareCurrent')}
            </MenuItemLink>
          )}
          <Menu.Item
            component="a"
            href={`/api/flows/${flow.id}/export?version=${number}`}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('export')}
          </Menu.Item>
          {canEdit && !isCurrent && (
            <Menu.Item leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={ask.open}>
              {t('rollBack')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isAsking && <RollBackDialog number={number} onClose={ask.close} />}
    </>
  );
}
