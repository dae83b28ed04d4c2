import { Badge, Button, Drawer, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { endpoints } from '#schemas/api/index.ts';
import type { MappingRevision } from '#schemas/api/mappings.ts';
import { call } from '#ui/api/client.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor, useWholeState } from './editor-context.ts';
import { historyTexts } from './history-texts.ts';

function useRevisions(id: string) {
  return useInfiniteQuery({
    queryKey: ['mappings', 'listMappingRevisions', id],
    queryFn: ({ pageParam, signal }) =>
      call(
        endpoints.listMappingRevisions,
        { params: { id }, query: { limit: 20, ...(pageParam === null ? {} : { after: pageParam }) } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Who saved what and when; any revision that is kept can be brought back as the newest. */
export function HistoryDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(historyTexts);
  const { mapping } = useMappingEditor();
  const revisions = useRevisions(mapping.id);
  const items = revisions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer opened onClose={onClose} title={t('title')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('lead')}
        </Text>
        {revisions.isPending && <Skeleton h={160} />}
        {revisions.isError && <ErrorState error={revisions.error} onRetry={revisions.refetch} />}
        {items.map((revision) => (
          <OneRevision key={revision.revision} revision={revision} onDone={onClose} />
        ))}
        {revisions.hasNextPage && (
          <Button
            variant="default"
            loading={revisions.isFetchingNextPage}
            onClick={() => void revisions.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </Stack>
    </Drawer>
  );
}

interface OneProps {
  readonly revision: MappingRevision;
  readonly onDone: () => void;
}

function OneRevision({ revision: { revision, savedAt, savedBy, rules, changes }, onDone }: OneProps) {
  const t = useTexts(historyTexts);
  const format = useFormat();
  const { canEdit } = useMappingEditor();
  const now = useWholeState().revision;
  const [isAsking, setAsking] = useState(false);
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap">
        <Stack gap={2}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {t('revision', { revision })}
            </Text>
            {revision === now && <Badge size="sm">{t('current')}</Badge>}
          </Group>
          <Text size="xs" c="dimmed">
            {t('by', { at: format.instant(savedAt), name: savedBy ?? t('program') })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('rules', { count: rules })}
            {changes && ` · ${t('changes', changes)}`}
          </Text>
        </Stack>
        {canEdit && revision !== now && !isAsking && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('restoreLabel', { revision })}
            onClick={() => setAsking(true)}
          >
            {t('restore')}
          </Button>
        )}
      </Group>
      {isAsking && <Restore revision={revision} onCancel={() => setAsking(false)} onDone={onDone} />}
    </Paper>
  );
}

interface RestoreProps extends Pick<OneProps, 'onDone'> {
  readonly revision: number;
  readonly onCancel: () => void;
}

function Restore({ revision, onCancel, onDone }: RestoreProps) {
  const t = useTexts(historyTexts);
  const toasts = useToasts();
  const { store, mapping } = useMappingEditor();
  const restore = useApiMutation('restoreMappingRevision', ['mappings']);
  const go = () =>
    restore.mutate(
      { params: { id: mapping.id, revision }, body: { revision: store.getState().revision } },
      {
        onSuccess: (answer) => {
          store.load(answer.ruleRows, answer.revision);
          toasts.done(t('restored', { revision }));
          onDone();
        },
        onError: (error) => toasts.failed(t('restoreFailed'), error),
      },
    );
  return (
    <Stack gap="xs" mt="sm">
      <Text size="sm">{t('sure', { revision })}</Text>
      <Group gap="xs">
        <Button size="xs" loading={restore.isPending} onClick={go}>
          {t('confirm')}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
