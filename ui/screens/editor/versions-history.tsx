import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { MessageText } from '#ui/components/message-text.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { versionTexts } from './versions-texts.ts';

const PAGE = 30;

/** Who did what with the flow, newest first: also what belongs to it and to no version, such as its connections. */
export function VersionsHistory() {
  const t = useTexts(versionTexts);
  const format = useFormat();
  const { flow } = useEditor();
  const events = useInfiniteQuery({
    queryKey: ['flows', 'listFlowEvents', flow.id, flow.draftRevision, flow.publishedVersion],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listFlowEvents, { params: { id: flow.id }, query: { limit: PAGE, after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (events.isError) return <ErrorState error={events.error} onRetry={() => events.refetch()} />;
  if (events.isPending) return <Skeleton h={240} />;
  const items = events.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text c="dimmed">{t('noHistory')}</Text>;
  return (
    <Stack gap={0}>
      {items.map(({ id, at, by, message }) => (
        <div key={id} style={{ padding: '10px 0', borderBottom: '1px solid var(--line)' }}>
          <MessageText message={message} />
          <Text size="xs" c="dimmed">
            {format.instant(at)} {by && t('by', { name: by })}
          </Text>
        </div>
      ))}
      {events.hasNextPage && (
        <Group justify="center" mt="sm">
          <Button
            variant="default"
            size="xs"
            loading={events.isFetchingNextPage}
            onClick={() => void events.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
