import { Button, Group, Pill, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileInvoice, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Run } from '#schemas/api/runs.ts';
import { OUTCOMES } from '#schemas/outcome.ts';
import { useRenderMessage } from '#ui/api/catalogue.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { componentTexts } from '#ui/components/texts.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { DocumentDrawer } from './document-drawer.tsx';
import { DocumentsTable } from './documents-table.tsx';
import { documentTexts } from './texts.ts';
import type { DocumentFilter } from './use-run-documents.ts';
import { useRunDocuments } from './use-run-documents.ts';

interface Props {
  readonly run: Run;
  readonly filter: DocumentFilter;
  readonly onFilter: (filter: DocumentFilter) => void;
}

/** The source documents of a run, each with what became of it and why. */
export function DocumentsTab({ run, filter, onFilter }: Props) {
  const t = useTexts(documentTexts);
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 300);
  const [opened, setOpened] = useState<string | null>(null);
  const documents = useRunDocuments(run.id, filter, settled);
  const isFiltered = settled !== '' || filter.outcome !== null;
  return (
    <Stack gap="sm">
      <Filters filter={filter} onFilter={onFilter} search={search} onSearch={setSearch} />
      {documents.isPending && <Skeleton h={260} />}
      {documents.isError && <ErrorState error={documents.error} onRetry={() => documents.refetch()} />}
      {documents.isSuccess && documents.items.length === 0 && isFiltered && <Text c="dimmed">{t('noMatch')}</Text>}
      {documents.isSuccess && documents.items.length === 0 && !isFiltered && (
        <EmptyState icon={IconFileInvoice} title={t('emptyTitle')} text={t('emptyText')} />
      )}
      {documents.items.length > 0 && <DocumentsTable documents={documents.items} onOpen={setOpened} />}
      <More documents={documents} />
      <DocumentDrawer run={run.id} document={opened} onClose={() => setOpened(null)} />
    </Stack>
  );
}

interface FiltersProps {
  readonly filter: DocumentFilter;
  readonly onFilter: (filter: DocumentFilter) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

function Filters({ filter, onFilter, search, onSearch }: FiltersProps) {
  const t = useTexts(documentTexts);
  const names = useTexts(componentTexts);
  const render = useRenderMessage();
  return (
    <Group gap="sm">
      <TextInput
        flex="1 1 220px"
        maw={420}
        aria-label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <Select
        w={220}
        aria-label={t('outcome')}
        placeholder={t('allOutcomes')}
        clearable
        data={OUTCOMES.map((outcome) => ({ value: outcome, label: names(`outcome_${outcome}`) }))}
        value={filter.outcome}
        onChange={(value) => onFilter({ outcome: OUTCOMES.find((outcome) => outcome === value) ?? null, cause: null })}
      />
      {filter.cause && (
        <Pill
          size="md"
          withRemoveButton
          removeButtonProps={{ 'aria-label': t('clearCause') }}
          onRemove={() => onFilter({ ...filter, cause: null })}
          maw={420}
        >
          {render(filter.cause.message).text}
        </Pill>
      )}
    </Group>
  );
}

function More({ documents }: { readonly documents: ReturnType<typeof useRunDocuments> }) {
  const t = useTexts(documentTexts);
  const format = useFormat();
  if (documents.items.length === 0) return null;
  const total = documents.total ?? documents.items.length;
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed" role="status">
        {t('shown', { shown: format.count(documents.items.length), total: format.count(total) })}
      </Text>
      {documents.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={documents.isFetchingNextPage}
          onClick={() => void documents.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Group>
  );
}
