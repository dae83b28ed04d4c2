import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBook2, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useIsOwner } from '#ui/api/session.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { PostingFilters } from './posting-filters.tsx';
import { filterOf, type PostingSearch } from './posting-search.ts';
import { PostingSums } from './posting-sums.tsx';
import { PostingTable } from './posting-table.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { postingTexts } from './texts.ts';
import { usePostings } from './use-postings.ts';

interface Props {
  readonly search: PostingSearch;
  readonly onChange: Parameters<typeof PostingFilters>[0]['onChange'];
  readonly onClear: () => void;
}

/** What was booked, with filters; owners can tick postings and reset them. */
export function PostingList({ search, onChange, onClear }: Props) {
  const t = useTexts(postingTexts);
  const isOwner = useIsOwner();
  const [selected, setSelected] = useState<ReadonlyMap<string, string>>(new Map());
  const [isResetting, setResetting] = useState(false);
  const select = (id: string, flow: string | null) => {
    const next = new Map(selected);
    if (flow === null) next.delete(id);
    else next.set(id, flow);
    setSelected(next);
  };
  return (
    <Stack>
      <PostingFilters search={search} onChange={onChange} />
      <Group justify="space-between">
        <PostingSums search={search} />
        {isOwner && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconRestore size={15} aria-hidden />}
            onClick={() => setResetting(true)}
          >
            {selected.size === 0 ? t('reset') : t('resetSelected', { count: selected.size })}
          </Button>
        )}
      </Group>
      <Found
        search={search}
        onOpen={(posting) => onChange({ posting })}
        onClear={onClear}
        selected={selected}
        onSelect={isOwner ? select : undefined}
      />
      {isResetting && (
        <ResetDialog
          selected={selected}
          flow={search.flow ?? null}
          onClose={() => setResetting(false)}
          onDone={() => setSelected(new Map())}
        />
      )}
    </Stack>
  );
}

interface FoundProps extends Pick<Props, 'search' | 'onClear'> {
  readonly onOpen: (id: string) => void;
  readonly selected: ReadonlyMap<string, string>;
  readonly onSelect: ((id: string, flow: string | null) => void) | undefined;
}

function Found({ search, onOpen, onClear, selected, onSelect }: FoundProps) {
  const t = useTexts(postingTexts);
  const postings = usePostings(search);
  if (postings.isPending) return <PageSkeleton />;
  if (postings.isError) return <ErrorState error={postings.error} onRetry={postings.refetch} />;
  const items = postings.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Nothing isFiltered={Object.keys(filterOf(search)).length > 0} onClear={onClear} />;
  const flowOf = new Map(items.map(({ id, flow }) => [id, flow.id]));
  const toggle = (id: string, isSelected: boolean) => onSelect?.(id, isSelected ? (flowOf.get(id) ?? null) : null);
  return (
    <>
      <PostingTable
        postings={items}
        onOpen={onOpen}
        {...(onSelect ? { selection: new Set(selected.keys()), onSelect: toggle } : {})}
      />
      {postings.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={postings.isFetchingNextPage} onClick={() => postings.fetchNextPage()}>
            {t('more')}
          </Button>
        </Group>
      )}
    </>
  );
}

function Nothing({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const t = useTexts(postingTexts);
  if (isFiltered) {
    return (
      <Group>
        <Text c="dimmed">{t('noMatch')}</Text>
        <Button variant="subtle" size="xs" onClick={onClear}>
          {t('clear')}
        </Button>
      </Group>
    );
  }
  return (
    <EmptyState
      icon={IconBook2}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={<ButtonLink to="/flows">{t('toFlows')}</ButtonLink>}
    />
  );
}
