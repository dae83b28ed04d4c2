import { Box, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Hold, HoldCause } from '#schemas/api/holds.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { DocumentDrawer } from '#ui/screens/run/document-drawer.tsx';
import { DocumentTable } from './document-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { holdListTexts, holdTexts } from './texts.ts';
import { type HoldFilter, useHolds } from './use-holds.ts';

interface Props {
  readonly cause: HoldCause;
  readonly filter: HoldFilter;
  readonly onStarted: (runs: readonly string[]) => void;
}

/** The documents of one cause: searched, opened, and a few of them tried again or left out. */
export function CauseDocuments({ cause, filter, onStarted }: Props) {
  const t = useTexts(holdListTexts);
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 300);
  const [opened, setOpened] = useState<Hold | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const holds = useHolds(cause.id, filter, settled);
  const chosen = holds.items.filter(({ document }) => selected.has(document));
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <TextInput
          flex="1 1 220px"
          maw={420}
          size="xs"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          leftSection={<IconSearch size={15} aria-hidden />}
          maxLength={100}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SelectionBar
          chosen={chosen}
          flows={cause.flows}
          isDismissed={filter.state === 'dismissed'}
          onStarted={onStarted}
          onClear={() => setSelected(new Set())}
        />
      </Group>
      {holds.isPending && <Skeleton h={120} />}
      {holds.isError && <ErrorState error={holds.error} onRetry={() => holds.refetch()} />}
      {holds.isSuccess && holds.items.length === 0 && <Text c="dimmed">{t('noMatch')}</Text>}
      {holds.items.length > 0 && (
        <Box>
          <DocumentTable holds={holds.items} selected={selected} onSelect={setSelected} onOpen={setOpened} />
        </Box>
      )}
      <More holds={holds} />
      <DocumentDrawer run={opened?.run ?? ''} document={opened?.document ?? null} onClose={() => setOpened(null)} />
    </Stack>
  );
}

function More({ holds }: { readonly holds: ReturnType<typeof useHolds> }) {
  const t = useTexts(holdTexts);
  const format = useFormat();
  if (!holds.hasNextPage) return null;
  const total = holds.total ?? holds.items.length;
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed" role="status">
        {t('shown', { shown: format.count(holds.items.length), total: format.count(total) })}
      </Text>
      <Button variant="default" size="xs" loading={holds.isFetchingNextPage} onClick={() => void holds.fetchNextPage()}>
        {t('more')}
      </Button>
    </Group>
  );
}
