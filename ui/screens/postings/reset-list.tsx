import { Anchor, Button, Group, Paper, Table, Text } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import type { PostingReset } from '#schemas/api/postings.ts';
import { call } from '#ui/api/client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { AnchorLink } from '#ui/components/links.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { resetTexts } from './reset-texts.ts';

interface Props {
  /** Shows the postings of a reset. */
  readonly onShow: (reset: string) => void;
}

/** Past resets: who, when, why, and what of. */
export function ResetList({ onShow }: Props) {
  const t = useTexts(resetTexts);
  const query = useInfiniteQuery({
    queryKey: ['postings', 'listPostingResets'],
    queryFn: ({ pageParam, signal }) => call(endpoints.listPostingResets, { query: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return <EmptyState icon={IconRestore} title={t('listEmptyTitle')} text={t('listEmptyText')} />;
  }
  return (
    <>
      <Paper withBorder>
        <ListTable horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('colAt')}</Table.Th>
              <Table.Th>{t('colBy')}</Table.Th>
              <Table.Th>{t('colWhat')}</Table.Th>
              <Table.Th>{t('colReason')}</Table.Th>
              <Table.Th ta="right">{t('colCount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((reset) => (
              <ResetRow key={reset.id} reset={reset} onShow={onShow} />
            ))}
          </Table.Tbody>
        </ListTable>
      </Paper>
      {query.hasNextPage && (
        <Group justify="center" mt="md">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('more')}
          </Button>
        </Group>
      )}
    </>
  );
}

function ResetRow({ reset, onShow }: Props & { readonly reset: PostingReset }) {
  const t = useTexts(resetTexts);
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td>{format.shortInstant(reset.at)}</Table.Td>
      <Table.Td>{reset.by ?? t('somebody')}</Table.Td>
      <Table.Td>
        <What reset={reset} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">{reset.reason}</Text>
      </Table.Td>
      <Table.Td className="amount">
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-label={t('show')}
          title={t('show')}
          onClick={() => onShow(reset.id)}
        >
          {format.count(reset.count)}
        </Anchor>
      </Table.Td>
    </Table.Tr>
  );
}

function What({ reset: { scope, flow, run } }: { readonly reset: PostingReset }) {
  const t = useTexts(resetTexts);
  const format = useFormat();
  const name = flow?.name ?? '';
  if (run) {
    return (
      <AnchorLink to="/runs/$id" params={{ id: run }} size="sm">
        {t('was_run')}
      </AnchorLink>
    );
  }
  if (scope?.kind === 'period') {
    return t('was_period', { from: format.shortDay(scope.from), to: format.shortDay(scope.to), flow: name });
  }
  return scope ? t(`was_${scope.kind}`, { flow: name }) : null;
}
