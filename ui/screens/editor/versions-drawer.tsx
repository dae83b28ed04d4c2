import { Badge, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { VersionInfo } from '#schemas/api/flows.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { versionTexts } from './texts.ts';
import { VersionView } from './version-view.tsx';

/** All published versions, newest first; one of them can be looked at, compared and restored. */
export function VersionsDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(versionTexts);
  const { flow } = useEditor();
  const [viewed, setViewed] = useState<number | null>(null);
  const versions = [...flow.versions].sort((a, b) => b.number - a.number);
  return (
    <Drawer
      opened
      onClose={onClose}
      size={viewed === null ? 'md' : '80%'}
      title={viewed === null ? t('title') : t('version', { number: viewed })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {viewed !== null ? (
        <VersionView number={viewed} onBack={() => setViewed(null)} onRestored={onClose} />
      ) : (
        <Stack gap={0}>
          {versions.length === 0 && <Text c="dimmed">{t('none')}</Text>}
          {versions.map((version) => (
            <VersionRow
              key={version.number}
              version={version}
              isCurrent={version.number === flow.publishedVersion}
              onView={() => setViewed(version.number)}
            />
          ))}
        </Stack>
      )}
    </Drawer>
  );
}

interface RowProps {
  readonly version: VersionInfo;
  readonly isCurrent: boolean;
  readonly onView: () => void;
}

function VersionRow({ version, isCurrent, onView }: RowProps) {
  const t = useTexts(versionTexts);
  const format = useFormat();
  const { number, note, publishedAt, publishedBy } = version;
  return (
    <Group justify="space-between" wrap="nowrap" py="sm" style={{ borderBottom: '1px solid var(--line)' }}>
      <div>
        <Group gap="xs">
          <Text fw={600}>{t('version', { number })}</Text>
          {isCurrent && (
            <Badge variant="light" tt="none">
              {t('current')}
            </Badge>
          )}
        </Group>
        <Text size="sm" {...(note ? {} : { c: 'dimmed', fs: 'italic' })}>
          {note || t('noNote')}
        </Text>
        <Text size="xs" c="dimmed">
          {format.instant(publishedAt)} {publishedBy && t('by', { name: publishedBy })}
        </Text>
      </div>
      <Button variant="default" size="xs" onClick={onView}>
        {t('view', { number })}
      </Button>
    </Group>
  );
}
