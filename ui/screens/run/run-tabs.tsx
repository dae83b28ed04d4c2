import { Badge, Tabs } from '@mantine/core';
import type { Run } from '#schemas/api/runs.ts';
import { isFinished } from '#schemas/outcome.ts';
import { RunEntries } from '#ui/components/entries-table/run-entries.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { BooksComparison } from '#ui/screens/books-comparison/books-comparison.tsx';
import { DocumentsTab } from './documents-tab.tsx';
import { FilesTab } from './files-tab.tsx';
import { LogsTab } from './logs-tab.tsx';
import { runTexts } from './texts.ts';
import type { DocumentFilter } from './use-run-documents.ts';

interface Props {
  readonly run: Run;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  readonly filter: DocumentFilter;
  readonly onFilter: (filter: DocumentFilter) => void;
}

/** Before anything is booked: of a dry run, and of one that waits for a person. */
function hasComparison({ mode, status }: Run): boolean {
  return (mode === 'dry' && isFinished(status)) || status === 'in-review';
}

export function RunTabs({ run, tab, onTab, filter, onFilter }: Props) {
  const t = useTexts(runTexts);
  return (
    <Tabs id="run-tabs" value={tab} onChange={(value) => onTab(value ?? 'documents')} keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="documents">{t('tabDocuments')}</Tabs.Tab>
        <Tabs.Tab value="entries">{t('tabEntries')}</Tabs.Tab>
        {hasComparison(run) && <Tabs.Tab value="books">{t('tabBooks')}</Tabs.Tab>}
        <Tabs.Tab value="logs">{t('tabLogs')}</Tabs.Tab>
        <Tabs.Tab
          value="files"
          rightSection={
            run.files.length > 0 ? (
              <Badge size="xs" circle>
                {run.files.length}
              </Badge>
            ) : null
          }
        >
          {t('tabFiles')}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="documents">
        <DocumentsTab run={run} filter={filter} onFilter={onFilter} />
      </Tabs.Panel>
      <Tabs.Panel value="entries">
        <RunEntries run={run.id} />
      </Tabs.Panel>
      {hasComparison(run) && (
        <Tabs.Panel value="books">
          <BooksComparison run={run.id} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="logs">
        <LogsTab run={run} />
      </Tabs.Panel>
      <Tabs.Panel value="files">
        <FilesTab run={run} />
      </Tabs.Panel>
    </Tabs>
  );
}
