import { Alert, Anchor, Drawer, Group, Skeleton, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '#ui/api/queries.ts';
import { Trace } from '#ui/components/entries-table/trace-drawer.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { MessageText } from '#ui/components/message-text.tsx';
import { OutcomeBadge } from '#ui/components/outcome-badges.tsx';
import { linesByPart, type TracedLine } from '#ui/components/source-document/trace.ts';
import { useDocumentTitle } from '#ui/components/source-document/use-document-title.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { DocumentBody } from './document-body.tsx';
import { EntrySheet } from './entry-sheet.tsx';
import { LogLineView } from './log-line.tsx';
import { RemovedNote, SourceNote } from './source-note.tsx';
import { documentTexts, removedTexts } from './texts.ts';

interface Props {
  readonly run: string;
  /** Id of the document; null while none is open. */
  readonly document: string | null;
  readonly onClose: () => void;
}

/** One document: as it was read, the entries made of it, and its log. */
export function DocumentDrawer({ run, document, onClose }: Props) {
  const t = useTexts(documentTexts);
  return (
    <Drawer
      opened={document !== null}
      onClose={onClose}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
      title={t('document')}
    >
      {document && <Content run={run} document={document} />}
    </Drawer>
  );
}

function Content({ run, document: id }: { readonly run: string; readonly document: string }) {
  const t = useTexts(documentTexts);
  const removed = useTexts(removedTexts);
  const titleOf = useDocumentTitle();
  const [traced, setTraced] = useState<TracedLine | null>(null);
  const query = useQuery(apiQuery('getRunDocument', { params: { id: run, document: id } }));
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <Skeleton h={320} />;
  const { document, body, source, entries, entryIds, logs, logRemovedAfterDays: logDays } = query.data;
  if (traced) return <Trace run={run} start={traced} onLeave={() => setTraced(null)} />;
  const made = entries.map((entry, index) => ({ entry, documentId: entryIds[index] ?? '' }));
  return (
    <Stack>
      <Group gap="sm">
        <Title order={2}>{titleOf(document, body)}</Title>
        <OutcomeBadge outcome={document.outcome} />
        {document.url && (
          <Anchor href={document.url} target="_blank" rel="noreferrer" size="sm">
            {t('openSource')} <IconExternalLink size={13} aria-hidden />
          </Anchor>
        )}
      </Group>
      {document.reason && (
        <Alert color={document.outcome === 'failed' ? 'red' : document.outcome === 'held' ? 'orange' : 'gray'}>
          <MessageText message={document.reason} />
        </Alert>
      )}
      <Tabs defaultValue="body" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="body">{t('asRead')}</Tabs.Tab>
          <Tabs.Tab value="entries">{t('entries')}</Tabs.Tab>
          <Tabs.Tab value="log">{t('log')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="body">
          <SourceNote run={run} document={id} source={source} />
          {(source.state === 'whole' || source.state === 'none') && (
            <DocumentBody body={body} linesOf={linesByPart(id, null, made)} highlight={null} onLine={setTraced} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="entries">
          {entries.length === 0 && <Text c="dimmed">{t('noEntries')}</Text>}
          <Stack gap="lg">
            {entries.map((entry) => (
              <EntrySheet key={entry.id} entry={entry} />
            ))}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="log">
          {logDays !== null && <RemovedNote text={removed('documentLog', { days: logDays })} />}
          {logDays === null && logs.length === 0 && <Text c="dimmed">{t('noLog')}</Text>}
          <Stack gap="sm">
            {logs.map((line) => (
              <LogLineView key={line.id} line={line} stepTitle={line.node} />
            ))}
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
