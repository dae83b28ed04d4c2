import { Drawer, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VersionUse } from '#schemas/api/flows.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { VersionView } from './version-view.tsx';
import { DraftRow } from './versions-draft-row.tsx';
import { VersionsHistory } from './versions-history.tsx';
import { VersionRow } from './versions-row.tsx';
import { versionTexts } from './versions-texts.ts';

/** The draft, all published versions and what happened to the flow; one version can be looked at. */
export function VersionsDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(versionTexts);
  const [viewed, setViewed] = useState<number | null>(null);
  return (
    <Drawer
      opened
      onClose={onClose}
      size={viewed === null ? 'lg' : '80%'}
      title={viewed === null ? t('title') : t('version', { number: viewed })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {viewed !== null ? (
        <VersionView number={viewed} onBack={() => setViewed(null)} onRestored={onClose} />
      ) : (
        <Tabs defaultValue="versions" keepMounted={false}>
          <Tabs.List mb="sm">
            <Tabs.Tab value="versions">{t('tabVersions')}</Tabs.Tab>
            <Tabs.Tab value="history">{t('tabHistory')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="versions">
            <VersionList onView={setViewed} onClose={onClose} />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <VersionsHistory />
          </Tabs.Panel>
        </Tabs>
      )}
    </Drawer>
  );
}

interface ListProps {
  readonly onView: (number: number) => void;
  readonly onClose: () => void;
}

function VersionList({ onView, onClose }: ListProps) {
  const t = useTexts(versionTexts);
  const { flow } = useEditor();
  const use = useQuery(apiQuery('getVersionUse', { params: { id: flow.id } })).data;
  const versions = [...flow.versions].sort((a, b) => b.number - a.number);
  return (
    <Stack gap={0}>
      <DraftRow onDiscarded={onClose} />
      {versions.length === 0 && <Text c="dimmed">{t('none')}</Text>}
      {versions.map((version) => (
        <VersionRow key={version.number} version={version} runs={runsOf(use, version.number)} onView={onView} />
      ))}
    </Stack>
  );
}

/** Null until they are counted. */
function runsOf(use: VersionUse | undefined, number: number) {
  if (!use) return null;
  const count = use.versions.find((one) => one.number === number)?.runs ?? 0;
  return { count, isComplete: use.isComplete };
}
